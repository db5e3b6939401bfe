import type {
  CardPrintedFragment,
  DifferencesPrintedQuery,
  ObjectPrintedFragment,
} from "../../../schema/exchange.generated.js";
import { parseInstant, parseLocalDate, type Instant, type LocalDate } from "../../domain/instant.js";
import { dossierAddress, type PaperCard } from "../../paper/card.js";
import type { PaperDifference, PaperDifferences } from "../../paper/differences.js";
import type { PaperObject } from "../../paper/objects.js";
import type { AskedCard } from "../documents/graph-client.js";

/** How what the graph answers (`schema/exchange/paper.graphql`) becomes what is printed: within the reader's own scope. */

interface Dated {
  readonly from: string | null;
  readonly until: string | null;
}

type AnsweredObject = CardPrintedFragment["affectedObjects"][number];

/** A card of the graph as it is printed; `publicUrl` is the gateway's, where it has one. */
export function paperCardOf(
  { number, soc, card }: AskedCard<CardPrintedFragment>,
  publicUrl: string | null,
): PaperCard {
  const { revision, receivedAt, receipt, ...fields } = card;
  const at = instantIn(receivedAt);
  return {
    number,
    revision,
    soc,
    receivedAt: at,
    card: {
      ...fields,
      registeredOn: dateIn(fields.registeredOn),
      occurredAt: instantIn(fields.occurredAt),
      confirmedAt: instantIn(fields.confirmedAt),
      affectedObjects: fields.affectedObjects.map((one) => paperObjectOf(one, at)),
    },
    receipt: receipt && { ...receipt, position: String(receipt.position) },
    address: publicUrl === null ? null : dossierAddress(publicUrl, number),
  };
}

/** An object with what the register has of it as of an instant, as far as the reader may see that. */
function paperObjectOf({ object, ...said }: AnsweredObject, at: Instant): PaperObject {
  const held = object?.kindPeriods.find((period) => isHeldAt(period, at));
  const owners = (object?.ownerships ?? []).flatMap((one) =>
    one.owner && isHeldAt(one, at) ? [{ capacity: one.capacity, name: one.owner.name }] : [],
  );
  return { ...said, registered: object && { name: object.name, kinds: held?.kinds ?? null, owners } };
}

function isHeldAt({ from, until }: Dated, at: Instant): boolean {
  return (from === null || instantIn(from) <= at) && (until === null || at < instantIn(until));
}

/** What differs between two revisions; null where the reader sees no such incident, or not whose it is. */
export function differencesOf(
  { incident }: DifferencesPrintedQuery,
  { from, to }: { readonly from: number; readonly to: number },
  publicUrl: string | null,
): PaperDifferences | null {
  if (!incident?.soc || !incident.cardDifferences) return null;
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

type AnsweredDifferences = NonNullable<NonNullable<DifferencesPrintedQuery["incident"]>["cardDifferences"]>;

function differenceOf(one: AnsweredDifferences[number]): PaperDifference {
  const { field, label } = one;
  switch (one.__typename) {
    case "ValueDifference":
      return { kind: "value", field, label, before: one.before, after: one.after };
    case "ChoicesDifference":
      return { kind: "choices", field, label, added: one.added, removed: one.removed };
    case "TextDifference":
      return { kind: "text", field, label, spans: one.spans };
    case "IndicatorsDifference":
      return { kind: "indicators", field, label, added: one.added, removed: one.removed };
    case "AffectedObjectsDifference":
      return { kind: "affectedObjects", field, label, added: one.added.map(named), removed: one.removed.map(named) };
  }
}

/** Of a registered object the name alone: what differs is what the card says. */
function named({
  object,
  ...said
}: ObjectPrintedFragment & { readonly object: { readonly name: string } | null }): PaperObject {
  return { ...said, registered: object && { name: object.name, kinds: null, owners: [] } };
}

/** An instant as the graph writes it. */
function instantIn(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error("the graph writes instants in RFC 3339");
  return at;
}

/** A date as the graph writes it. */
function dateIn(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new Error("the graph writes dates as YYYY-MM-DD");
  return date;
}
