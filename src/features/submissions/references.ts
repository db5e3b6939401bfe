import { may } from "../../domain/access.js";
import { nearestCode } from "../../domain/nearest.js";
import type { PartyKind } from "../../domain/parties.js";
import type { Meant, Reference } from "../../domain/references.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { Stores } from "../../operation/stores.js";
import { fromGlobalId, NOBODY, referenceTo } from "../../platform/identity.js";

/** What references mean, as far as the actor may see it: looked up in an act's transaction, before anything is judged. */

interface Numbered {
  readonly id: string;
  readonly number: string;
}

/** How things of a type of the schema are found by number or code. */
interface Finding {
  readonly numbered: (work: Stores, numbers: readonly string[]) => Promise<Numbered[]>;
  /** Codes like one that is not known. Numbers have none: they follow each other, so that a near one means nothing. */
  readonly like?: (work: Stores, code: string) => Promise<string[]>;
}

const FINDINGS = {
  Incident: { numbered: (work, numbers) => work.incidents.numbered(numbers) },
  Notification: { numbered: (work, numbers) => work.notifications.numbered(numbers) },
  Threat: { numbered: (work, numbers) => work.detections.numbered(numbers, "THREAT") },
  SecurityEvent: { numbered: (work, numbers) => work.detections.numbered(numbers, "EVENT") },
  DetectedIncident: { numbered: (work, numbers) => work.detections.numbered(numbers, "DETECTED_INCIDENT") },
  ProtectedObject: {
    numbered: (work, codes) => work.objects.numbered(codes),
    like: (work, code) => work.objects.codesLike(code),
  },
  Soc: partiesOf("SOC"),
  Owner: partiesOf("OWNER"),
  Party: partiesOf("NATIONAL_CENTRE", "SOC", "OWNER"),
} satisfies Readonly<Record<string, Finding>>;

export type Referred = keyof typeof FINDINGS;

function partiesOf(...kinds: PartyKind[]): Finding {
  return {
    numbered: (work, codes) => work.parties.numbered(codes, kinds),
    like: (work, code) => work.parties.codesLike(code, kinds),
  };
}

/** Codes for which the nearest one is sought: that takes milliseconds. */
const MOST_SOUGHT = 10;

/** What is referred to by id, number or code, in its order; by key there is nothing but an incident (`incidentMeant`). */
export async function allMeant(work: Stores, type: Referred, references: readonly Reference[]): Promise<Meant[]> {
  const { numbered }: Finding = FINDINGS[type];
  const numbers = references.flatMap(({ by, value }) => (by === "NUMBER" ? value : []));
  const found = numbers.length === 0 ? [] : await numbered(work, numbers);
  const idOf = new Map(found.map(({ id, number }) => [number, id]));
  const unknown = numbers.filter((number) => !idOf.has(number));
  const near = await codesNear(work, type, unknown);
  return references.map(({ by, value }) =>
    by === "NUMBER"
      ? { id: idOf.get(value) ?? NOBODY, near: near.get(value) ?? null }
      : { id: by === "ID" ? value : NOBODY, near: null },
  );
}

/** The codes that were probably meant by the first of these, which nothing has: codes of what the caller may see. */
export async function codesNear(
  work: Stores,
  type: Referred,
  unknown: readonly string[],
): Promise<Map<string, string | null>> {
  const { like }: Finding = FINDINGS[type];
  const near = new Map<string, string | null>();
  if (like) for (const code of unknown.slice(0, MOST_SOUGHT)) near.set(code, nearestCode(code, await like(work, code)));
  return near;
}

/** What one reference means. */
export async function meant(work: Stores, type: Referred, reference: Reference): Promise<Meant> {
  const [one = { id: NOBODY, near: null }] = await allMeant(work, type, [reference]);
  return one;
}

/** The id of the incident that a submission of this party refers to; null where there is none. */
export async function incidentMeant(work: Stores, partyId: string, reference: Reference): Promise<string | null> {
  if (reference.by === "KEY") return work.submissions.incidentUnder(partyId, reference.value);
  const { id } = await meant(work, "Incident", reference);
  return id === NOBODY ? null : id;
}

/**
 * The inner ids that a list or feed is filtered by. Throws BAD_USER_INPUT, with its path, for what is no id of this type and no number
 * or code of one that the caller may see: nothing could match it, and an empty answer would look as if nothing did.
 */
export async function idsNamed(
  reading: Stores,
  type: Referred,
  texts: readonly string[],
  path: readonly string[],
): Promise<string[]> {
  const references = texts.map((text) => referenceTo(type, text));
  const found = await allMeant(reading, type, references);
  found.forEach((one, index) => expectNamed(type, texts[index] ?? "", one, [...path, String(index)]));
  return found.map(({ id }) => id);
}

/** The same for what has been looked up. An id may be of what is not to be seen: then there is nothing of it. */
export function expectNamed(type: Referred, text: string, { id, near }: Meant, path: readonly string[]): void {
  if (id === NOBODY && fromGlobalId(text)?.type !== type)
    throw new Refusal("BAD_USER_INPUT", say("notOfKind", { near }), path);
}

/** What a feed is filtered by; nothing is held for it while the feed goes on. Throws as `idsNamed` does. */
export async function namedInFilter(
  context: RequestContext,
  { socs, objects }: { readonly socs?: readonly string[] | null; readonly objects?: readonly string[] | null },
): Promise<{ readonly socIds?: string[]; readonly objectIds?: string[] }> {
  // Whoever may not follow is refused where it follows, by an error that ends the feed: nothing is looked up for it.
  if ((!socs && !objects) || !may(context.actor, "read")) return {};
  const { reading } = context;
  try {
    return {
      ...(socs ? { socIds: await idsNamed(reading, "Soc", socs, ["filter", "socs"]) } : {}),
      ...(objects ? { objectIds: await idsNamed(reading, "ProtectedObject", objects, ["filter", "objects"]) } : {}),
    };
  } finally {
    await context.close();
  }
}
