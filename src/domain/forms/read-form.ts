import type { Json } from "../canonical.js";
import { parseInstant, parseLocalDate, toIso } from "../instant.js";
import { nearest } from "../nearest.js";
import type { Violation } from "../verdict.js";
import type { Expected } from "../wording/document-sentences.js";
import { say, type Saying } from "../wording/wording.js";
import { DOCUMENTS, GIVEN_OUT, type DocumentKind } from "./documents.js";
import { codeName, record, type Members, type RecordShape, type Shape } from "./form.js";

/** Members of a JSON object by name. */
export type JsonObject = { readonly [name: string]: Json | undefined };

/** Faults that are named at once; whoever sends more than these has another form in mind. */
export const MOST_FAULTS = 100;
/** Characters of what was given that are repeated. */
const SHOWN = 60;
/** GraphQL's `Int`. */
const LARGEST = 2_147_483_647;

/**
 * Reads a decoded document by its form: what its mutation takes, or every place where it is not of the form. What holds of the
 * contents is judged afterwards, by rules. Instants come out in UTC. The law's number of a level and what stands in a document that
 * was given out are checked or passed over, and left out.
 */
export function readForm(
  kind: DocumentKind,
  given: unknown,
  /** Where nothing is submitted no key is needed. */
  isKeyless = false,
): { readonly ok: true; readonly content: JsonObject } | { readonly ok: false; readonly faults: readonly Violation[] } {
  const faults: Violation[] = [];
  const { members } = DOCUMENTS[kind].shape;
  const key = { ...members.submissionKey, ...(isKeyless ? { isOptional: true as const } : {}) };
  const content = new Reader(faults).record(record({ ...members, submissionKey: key }), given, [], GIVEN_OUT);
  return faults.length === 0 && content !== null ? { ok: true, content } : { ok: false, faults };
}

class Reader {
  constructor(private readonly faults: Violation[]) {}

  record(
    shape: RecordShape,
    given: unknown,
    path: readonly string[],
    passedOver: readonly string[] = [],
  ): JsonObject | null {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return this.unfit(path, "RECORD");
    const { members } = shape;
    const held: Record<string, Json> = {};
    this.unknown(members, given, path, passedOver);
    for (const [name, { shape: inner, isOptional = false }] of Object.entries(members)) {
      const value = (given as Record<string, unknown>)[name];
      if (value === undefined || (value === null && isOptional)) {
        if (!isOptional) this.fault([...path, name], () => say("memberMissing", { name }));
        continue;
      }
      const read = this.value(inner, value, [...path, name]);
      if (read === null) continue;
      held[name] = read;
      if (inner.is === "choice" && inner.codes) this.code(name, inner.codes, read, given, path);
    }
    return held;
  }

  /** The law's number beside a choice must be that of the choice. */
  private code(
    name: string,
    codes: Readonly<Record<string, number>>,
    read: Json,
    given: object,
    path: readonly string[],
  ): void {
    const code = (given as Record<string, unknown>)[codeName(name)] ?? null;
    const right = codes[read as string] ?? 0;
    if (code === null || code === right) return;
    const place = [...path, codeName(name)];
    if (typeof code !== "number") this.unfit(place, "COUNT");
    else this.fault(place, () => say("codeMismatched", { code, choice: read as string, right }));
  }

  private unknown(members: Members, given: object, path: readonly string[], passedOver: readonly string[]): void {
    const known = Object.keys(members);
    const codes = known.flatMap((name) => {
      const { shape } = members[name] as Members[string];
      return shape.is === "choice" && shape.codes ? [codeName(name)] : [];
    });
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(members, name) || codes.includes(name) || passedOver.includes(name)) continue;
      const open = (): string[] => known.filter((one) => !Object.hasOwn(given, one));
      this.fault([...path, name], () => unknownMember(name, open(), known));
    }
  }

  private value(shape: Shape, given: unknown, path: readonly string[]): Json {
    switch (shape.is) {
      case "record":
        return this.record(shape, given, path);
      case "list":
        if (!Array.isArray(given)) return this.unfit(path, "LIST");
        return given.map((item: unknown, index) => this.value(shape.of, item, [...path, String(index)]));
      case "count":
        if (Number.isSafeInteger(given) && (given as number) >= 0 && (given as number) <= LARGEST)
          return given as number;
        return this.unfit(path, "COUNT");
      case "choice":
        return this.choice(shape.values, shape.codes, given, path);
      case "text":
      case "code":
      case "id":
      case "reference":
        return typeof given === "string" ? given : this.unfit(path, "TEXT");
      case "instant": {
        const at = typeof given === "string" ? parseInstant(given) : null;
        return at === null ? this.unfit(path, "INSTANT") : toIso(at);
      }
      case "date":
        if (typeof given === "string" && parseLocalDate(given) !== null) return given;
        return this.unfit(path, "DATE");
    }
  }

  private choice(
    values: readonly string[],
    codes: Readonly<Record<string, number>> | undefined,
    given: unknown,
    path: readonly string[],
  ): Json {
    if (typeof given === "string" && values.includes(given)) return given;
    const byCode = values.find((value) => codes?.[value] === given) ?? null;
    if (typeof given !== "string" && byCode === null) return this.unfit(path, "TEXT");
    const name = String(given);
    return this.fault(path, () => {
      const meant = byCode ?? nearest(name, values);
      return say("choiceUnknown", { given: shown(name), ...meantOrKnown(meant, values) });
    });
  }

  private unfit(path: readonly string[], expected: Expected): null {
    return this.fault(path, () => say("valueUnfit", { expected }));
  }

  /** `says` is asked only for faults that are named: to look for the nearest name of each of 100,000 takes seconds. */
  private fault(path: readonly string[], says: () => Saying): null {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ rule: "R13.2", path, says: says() });
    return null;
  }
}

/** A name that its record does not have. The nearest of those that are still `open` is offered, or else all that are known. */
export function unknownMember(name: string, open: readonly string[], known: readonly string[]): Saying {
  return say("memberUnknown", { name: shown(name), ...meantOrKnown(nearest(name, open), known) });
}

/** A document of no kind that is taken; null where it names none. */
export function unknownKind(name: string | null, known: readonly string[]): Saying {
  return say("documentKind", { given: name === null ? null : shown(name), known: quoted(known) });
}

function meantOrKnown(meant: string | null, known: readonly string[]): { meant: string | null; known: string } {
  return { meant, known: meant === null ? quoted(known) : "" };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

/** What was given, no longer than a sentence bears, and without characters that XML cannot hold. */
export function shown(given: string): string {
  const short = given.length <= SHOWN ? given : `${given.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, "")}…`;
  return short.replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD");
}
