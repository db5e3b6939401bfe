/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * JSON in the one spelling of RFC 8785: names sorted by UTF-16 code units, no white space, ECMAScript's numbers and
 * string escapes. Names whose value is null or undefined are left out, so that an absent field has one form.
 */
export function canonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const members = value as { readonly [name: string]: Json | undefined };
  let text = "";
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== null && member !== undefined)
      text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
