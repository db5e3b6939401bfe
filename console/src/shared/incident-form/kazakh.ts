import form from "../../../../schema/form.kk.json";

/** The form's own words: they stand under each label in the other languages. */
export function useKazakh(): typeof form {
  return form;
}
