import { PLAIN_FIELDS } from "../../domain/card-form.js";
import { parseInstant, type Instant } from "../../domain/instant.js";
import { dossierAddress, type PaperCard } from "../../paper/card.js";
import type { PaperDifference, PaperDifferences } from "../../paper/differences.js";
import type { PaperObject } from "../../paper/objects.js";

/** What is asked of the graph for paper, and how the answer becomes what is printed: within the reader's own scope. */

const NAMED = "code description kinds ownerName";
const PERIODS = "kindPeriods { kinds from until } ownerships { capacity from until owner { name } }";
const INDICATORS = "{ type value submitted }";
const CARD = `${PLAIN_FIELDS.map(([name]) => name).join(" ")} indicators ${INDICATORS} affectedObjects { object { name ${PERIODS} } ${NAMED} }`;
const SEEN = "incident(number: $number) { number soc { code name }";
const VALUE = "{ value label }";
const OBJECTS = `{ object { name } ${NAMED} }`;

export const PAPER_QUERIES = {
  revisions: `query ($number: String!) { ${SEEN} cardRevisions { id revision } } }`,
  /** By itself: all revisions of a card with many indicators would be more than one may ask for. */
  card: `query ($id: ID!) { node(id: $id) { ... on IncidentCard {
    revision receivedAt receipt { submissionKey contentHash position entryHash } ${CARD} } } }`,
  differences: `query ($number: String!, $from: Int!, $to: Int!) { ${SEEN}
    cardRevisions { revision receivedAt receipt { contentHash } }
    cardDifferences(from: $from, to: $to) { __typename field label
      ... on ValueDifference { before ${VALUE} after ${VALUE} }
      ... on ChoicesDifference { added ${VALUE} removed ${VALUE} }
      ... on TextDifference { spans { kind text } }
      ... on IndicatorsDifference { added ${INDICATORS} removed ${INDICATORS} }
      ... on AffectedObjectsDifference { added ${OBJECTS} removed ${OBJECTS} } } } }`,
} as const;

/** The fields of a card that are instants, as the graph gives them. */
const INSTANTS = PLAIN_FIELDS.filter(([, { kind }]) => kind === "instant").map(([name]) => name);

interface Seen {
  readonly number: string;
  readonly soc: PaperCard["soc"];
}

interface Dated {
  readonly from: string | null;
  readonly until: string | null;
}

type Registered = NonNullable<PaperObject["registered"]>;

interface AnsweredObject extends Omit<PaperObject, "registered"> {
  readonly object: {
    readonly name: string;
    readonly kindPeriods?: readonly (Dated & { readonly kinds: NonNullable<Registered["kinds"]> })[];
    readonly ownerships?: readonly (Dated & {
      readonly capacity: Registered["owners"][number]["capacity"];
      readonly owner: { readonly name: string } | null;
    })[];
  } | null;
}

interface AnsweredCard {
  readonly revision: number;
  readonly receivedAt: string;
  readonly receipt: (Omit<NonNullable<PaperCard["receipt"]>, "position"> & { readonly position: number }) | null;
  readonly affectedObjects: readonly AnsweredObject[];
}

export interface AnsweredRevisions {
  readonly incident: (Seen & { readonly cardRevisions: readonly { readonly id: string; readonly revision: number }[] }) | null;
} // prettier-ignore

/** A card of the graph as it is printed; `publicUrl` is the gateway's, where it has one. */
export function paperCardOf({ number, soc }: Seen, node: unknown, publicUrl: string | null): PaperCard {
  const { revision, receivedAt, receipt, affectedObjects, ...fields } = node as AnsweredCard;
  const given = fields as unknown as Readonly<Record<string, unknown>>;
  const instants = INSTANTS.map((name) => [name, instantIn(given[name] as string)]);
  const at = instantIn(receivedAt);
  const card = {
    ...given,
    ...(Object.fromEntries(instants) as object),
    affectedObjects: affectedObjects.map((one) => paperObjectOf(one, at)),
  };
  return {
    number,
    revision,
    soc,
    receivedAt: at,
    card: card as unknown as PaperCard["card"],
    receipt: receipt && { ...receipt, position: String(receipt.position) },
    address: publicUrl === null ? null : dossierAddress(publicUrl, number),
  };
}

/** An object with what the register has of it as of an instant, as far as the reader may see that. */
function paperObjectOf({ object, ...said }: AnsweredObject, at: Instant): PaperObject {
  const held = object?.kindPeriods?.find((period) => isHeldAt(period, at));
  const owners = (object?.ownerships ?? []).flatMap((one) =>
    one.owner && isHeldAt(one, at) ? [{ capacity: one.capacity, name: one.owner.name }] : [],
  );
  return { ...said, registered: object && { name: object.name, kinds: held?.kinds ?? null, owners } };
}

function isHeldAt({ from, until }: Dated, at: Instant): boolean {
  return (from === null || instantIn(from) <= at) && (until === null || at < instantIn(until));
}

const KINDS = {
  ValueDifference: "value",
  ChoicesDifference: "choices",
  TextDifference: "text",
  IndicatorsDifference: "indicators",
  AffectedObjectsDifference: "affectedObjects",
} as const satisfies Readonly<Record<string, PaperDifference["kind"]>>;

interface AnsweredDifference {
  readonly __typename: keyof typeof KINDS;
  readonly field: string;
  readonly label: string;
}

interface AnsweredDifferences {
  readonly incident:
    | (Seen & {
        readonly cardRevisions: readonly {
          readonly revision: number;
          readonly receivedAt: string;
          readonly receipt: { readonly contentHash: string } | null;
        }[];
        readonly cardDifferences: readonly AnsweredDifference[];
      })
    | null;
}

/** What differs between two revisions; null where the reader sees no such incident. */
export function differencesOf(
  data: unknown,
  { from, to }: { readonly from: number; readonly to: number },
  publicUrl: string | null,
): PaperDifferences | null {
  const { incident } = data as AnsweredDifferences;
  if (!incident) return null;
  const { number, soc, cardRevisions, cardDifferences } = incident;
  const revision = (wanted: number): PaperDifferences["from"] => {
    const found = cardRevisions.find((one) => one.revision === wanted);
    if (!found) throw new Error("whose differences are seen is seen itself");
    return {
      revision: wanted,
      receivedAt: instantIn(found.receivedAt),
      contentHash: found.receipt?.contentHash ?? null,
    };
  };
  return {
    number,
    soc,
    from: revision(from),
    to: revision(to),
    differences: cardDifferences.map(differenceOf),
    address: publicUrl === null ? null : dossierAddress(publicUrl, number),
  };
}

function differenceOf({ __typename, ...rest }: AnsweredDifference): PaperDifference {
  const kind = KINDS[__typename];
  if (kind !== "affectedObjects") return { kind, ...rest } as PaperDifference;
  const { added, removed, ...field } = rest as unknown as Readonly<
    Record<"added" | "removed", readonly AnsweredObject[]>
  > &
    Omit<AnsweredDifference, "__typename">;
  // Of a registered object the name alone: what differs is what the card says.
  const named = ({ object, ...said }: AnsweredObject): PaperObject => ({
    ...said,
    registered: object && { name: object.name, kinds: null, owners: [] },
  });
  return { kind, ...field, added: added.map(named), removed: removed.map(named) };
}

/** An instant as the graph writes it. */
function instantIn(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error("the graph writes instants in RFC 3339");
  return at;
}
