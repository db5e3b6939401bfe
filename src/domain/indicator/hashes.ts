import { normal, refused, type Rule } from "./verdict.js";

/** MD5, SHA1, SHA256, SHA512, IMPHASH, JA3, CVE: what has so many digits. */

/**
 * A digest of so many hexadecimal digits (MD5: RFC 1321; SHA: FIPS 180-4), in lower case. The imphash of a Windows
 * program and the JA3 of a TLS client are MD5 digests of other things than files, so they are separate types. The name of
 * the algorithm may stand before it: `sha256:…`, `SHA-1: …`.
 */
export function hash(digits: number, name: RegExp): Rule {
  const label = new RegExp(`^${name.source} ?[:=] ?`, "i");
  return (text) => {
    const digest = text.replace(label, "");
    if (/\s/.test(digest)) return refused("WHITE_SPACE");
    if (!/^[\da-f]+$/i.test(digest)) return refused("NOT_HEX");
    return digest.length === digits ? normal(digest.toLowerCase()) : refused("HASH_LENGTH");
  };
}

/** `CVE-`, a year, 4 to 19 digits (CVE record format 5, `cveId`), in upper case; word processors' dashes are hyphens. */
export const cve: Rule = (text) => {
  const id = text.replace(/[‐‑‒–—―−﹣－]/g, "-").toUpperCase();
  return /^CVE-\d{4}-\d{4,19}$/.test(id) ? normal(id) : refused("NOT_CVE");
};
