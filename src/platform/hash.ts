import { createHash, randomBytes } from "node:crypto";

/** SHA-256 of a string in UTF-8, or of bytes: 32 bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

/** A bearer token that cannot be guessed: 256 random bits after a prefix that secret scanners can look for. */
export function newToken(): string {
  return `dabyl_${randomBytes(32).toString("base64url")}`;
}
