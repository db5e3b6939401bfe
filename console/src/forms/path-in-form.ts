/** A path of the gateway within the form: it begins with the argument `input`, which no form has a field for. */
export function pathInForm(path: readonly string[]): readonly string[] {
  return path[0] === "input" ? path.slice(1) : path;
}
