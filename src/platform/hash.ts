import { createHash, randomBytes } from "node:crypto";

/** SHA-256 of a text in UTF-8, or of bytes: 32 bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

/** A bearer token that nobody can guess: 256 random bits after a prefix that secret scanners can look for. */
export function newToken(): string {
  return `dabyl_${randomBytes(32).toString("base64url")}`;
}
