import { inUtf8, JSON_TYPE, NDJSON_TYPE, XML_TYPE } from "../../exchange/media-types.js";
import type { Format } from "../../exchange/read-document.js";

/** The media types of documents, in the order in which they are preferred where a caller has no preference. */
const TYPES: readonly (readonly [string, Format])[] = [
  [JSON_TYPE, "json"],
  [XML_TYPE, "xml"],
  ["text/xml", "xml"],
];

export const DOCUMENT_TYPES: Readonly<Record<Format, string>> = {
  json: inUtf8(JSON_TYPE),
  xml: inUtf8(XML_TYPE),
};

export const ALLOWED_TYPES = `${JSON_TYPE}, ${XML_TYPE}`;

/** The format of a request's body; null for another type of media. */
export function formatOf(contentType: string | undefined): Format | null {
  const type = typeOf(contentType);
  return TYPES.find(([one]) => one === type)?.[1] ?? null;
}

export function isNdjson(contentType: string | undefined): boolean {
  return typeOf(contentType) === NDJSON_TYPE;
}

function typeOf(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Whether receipts are to be left out of results (RFC 7240, section 4.2). */
export function prefersMinimal(prefer: Prefer): boolean {
  return /(^|[,;\s])return\s*=\s*"?minimal\b/i.test(preferences(prefer));
}

/** Whether a receipt is not to be waited for (RFC 7240, section 4.1). */
export function prefersAsync(prefer: Prefer): boolean {
  return /(^|[,\s])respond-async\s*($|[,;])/i.test(preferences(prefer));
}

type Prefer = string | readonly string[] | undefined;

function preferences(prefer: Prefer): string {
  return [prefer ?? ""].flat().join(", ").slice(0, 1_000);
}

/** What `Accept` prefers of JSON and XML (RFC 9110, section 12.5.1); null where it takes neither. */
export function acceptedFormat(accept: string | undefined, otherwise: Format = "json"): Format | null {
  if (accept === undefined || accept.trim() === "") return otherwise;
  const wishes = accept
    .slice(0, 1_000)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(parameters.find((one) => one.startsWith("q="))?.slice(2) ?? 1);
      return { range, weight: Number.isFinite(weight) ? weight : 0 };
    });
  const weightOf = (type: string): number => {
    const [kind] = type.split("/");
    // Who takes results one a line takes them in JSON.
    const found = [type, ...(type === JSON_TYPE ? [NDJSON_TYPE] : []), `${kind}/*`, "*/*"]
      .map((range) => wishes.find((wish) => wish.range === range))
      .find((one) => one);
    return found?.weight ?? 0;
  };
  const ordered = TYPES.toSorted(([, one], [, other]) => Number(other === otherwise) - Number(one === otherwise));
  const best = ordered
    .map(([type, format]) => ({ format, weight: weightOf(type) }))
    .toSorted((one, other) => other.weight - one.weight)[0];
  return best && best.weight > 0 ? best.format : null;
}
