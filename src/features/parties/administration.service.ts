import { authorize } from "../../access/authorize.js";
import { newWebhookSecret, webhookFault } from "../../outbound/webhook.js";
import type { Terms } from "../../domain/dossier.js";
import type { Json } from "../../domain/canonical.js";
import type { Act } from "../../domain/facts.js";
import { earlier, toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import type { Actor, ObjectKind, PartyKind, Role, Sector } from "../../domain/parties.js";
import {
  codeTaken,
  judgeCovered,
  judgeCoverageEnd,
  judgeEmail,
  judgeEnd,
  judgeExpiry,
  judgeFrom,
  judgeNaming,
  judgePhone,
  judgeOverlap,
  judgeRoles,
  judgeSpan,
  judgeSuccessor,
  judgeWebhook,
} from "../../domain/party-rules.js";
import { unknownReference } from "../../domain/references.js";
import { judgeText } from "../../domain/text.js";
import { figuresChanged } from "../../domain/timeliness.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import type { Locale } from "../../domain/wording/wording.js";
import type { Origin } from "../../journal/journal.store.js";
import type { Clock } from "../../platform/clock.js";
import { violates } from "../../platform/database.js";
import { newToken, sha256 } from "../../platform/hash.js";
import { newId } from "../../platform/identity.js";
import type { Logger } from "../../platform/logger.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import { judgePart, noteLeft, type JudgedPart } from "../incidents/object-change.js";
import type { NotificationRow } from "../notifications/notification.store.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import type { ActorRow, TokenRecord } from "./actor.store.js";
import type { PartyRow } from "./party.store.js";
import type { CoverageRow, ProtectedObjectRow } from "./protected-object.store.js";

interface Administrator {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** Done, with what was made or changed; or refused, with every broken rule. */
export type Administered<T> =
  | { readonly isAccepted: true; readonly result: T }
  | {
      readonly isAccepted: false;
      readonly reference: string;
      readonly receivedAt: Instant;
      readonly violations: readonly Violation[];
    };

type Decision<T> =
  | { readonly violations: readonly Violation[] }
  | {
      readonly result: T;
      readonly subject: string;
      /** Why it was done, where that is asked for. */
      readonly reason?: string;
      /** What was registered, where that is not what the subject itself says for ever. */
      readonly content?: Json;
    };

export interface ObjectDraft {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly ObjectKind[];
  readonly sectors: readonly Sector[];
  readonly ownerId: string;
}

/** The end of a SOC or an object, and what replaces it. */
export interface EndDraft {
  readonly endsAt: Instant;
  readonly reason: string;
  readonly replacedById: string | null;
}

/** What changes about how a party is reached; what is absent stays, null removes. */
interface ContactChanges {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly language?: Locale | null;
  readonly webhookUrl?: string | null;
}

/** An object as it is after a change, and the duties that the change opened, voided or moved, as far as they are judged. */
export interface ObjectChange {
  readonly object: ProtectedObjectRow;
  readonly duties: readonly ObligationRow[];
  readonly warnings: readonly Warning[];
}

/** A period of coverage, and notifications about its object that another SOC has received and not answered yet. */
export interface CoverageStart {
  readonly coverage: CoverageRow;
  readonly missed: readonly NotificationRow[];
  /** How many of them there are; `missed` is the latest. */
  readonly missedCount: number;
}

/** How many parts of the incidents that a change of an object concerns its answer waits for. */
const PARTS_AWAITED = 10;

/** What is registered has no end yet. */
const NEW = { endedAt: null, replacedById: null };

/** What the national centre's administrator does: parties, objects, coverage, actors, tokens. */
export class AdministrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly limits: Limits,
    /** Hosts that a webhook may name though they are private. */
    private readonly allowedHosts: readonly string[],
    private readonly terms: Terms,
  ) {}

  registerParty(
    administrator: Administrator,
    kind: Exclude<PartyKind, "NATIONAL_CENTRE">,
    draft: { readonly code: string; readonly name: string; readonly email: string | null },
  ): Promise<Administered<PartyRow>> {
    return this.perform(administrator, kind === "SOC" ? "soc.register" : "owner.register", async (work, now) => {
      const violations = [...judgeNaming(draft, this.limits), ...judgeEmail(draft.email)];
      if (violations.length > 0) return { violations };
      const party = { id: newId(now), kind, phone: null, language: null, ...draft, ...NEW, registeredAt: now };
      await work.parties.add(party);
      return { result: party, subject: party.id };
    });
  }

  /**
   * Where a party is reached, and in which language; null: nowhere, and in Kazakh. The secret of a new webhook is in the result,
   * to be shown once.
   */
  changeContact(
    administrator: Administrator,
    partyId: string,
    changes: ContactChanges,
  ): Promise<Administered<{ readonly party: PartyRow; readonly webhookSecret: string | null }>> {
    return this.perform(administrator, "contact.change", async (work) => {
      const { webhookUrl, ...rest } = changes;
      const fault = typeof webhookUrl === "string" ? webhookFault(webhookUrl, this.allowedHosts) : null;
      const violations = [...judgeEmail(rest.email ?? null), ...judgePhone(rest.phone ?? null), ...judgeWebhook(fault)];
      if (violations.length === 0) await work.parties.changeContact(partyId, rest);
      // As it is after the change: the rest may change concurrently.
      const [party] = await work.parties.byIds([partyId]);
      if (!party) return { violations: [unknownReference(["partyId"])] };
      if (violations.length > 0) return { violations };
      const webhookSecret = typeof webhookUrl === "string" ? newWebhookSecret() : null;
      if (webhookUrl !== undefined) await work.parties.putWebhook(partyId, webhookUrl, webhookSecret);
      return { result: { party, webhookSecret }, subject: partyId };
    });
  }

  /** `from`: since when it is of its kinds and its owner's; null: always. */
  registerObject(
    administrator: Administrator,
    draft: ObjectDraft,
    from: Instant | null = null,
  ): Promise<Administered<ProtectedObjectRow>> {
    return this.perform(administrator, "object.register", async (work, now) => {
      const violations = [
        ...judgeNaming(draft, this.limits),
        ...judgeFrom(from, now, this.limits),
        ...(await judgeParty(work, draft.ownerId, "OWNER", ["ownerId"])),
      ];
      if (violations.length > 0) return { violations };
      const object = { id: newId(now), ...draft, ...distinct(draft), ...NEW, registeredAt: now };
      await work.objects.add(object, from);
      return { result: object, subject: object.id };
    });
  }

  /**
   * New kinds, and a new owner, hold from `from` on; null: from now on. Incidents confirmed since then are judged anew by them, part
   * by part, as far as that may be waited for; any gateway goes on with the rest (`LeftChanges`).
   */
  async changeObject(
    administrator: Administrator,
    objectId: string,
    changes: Partial<Omit<ObjectDraft, "code">>,
    from: Instant | null = null,
    reason: string | null = null,
  ): Promise<Administered<ObjectChange>> {
    const begun = await this.perform(administrator, "object.change", async (work, now) => {
      const object = await work.objects.lock(objectId);
      if (!object) return { violations: [unknownReference(["objectId"])] };
      const changed = { ...object, ...changes };
      const kept = { ...changed, ...distinct(changed) };
      const violations = [
        ...judgeText(kept.name, ["name"], this.limits.summary),
        ...(await judgeParty(work, kept.ownerId, "OWNER", ["ownerId"])),
        ...judgeFrom(from, now, this.limits),
        // What is changed of the past may open duties and take them back.
        ...(reason === null && from === null ? [] : judgeText(reason ?? "", ["reason"], this.limits.text)),
      ];
      if (violations.length > 0) return { violations };
      const told = { kinds: changes.kinds !== undefined, owner: changes.ownerId !== undefined };
      const isDated = told.kinds || told.owner;
      const since = from !== null && isDated ? earlier(from, now) : now;
      const { kinds: isOfKinds, owner: isOfOwner } = await work.objects.change(kept, told, since);
      const changeId = isOfKinds || isOfOwner ? newId(now) : null;
      if (changeId !== null) await work.objectChanges.add({ id: changeId, objectId, since, isOfOwner }, now);
      const { name, kinds, sectors, ownerId } = kept;
      const content = { name, kinds, sectors, owner: ownerId, from: isDated ? toIso(since) : null };
      return { result: { object: kept, changeId }, subject: objectId, content, ...(reason === null ? {} : { reason }) };
    });
    if (!begun.isAccepted) return begun;
    const { object, changeId } = begun.result;
    const parts = changeId === null ? [] : await this.judgeParts(administrator, changeId);
    const warnings = figuresChanged(
      parts.flatMap(({ before }) => before),
      parts.flatMap(({ after }) => after),
      this.clock.now(),
    );
    const duties = parts.flatMap((part) => part.duties).toSorted((a, b) => a.dueAt - b.dueAt);
    return { isAccepted: true, result: { object, duties, warnings } };
  }

  /** What cannot be judged now, since somebody is at an incident or the database is away, is left: the change itself is kept. */
  private async judgeParts({ actor, origin }: Administrator, changeId: string): Promise<JudgedPart[]> {
    const parts: JudgedPart[] = [];
    while (parts.length < PARTS_AWAITED) {
      const part = await this.unitOfWork
        .run(actor, origin, (work) => judgePart(work, changeId, this.terms, this.clock.now()))
        .catch((error: unknown) => {
          noteLeft(this.logger, error, changeId);
          return null;
        });
      if (part === null) break;
      parts.push(part);
      if (part.isLast) break;
    }
    return parts;
  }

  /** What an object was, and what was said of it, stays; it is covered no more. Ended again, its end moves. */
  endObject(
    administrator: Administrator,
    objectId: string,
    draft: EndDraft,
  ): Promise<Administered<ProtectedObjectRow>> {
    return this.perform(administrator, "object.end", async (work) => {
      const [object, successor] = await lockedEnds(draft, objectId, (id) => work.objects.lock(id));
      if (!object) return { violations: [unknownReference(["objectId"])] };
      const coverage = await work.objects.coverageBeyond({ objectId }, draft.endsAt);
      const violations = this.judgeEnding(object, successor, coverage, draft);
      if (violations.length > 0) return { violations };
      const { endsAt, replacedById, reason } = draft;
      await work.objects.endCoverage(
        coverage.map(({ id }) => id),
        endsAt,
      );
      await work.objects.end(objectId, endsAt, replacedById);
      return {
        result: { ...object, endedAt: endsAt, replacedById },
        subject: objectId,
        reason,
        content: endSaid(draft),
      };
    });
  }

  /** A SOC that has ended covers nothing and is not notified of anything new; what it owes it can still do. Ended again, its end moves. */
  endSoc(administrator: Administrator, socId: string, draft: EndDraft): Promise<Administered<PartyRow>> {
    return this.perform(administrator, "soc.end", async (work) => {
      const [soc, found] = await lockedEnds(draft, socId, (id) => work.parties.lock(id));
      if (soc?.kind !== "SOC") return { violations: [unknownReference(["socId"])] };
      const coverage = await work.objects.coverageBeyond({ socId }, draft.endsAt);
      const violations = this.judgeEnding(soc, found?.kind === "SOC" ? found : null, coverage, draft);
      if (violations.length > 0) return { violations };
      const { endsAt, replacedById, reason } = draft;
      await work.objects.endCoverage(
        coverage.map(({ id }) => id),
        endsAt,
      );
      await work.parties.end(socId, endsAt, replacedById);
      return { result: { ...soc, endedAt: endsAt, replacedById }, subject: socId, reason, content: endSaid(draft) };
    });
  }

  private judgeEnding(
    ending: PartyRow | ProtectedObjectRow,
    successor: PartyRow | ProtectedObjectRow | null,
    coverage: readonly CoverageRow[],
    { endsAt, reason, replacedById }: EndDraft,
  ): Violation[] {
    return [
      ...judgeText(reason, ["reason"], this.limits.text),
      ...judgeEnd(ending, endsAt, coverage),
      ...(replacedById === null ? [] : judgeSuccessor(successor, ending)),
    ];
  }

  startCoverage(administrator: Administrator, draft: Omit<CoverageRow, "id">): Promise<Administered<CoverageStart>> {
    return this.perform(administrator, "coverage.start", async (work, now) => {
      const object = await work.objects.lock(draft.objectId);
      const soc = await work.parties.lock(draft.socId);
      const violations = [
        ...(soc?.kind === "SOC" ? [] : [unknownReference(["socId"])]),
        ...(object ? [] : [unknownReference(["objectId"])]),
        ...(await judgeServed(work, draft, { soc: ["socId"], object: ["objectId"] })),
        ...judgeSpan(draft),
      ];
      if (violations.length > 0) return { violations };
      const others = (await work.objects.coverageOf([draft.objectId])).filter(({ socId }) => socId === draft.socId);
      const overlap = judgeOverlap(draft, others);
      if (overlap.length > 0) return { violations: overlap };
      const coverage = { id: newId(now), ...draft };
      await work.objects.addCoverage(coverage);
      const missed = await work.notifications.openAbout(draft.objectId, draft.socId);
      return { result: { coverage, missed, missedCount: missed[0]?.ofAll ?? 0 }, subject: coverage.id };
    });
  }

  endCoverage(administrator: Administrator, coverageId: string, endsAt: Instant): Promise<Administered<CoverageRow>> {
    return this.perform(administrator, "coverage.end", async (work, now) => {
      const known = await work.objects.coverageById(coverageId);
      if (!known) return { violations: [unknownReference(["coverageId"])] };
      await work.objects.lock(known.objectId);
      const coverage = (await work.objects.coverageById(coverageId)) ?? known;
      const over = judgeCoverageEnd(coverage, now);
      if (over.length > 0) return { violations: over };
      const ended = { ...coverage, endsAt };
      const others = (await work.objects.coverageOf([coverage.objectId])).filter(
        ({ id, socId }) => socId === coverage.socId && id !== coverageId,
      );
      await work.parties.lock(coverage.socId);
      const violations = [
        ...judgeSpan(ended),
        ...judgeOverlap(ended, others),
        ...(await judgeServed(work, ended, { soc: ["endsAt"], object: ["endsAt"] })),
      ];
      if (violations.length > 0) return { violations };
      await work.objects.endCoverage([coverageId], endsAt);
      return { result: ended, subject: coverageId };
    });
  }

  registerActor(
    administrator: Administrator,
    draft: { readonly partyId: string; readonly name: string; readonly roles: readonly Role[] },
  ): Promise<Administered<ActorRow>> {
    return this.perform(administrator, "actor.register", async (work, now) => {
      const [party] = await work.parties.byIds([draft.partyId]);
      const violations = [
        ...judgeText(draft.name, ["name"], this.limits.summary),
        ...(party ? judgeRoles(draft.roles, party.kind) : [unknownReference(["partyId"])]),
      ];
      if (violations.length > 0) return { violations };
      const actor = { id: newId(now), ...draft, roles: [...new Set(draft.roles)], registeredAt: now };
      await work.actors.add(actor);
      return { result: actor, subject: actor.id };
    });
  }

  /** An empty list of roles locks an actor out; its tokens then permit nothing. */
  changeRoles(administrator: Administrator, actorId: string, roles: readonly Role[]): Promise<Administered<ActorRow>> {
    return this.perform(administrator, "actor.change", async (work) => {
      const actor = await work.actors.byId(actorId);
      if (!actor) return { violations: [unknownReference(["actorId"])] };
      const [party] = await work.parties.byIds([actor.partyId]);
      const violations = party && roles.length > 0 ? judgeRoles(roles, party.kind) : [];
      if (violations.length > 0) return { violations };
      const changed = { ...actor, roles: [...new Set(roles)] };
      await work.actors.changeRoles(actorId, changed.roles);
      return { result: changed, subject: actorId };
    });
  }

  /** The token itself is in the result and nowhere else: the gateway stores its hash. */
  issueToken(
    administrator: Administrator,
    actorId: string,
    expiresAt: Instant,
  ): Promise<Administered<{ readonly secret: string; readonly token: TokenRecord }>> {
    return this.perform(administrator, "token.issue", async (work, now) => {
      const actor = await work.actors.byId(actorId);
      const violations = [...(actor ? [] : [unknownReference(["actorId"])]), ...judgeExpiry(expiresAt, now)];
      if (violations.length > 0) return { violations };
      const secret = newToken();
      const token = { id: newId(now), actorId, issuedAt: now, expiresAt, revokedAt: null };
      await work.actors.addToken({ ...token, hash: sha256(secret) });
      return { result: { secret, token }, subject: token.id };
    });
  }

  revokeToken(administrator: Administrator, tokenId: string): Promise<Administered<TokenRecord>> {
    return this.perform(administrator, "token.revoke", async (work, now) => {
      const token = await work.actors.tokenById(tokenId);
      if (!token) return { violations: [unknownReference(["tokenId"])] };
      await work.actors.revokeToken(tokenId, now);
      return { result: { ...token, revokedAt: token.revokedAt ?? now }, subject: tokenId };
    });
  }

  private async perform<T>(
    { actor, origin }: Administrator,
    act: Act,
    decide: (work: Work, now: Instant) => Promise<Decision<T>>,
  ): Promise<Administered<T>> {
    authorize(actor, "party.administer");
    const now = this.clock.now();
    const decision = await this.unitOfWork
      .run(actor, origin, async (work) => {
        const decided = await decide(work, now);
        if ("violations" in decided) return decided;
        const { subject, reason, content } = decided;
        const given = { ...(reason === undefined ? {} : { reason }), ...(content === undefined ? {} : { content }) };
        const entryId = await work.record([{ act, at: now, subject, ...given }]);
        return { ...decided, entryId };
      })
      .catch((error: unknown) => {
        if (!violates(error, "party_code_key") && !violates(error, "protected_object_code_key")) throw error;
        return { violations: [codeTaken()] };
      });
    if ("violations" in decision) {
      const { violations } = decision;
      const refused = violations.map(({ rule, path }) => ({ rule, path }));
      const reference = await this.unitOfWork.run(actor, origin, (work) => work.record([{ act, at: now, refused }]));
      return { isAccepted: false, reference, receivedAt: now, violations };
    }
    await this.unitOfWork.sealed(decision.entryId);
    return { isAccepted: true, result: decision.result };
  }
}

