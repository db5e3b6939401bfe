/** One thing to pick: `value` is what the gateway is told, `label` what it is called, `detail` what tells it from others. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

/** Options of which each word that was typed is a part, those that begin with it first; capitals and their alphabet's case aside. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = options
    .map((option) => ({ option, text: `${option.label} ${option.value} ${option.detail ?? ""}`.toLowerCase() }))
    .filter(({ text }) => words.every((word) => text.includes(word)));
  const first = words[0] ?? "";
  return [
    ...found.filter(({ text }) => text.startsWith(first)),
    ...found.filter(({ text }) => !text.startsWith(first)),
  ].map(({ option }) => option);
}
