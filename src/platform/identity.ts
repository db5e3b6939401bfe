import { randomUUID } from "node:crypto";
import type { Instant } from "../domain/instant.js";
import { byId, referenceIn, type Reference } from "../domain/references.js";

/** A new id that sorts by time (UUID version 7, RFC 9562): 48 bits of time, the version, and what is random in a version 4. */
export function newId(now: Instant): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is an inner id. */
export function isInnerId(text: string): boolean {
  return UUID.test(text);
}

/** The opaque id of the schema (Relay `Node`). */
export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString("base64url");
}

/** The type and inner id of an opaque id; null if it is not one of ours. */
export function fromGlobalId(globalId: string): { readonly type: string; readonly id: string } | null {
  const [type, id, ...rest] = Buffer.from(globalId, "base64url").toString().split(":");
  if (!type || !id || rest.length > 0 || !UUID.test(id) || toGlobalId(type, id) !== globalId) return null;
  return { type, id };
}

/** No row has this id. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The inner id of an opaque id of one of these types; for any other string an id that nothing has. What an act names but may not
 * see is answered like what does not exist, and so is what cannot exist.
 */
export function idOf(types: string | readonly string[], globalId: string): string {
  const known = fromGlobalId(globalId);
  return known && [types].flat().includes(known.type) ? known.id : NOBODY;
}

/**
 * What an input refers to by an opaque id of one of these types, a number or code, or `key:K`. What decodes as an opaque id is one, whatever
 * its type; a text that can be none of these refers to what nothing is, as `idOf` says.
 */
export function referenceTo(types: string | readonly string[], text: string): Reference {
  const other = fromGlobalId(text) === null ? referenceIn(text) : null;
  return other ?? byId(idOf(types, text));
}
