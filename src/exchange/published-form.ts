import type { Json } from "../domain/canonical.js";
import { DETAILS } from "../domain/card-form.js";
import { CHOICES, choiceNameOf, type Choices } from "../domain/forms/choices.js";
import { DOCUMENTS } from "../domain/forms/documents.js";
import type { Member, Members, Shape } from "../domain/forms/form.js";
import { SEVERITY_CODES } from "../domain/incident-card.js";
import { SECOND } from "../domain/instant.js";
import { ANSWER_TERMS, CONFIRMATION_TERMS } from "../domain/obligations.js";
import { TYPES_OF_LEVELS } from "../domain/severity.js";
import { DUTY_LABELS } from "../domain/wording/duty-mail.js";
import { REVIEW_NOTE, SEVERITY_CRITERIA, SEVERITY_LABELS } from "../domain/wording/labels.js";
import type { InEach, Locale } from "../domain/wording/wording.js";

type JsonObject = { readonly [name: string]: Json };
/** How what people read is written: in one language, or in each. */
type Words = (label: InEach) => Json;

/**
 * What people read where they fill in and read documents (R13.2): the labels of annex 3 and of the other documents' members in their
 * order, choices with the law's codes and criteria, duties and the rules that set their terms. `locale`: in that language alone, as
 * texts; without it in each language. Lengths of terms are seconds.
 */
export function publishedForm(locale?: Locale): Json {
  const words: Words = locale === undefined ? (label) => ({ ...label }) : (label) => label[locale];
  return {
    documents: mapped(DOCUMENTS, ({ label, shape }) => ({
      label: words(label),
      members: membersOf(shape.members, words),
    })),
    details: { label: words(DETAILS.label), members: DETAILS.fields },
    choices: {
      ...mapped(CHOICES, ({ values, labels }: Choices) =>
        Object.fromEntries(values.map((value) => [value, { label: words(labels[value] as InEach) }])),
      ),
      Severity: levelsOf(words),
    },
    reviewNote: words(REVIEW_NOTE),
    duties: mapped(DUTY_LABELS, (label) => ({ label: words(label) })),
    rules: Object.fromEntries(
      [...Object.values(CONFIRMATION_TERMS), ...Object.values(ANSWER_TERMS)].map(({ rule, kind, length }) => [
        rule,
        { duty: kind, seconds: length / SECOND },
      ]),
    ),
  };
}

/** The table of levels: the law's number, the criteria, and the types that are named beside them. */
function levelsOf(words: Words): JsonObject {
  return mapped(SEVERITY_CRITERIA, (criteria, level) => ({
    code: SEVERITY_CODES[level],
    label: words(SEVERITY_LABELS[level]),
    criteria: words(criteria),
    types: TYPES_OF_LEVELS[level],
  }));
}

function membersOf(members: Members, words: Words): JsonObject {
  return mapped(members, ({ shape, label, isOptional }: Member) => ({
    label: words(label),
    ...(isOptional === undefined ? {} : { isOptional }),
    ...shapeOf(shape, words),
  }));
}

function shapeOf(shape: Shape, words: Words): JsonObject {
  switch (shape.is) {
    case "choice":
      return { is: shape.is, choices: choiceNameOf(shape.values) };
    case "list":
      return { is: shape.is, of: shapeOf(shape.of, words) };
    case "record":
      return { is: shape.is, members: membersOf(shape.members, words) };
    case "reference":
    case "id":
      return { is: shape.is, to: shape.to };
    case "text":
    case "code":
    case "instant":
    case "date":
    case "count":
      return { is: shape.is };
  }
}

function mapped<Table extends object, Made>(
  table: Table,
  make: (each: Table[keyof Table], name: keyof Table) => Made,
): { readonly [Name in keyof Table]: Made } {
  const entries = Object.entries(table) as [keyof Table, Table[keyof Table]][];
  return Object.fromEntries(entries.map(([name, each]) => [name, make(each, name)])) as { [Name in keyof Table]: Made };
}
