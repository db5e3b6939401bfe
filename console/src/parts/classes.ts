/** Names of classes that are given, as one text. */
export function classes(...names: readonly (string | false | 0 | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
