import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import { canonicalKey, isPrintable } from "../../domain/submission-key.js";
import type { Violation as DomainViolation } from "../../domain/verdict.js";
import { inWords } from "../../domain/wording/wording.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { DateTime } from "../../graph/scalars.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import { IncidentCard } from "../incidents/card.types.js";
import { Incident } from "../incidents/incident.types.js";
import { Analysis } from "../notifications/answer.types.js";
import type { PartyRow } from "../parties/party.store.js";
import { Soc } from "../parties/party.types.js";
import type { ReceiptRecord } from "./submission.store.js";
import { Receipt, Violation, Warning } from "./submission.types.js";

@Resolver(() => Receipt)
export class ReceiptResolver {
  @Query(() => Receipt, {
    nullable: true,
    description:
      "What became of what your party sent under a key: its receipt; null where nothing was accepted under it, or it is not sealed yet.",
  })
  receipt(@Arg("submissionKey", () => String) submissionKey: string, @Ctx() context: RequestContext) {
    const key = canonicalKey(submissionKey);
    if (!isPrintable(key)) return null;
    return context.readingFor("read").submissions.receiptUnder(context.actor.party.id, key);
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() receipt: ReceiptRecord): string {
    return toGlobalId("Receipt", receipt.id);
  }

  @FieldResolver(() => String)
  submissionKey(@Root() receipt: ReceiptRecord): string {
    return receipt.key;
  }

  @FieldResolver(() => String, {
    description: "The canonical content itself (RFC 8785), whose SHA-256 is `contentHash`: docs/receipts.md.",
  })
  async content(@Root() receipt: ReceiptRecord, @Ctx() context: RequestContext): Promise<string> {
    const found = await context.reading.content.load(receipt.id);
    if (!found) throw new Error("a submission that has a receipt has content");
    return found.content;
  }

  @FieldResolver(() => Incident, {
    nullable: true,
    description: "The incident that it opened or was about, if any and you may see it.",
  })
  async incident(@Root() receipt: ReceiptRecord, @Ctx() { reading }: RequestContext) {
    const outcome = await reading.outcome.load(receipt.id);
    return outcome?.incidentId ? reading.incident.load(outcome.incidentId) : null;
  }

  @FieldResolver(() => IncidentCard, { nullable: true, description: "The revision of the card that it made." })
  async card(@Root() receipt: ReceiptRecord, @Ctx() { reading }: RequestContext) {
    const outcome = await reading.outcome.load(receipt.id);
    return outcome?.cardId ? reading.card.load(outcome.cardId) : null;
  }

  @FieldResolver(() => Analysis, { nullable: true, description: "The revision of the analysis that it made." })
  async analysis(@Root() receipt: ReceiptRecord, @Ctx() { reading }: RequestContext) {
    const outcome = await reading.outcome.load(receipt.id);
    const isAnalysis = receipt.act === "threat.analyse" || receipt.act === "event.analyse";
    return isAnalysis && outcome?.subjectId ? reading.analysis.load(outcome.subjectId) : null;
  }

  @FieldResolver(() => [Warning], { description: "Doubts about it, as its acceptance was answered with." })
  async warnings(@Root() receipt: ReceiptRecord, @Ctx() context: RequestContext) {
    return (await context.reading.outcome.load(receipt.id))?.warnings ?? [];
  }

  @FieldResolver(() => String)
  contentHash(@Root() receipt: ReceiptRecord): string {
    return receipt.contentHash.toString("hex");
  }

  @FieldResolver(() => String)
  entryHash(@Root() receipt: ReceiptRecord): string {
    return receipt.entryHash.toString("hex");
  }
}

/** What this feature adds to a SOC. */
@Resolver(() => Soc)
export class SocSubmissionResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "When it was last heard: when its last submission that was accepted was received. Null where there is none, or for anybody but the national centre and itself.",
  })
  async lastHeardAt(@Root() soc: Pick<PartyRow, "id">, @Ctx() context: RequestContext): Promise<Instant | null> {
    return (await context.reading.lastHeard.load(soc.id))?.at ?? null;
  }
}

@Resolver(() => Violation)
export class ViolationResolver {
  @FieldResolver(() => [String])
  path(@Root() violation: DomainViolation): readonly string[] {
    return fromInput(violation.path);
  }

  @FieldResolver(() => String)
  code(@Root() { says }: DomainViolation): string {
    return says.key;
  }

  @FieldResolver(() => String)
  message(@Root() violation: DomainViolation, @Ctx() context: RequestContext): string {
    return told(violation, context);
  }
}

@Resolver(() => Warning)
export class WarningResolver {
  @FieldResolver(() => [String])
  path(@Root() warning: DomainViolation): readonly string[] {
    return fromInput(warning.path);
  }

  @FieldResolver(() => String)
  code(@Root() { says }: DomainViolation): string {
    return says.key;
  }

  @FieldResolver(() => String)
  message(@Root() warning: DomainViolation, @Ctx() context: RequestContext): string {
    return told(warning, context);
  }
}

/** In the language of whoever sent it, and in the terms of who reads it, or of the door by which it came. */
function told({ says }: DomainViolation, { caller: { locale, origin, way } }: RequestContext): string {
  const isOfGraphql = origin.door === undefined || origin.door === "graphql";
  return inWords(says, locale, way ?? (isOfGraphql ? "GRAPHQL" : "DOCUMENTS"));
}

/** The rules know paths within a submission; in the schema a submission is the argument `input`. */
function fromInput(path: readonly string[]): readonly string[] {
  return path.length === 0 ? path : ["input", ...path];
}
