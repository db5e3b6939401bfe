import type { Choice } from "../../parts/ChoiceGroup.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { useTexts } from "../../texts/TextsContext.js";

type Lists = ReturnType<typeof useTexts>["form"]["choices"];

/** The choices of one list of the form, with its Kazakh words. */
export function useChoices<List extends keyof Lists>(list: List): readonly Choice<keyof Lists[List] & string>[] {
  const { form } = useTexts();
  const kazakh = useKazakh().choices;
  const label = (of: unknown, value: string): string =>
    (of as Record<string, { readonly label: string }>)[value]?.label ?? value;
  return Object.keys(form.choices[list]).map((value) => ({
    value: value as keyof Lists[List] & string,
    label: label(form.choices[list], value),
    kazakh: label(kazakh[list], value),
  }));
}
