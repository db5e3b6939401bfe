import { createHash, randomBytes } from "node:crypto";
import type { IndicatorType } from "../domain/indicator.js";

/** SHA-256 of a string in UTF-8, or of bytes: 32 bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

/**
 * What a value is known by: the first 16 bytes of the SHA-256 of its type, a space and its normal form in UTF-8, written as a UUID. It
 * tells nothing that the value does not, and values of 4,000 characters fit an index by it.
 */
export function indicatorDigest(type: IndicatorType, value: string): string {
  return digestOf(`${type} ${value}`);
}

/** The first 16 bytes of the SHA-256 of a text in UTF-8, written as a UUID. */
export function digestOf(text: string): string {
  return sha256(text)
    .toString("hex", 0, 16)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A bearer token that cannot be guessed: 256 random bits after a prefix that secret scanners can look for. */
export function newToken(): string {
  return `dabyl_${randomBytes(32).toString("base64url")}`;
}

/** So many bytes that cannot be guessed. */
export function randomBytesOf(count: number): Buffer {
  return randomBytes(count);
}

/** The id of a campaign, made of its number alone: like it, it tells no time and no order. */
export function campaignId(number: string): string {
  return digestOf(`campaign ${number}`);
}
