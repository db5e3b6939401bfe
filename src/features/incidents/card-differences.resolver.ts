import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { differences, type Difference } from "../../domain/card-differences.js";
import { CARD_FORM, PLAIN_FIELDS, type FormField } from "../../domain/card-form.js";
import type { IncidentCard } from "../../domain/incident-card.js";
import { toIso, type Instant } from "../../domain/instant.js";
import { notFound } from "../../domain/refusal.js";
import { writeDate, writeTime } from "../../domain/wording/times.js";
import type { Locale } from "../../domain/wording/wording.js";
import type { RequestContext } from "../../operation/request-context.js";
import { affectedObjects } from "./affected-objects.js";
import {
  AffectedObjectsDifference,
  CardDifference,
  ChoicesDifference,
  IndicatorsDifference,
  TextDifference,
  ValueDifference,
  type FieldValue,
} from "./card-differences.types.js";
import type { CardRow } from "./card.store.js";
import type { IncidentRow } from "./incident.store.js";
import { Incident } from "./incident.types.js";

/** How much of texts that differ, and of all indicators, is compared for the price of one value: a few microseconds. */
const CHARACTERS_OF_A_VALUE = 10;
const INDICATORS_OF_A_VALUE = 2;

@Resolver(() => Incident)
export class CardDifferencesResolver {
  @FieldResolver(() => [CardDifference], {
    nullable: true,
    description:
      "What differs between two revisions of the card, field by field in the form's order; empty if nothing does. Null, with the error NOT_FOUND at `from` or `to`, for a revision that does not exist or that you may not see.",
  })
  async cardDifferences(
    @Root() incident: IncidentRow,
    @Ctx() context: RequestContext,
    @Arg("from", () => Int, { description: "The revision that is compared with; it may be the later one." })
    from: number,
    @Arg("to", () => Int, { description: "The revision whose differences are asked for." }) to: number,
  ) {
    const revisions = await context.reading.cardsOfIncident.load(incident.id);
    const rows = [seen(revisions, from, "from"), seen(revisions, to, "to")] as const;
    const [before, after] = await Promise.all([wholeCard(rows[0], context), wholeCard(rows[1], context)]);
    context.meter.count(priceOf(before, after));
    // One field after the other, and acts between them.
    const step = context.gateway.rightOfWay.steps();
    const found: object[] = [];
    for (const one of differences(before, after)) {
      context.meter.check();
      found.push(await shown(one, context));
      await step();
    }
    return found;
  }
}

/** What comparing costs beside what is loaded and shown, in values. */
function priceOf(before: IncidentCard, after: IncidentCard): number {
  const texts = PLAIN_FIELDS.flatMap(([name, { kind }]) => {
    const isText = kind === "text" || kind === "optional text";
    return isText && before[name] !== after[name] ? [before[name], after[name]] : [];
  });
  const characters = texts.reduce<number>((sum, text) => sum + String(text ?? "").length, 0);
  const indicators = before.indicators.length + after.indicators.length;
  return Math.ceil(characters / CHARACTERS_OF_A_VALUE + indicators / INDICATORS_OF_A_VALUE);
}

/** One of the revisions that the caller sees; throws NOT_FOUND, naming the argument, if it is not among them. */
function seen(revisions: readonly CardRow[], revision: number, argument: string): CardRow {
  const row = revisions.find((one) => one.revision === revision);
  if (!row) throw notFound([argument]);
  return row;
}

async function wholeCard(row: CardRow, context: RequestContext): Promise<IncidentCard> {
  return { ...row, indicators: await context.reading.indicatorsOfCard.load(row.id), affectedObjects: row.affected };
}

/** A difference as the schema shows it, in the caller's language. */
async function shown(difference: Difference, context: RequestContext) {
  const { locale } = context.caller;
  const form = CARD_FORM[difference.field];
  const field = { field: difference.field, label: form.label[locale] };
  switch (difference.kind) {
    case "date":
    case "instant":
    case "choice": {
      const before = valueOf(form, difference.before, locale);
      const after = valueOf(form, difference.after, locale);
      return { __typename: ValueDifference.name, ...field, before, after };
    }
    case "choices": {
      const added = difference.added.map((choice) => valueOf(form, choice, locale));
      const removed = difference.removed.map((choice) => valueOf(form, choice, locale));
      return { __typename: ChoicesDifference.name, ...field, added, removed };
    }
    case "text":
      return { __typename: TextDifference.name, ...field, spans: difference.spans };
    case "indicators":
      return { __typename: IndicatorsDifference.name, ...field, added: difference.added, removed: difference.removed };
    case "affected objects": {
      const [added, removed] = await Promise.all([
        affectedObjects({ affected: difference.added }, context),
        affectedObjects({ affected: difference.removed }, context),
      ]);
      return { __typename: AffectedObjectsDifference.name, ...field, added, removed };
    }
  }
}

/** What a date, a time or a choice is, and how it is written. */
function valueOf(form: FormField, held: string | Instant, locale: Locale): FieldValue {
  if (typeof held === "number") return { value: toIso(held), label: writeTime(held, locale) };
  const label = "labels" in form ? form.labels[held]?.[locale] : writeDate(held, locale);
  return { value: held, label: label ?? held };
}