/** What ends and what replaces it, locked in one order: two that name each other do not both end. */
async function lockedEnds<T extends { readonly id: string }>(
  { replacedById }: EndDraft,
  endingId: string,
  lock: (id: string) => Promise<T | null>,
): Promise<readonly [ending: T | null, successor: T | null]> {
  const locked: (T | null)[] = [];
  for (const id of [...new Set([endingId, ...(replacedById === null ? [] : [replacedById])])].toSorted())
    locked.push(await lock(id));
  const of = (id: string | null): T | null => locked.find((one) => one?.id === id) ?? null;
  return [of(endingId), of(replacedById)];
}

function endSaid({ endsAt, replacedById }: EndDraft): Json {
  return { ends: toIso(endsAt), replacedBy: replacedById };
}

/** F17: a period of coverage does not reach beyond the end of its SOC or its object, which are locked. */
async function judgeServed(
  work: Work,
  period: Omit<CoverageRow, "id">,
  paths: { readonly soc: readonly string[]; readonly object: readonly string[] },
): Promise<Violation[]> {
  const socs = await work.parties.withSuccessors(await work.parties.byIds([period.socId]));
  const objects = await work.objects.withSuccessors(await work.objects.byIds([period.objectId]));
  return [
    ...socs.flatMap((soc) => judgeCovered(soc, period, paths.soc)),
    ...objects.flatMap((object) => judgeCovered(object, period, paths.object)),
  ];
}

async function judgeParty(work: Work, id: string, kind: PartyKind, path: readonly string[]): Promise<Violation[]> {
  const [party] = await work.parties.byIds([id]);
  return party?.kind === kind ? [] : [unknownReference(path)];
}

/** In one order: the same in another order are no change. */
function distinct({ kinds, sectors }: Pick<ObjectDraft, "kinds" | "sectors">): Pick<ObjectDraft, "kinds" | "sectors"> {
  return { kinds: [...new Set(kinds)].toSorted(), sectors: [...new Set(sectors)].toSorted() };
}
