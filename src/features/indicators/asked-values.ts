import {
  normalIndicator,
  type IndicatorFault,
  type IndicatorType,
  type NormalIndicator,
} from "../../domain/indicator.js";
import { placeOfIndicator } from "../../domain/indicator/place.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { indicatorDigest } from "../../platform/hash.js";

/** Values that somebody asks for, in any spelling that a card may have. Each throws BAD_USER_INPUT, at `path`, for what is none. */

/** The digest by which a value is known. */
export function digestIn(type: IndicatorType, text: string, path: readonly string[]): string {
  return indicatorDigest(type, expected(type, normalIndicator(type, text), path));
}

/** A name in any spelling, as `Place` has hosts; also one of one label. */
export function hostIn(text: string, path: readonly string[]): string {
  const name = normalIndicator("DOMAIN", text);
  const known = !name.ok && name.fault === "SINGLE_LABEL" ? normalIndicator("URL", `http://${text.trim()}/`) : name;
  const { host } = known.ok
    ? placeOfIndicator(known === name ? "DOMAIN" : "URL", known.value)
    : { host: expected("DOMAIN", known, path) };
  return host ?? expected("DOMAIN", name, path);
}

/** An address or a network in any spelling, in its normal form. */
export function networkIn(text: string, path: readonly string[]): string {
  const [network, four, six] = (["CIDR", "IPV4", "IPV6"] as const).map((type) => normalIndicator(type, text));
  const known = [network, four, six].find((one) => one?.ok);
  return expected("CIDR", known ?? network ?? { ok: false, fault: "NOT_CIDR" satisfies IndicatorFault }, path);
}

/** Throws BAD_USER_INPUT, at `path`, for what is not of the type. */
function expected(type: IndicatorType, known: NormalIndicator, path: readonly string[]): string {
  if (known.ok) return known.value;
  const { fault, suggests = null, named = null, place = null } = known;
  throw new Refusal("BAD_USER_INPUT", say("indicatorFault", { type, fault, suggests, named, place }), path);
}
