import type { Terms } from "../../domain/dossier.js";
import { earlier, toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import type { ObjectKind, Sector } from "../../domain/parties.js";
import { judgeFrom, judgeHolder, judgeNaming, warningsOfOwed } from "../../domain/party-rules.js";
import { unknownReference, type Meant, type Reference } from "../../domain/references.js";
import { judgeText } from "../../domain/text.js";
import { figuresChanged } from "../../domain/timeliness.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import type { Clock } from "../../platform/clock.js";
import { newId, NOBODY } from "../../platform/identity.js";
import type { Logger } from "../../platform/logger.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import { judgePart, noteLeft, type JudgedPart } from "../incidents/object-change.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import { meant } from "../submissions/references.js";
import type { ProtectedObjectRow } from "./protected-object.store.js";
import type { Administered, Administration, Administrator } from "./administered.js";
import { endSaid, type EndDraft, type Ending, judgeEnding, lockedEnds } from "./ends.js";

export interface ObjectDraft {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly ObjectKind[];
  readonly sectors: readonly Sector[];
  readonly owner: Reference;
  /** Who holds it beside its owner; null: nobody. */
  readonly holder: Reference | null;
}

/** An object as it is after a change, and the duties that the change opened, voided or moved, as far as they are judged. */
export interface ObjectChange {
  readonly object: ProtectedObjectRow;
  readonly duties: readonly ObligationRow[];
  readonly warnings: readonly Warning[];
}

/** How many parts of the incidents that a change of an object concerns its answer waits for. */
const PARTS_AWAITED = 10;

/** Protected objects, by the administrators of the national centre. */
export class ProtectedObjectService {
  constructor(
    private readonly administration: Administration,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** `from`: since when it is of its kinds, and its owner's and holder's; null: always. */
  register(
    administrator: Administrator,
    { owner, holder, ...draft }: ObjectDraft,
    from: Instant | null = null,
  ): Promise<Administered<ProtectedObjectRow>> {
    return this.administration.perform(administrator, "object.register", async (work, now) => {
      const [ownerMeant, holderMeant] = [await ownerIn(work, owner), await ownerIn(work, holder)];
      const owners = { ownerId: ownerMeant.id, holderId: holder && holderMeant.id };
      const near = { owner: ownerMeant.near, holder: holderMeant.near };
      const violations = [
        ...judgeNaming(draft, this.limits),
        ...judgeFrom(from, now, this.limits),
        ...(await judgeOwners(work, owners, ownersPath(holder), near)),
      ];
      if (violations.length > 0) return { violations };
      const object = {
        id: newId(now),
        ...draft,
        ...owners,
        ...distinct(draft),
        endedAt: null,
        replacedById: null,
        registeredAt: now,
      };
      await work.objects.add(object, from);
      return { result: object, subject: object.id };
    });
  }

  /**
   * New kinds, and a new owner or holder, hold from `from` on; null: from now on. Incidents confirmed since then are judged anew by them, part
   * by part, as far as that may be waited for; any gateway goes on with the rest (`LeftChanges`).
   */
  async change(
    administrator: Administrator,
    named: Reference,
    { owner: ownerNamed, holder: holderNamed, ...changes }: Partial<Omit<ObjectDraft, "code">>,
    from: Instant | null = null,
    reason: string | null = null,
  ): Promise<Administered<ObjectChange>> {
    const begun = await this.administration.perform(administrator, "object.change", async (work, now) => {
      const { id: objectId, near } = await meant(work, "ProtectedObject", named);
      const object = await work.objects.lock(objectId);
      if (!object) return { violations: [unknownReference(["objectId"], near)] };
      const [ownerMeant, holderMeant] = [await ownerIn(work, ownerNamed), await ownerIn(work, holderNamed)];
      const changed = {
        ...object,
        ...changes,
        ...(ownerNamed === undefined ? {} : { ownerId: ownerMeant.id }),
        ...(holderNamed === undefined ? {} : { holderId: holderNamed && holderMeant.id }),
      };
      const kept = { ...changed, ...distinct(changed) };
      const violations = [
        ...judgeText(kept.name, ["name"], this.limits.summary),
        ...(await judgeOwners(work, kept, ownersPath(holderNamed), {
          owner: ownerMeant.near,
          holder: holderMeant.near,
        })),
        ...judgeFrom(from, now, this.limits),
        // What is changed of the past may open duties and take them back.
        ...(reason === null && from === null ? [] : judgeText(reason ?? "", ["reason"], this.limits.text)),
      ];
      if (violations.length > 0) return { violations };
      const told = {
        kinds: changes.kinds !== undefined,
        owner: ownerNamed !== undefined,
        holder: holderNamed !== undefined,
      };
      const isDated = told.kinds || told.owner || told.holder;
      const since = from !== null && isDated ? earlier(from, now) : now;
      const { kinds: isOfKinds, owner, holder } = await work.objects.change(kept, told, since);
      const isOfOwner = owner || holder;
      const changeId = isOfKinds || isOfOwner ? newId(now) : null;
      if (changeId !== null) await work.objectChanges.add({ id: changeId, objectId, since, isOfOwner }, now);
      const { name, kinds, sectors, ownerId, holderId } = kept;
      const content = { name, kinds, sectors, owner: ownerId, holder: holderId, from: isDated ? toIso(since) : null };
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
  end(
    administrator: Administrator,
    named: Reference,
    draft: EndDraft,
  ): Promise<Administered<Ending<ProtectedObjectRow>>> {
    return this.administration.perform(administrator, "object.end", async (work) => {
      const { id: objectId, near } = await meant(work, "ProtectedObject", named);
      const replacing = draft.replacedBy && (await meant(work, "ProtectedObject", draft.replacedBy));
      const replacedById = replacing?.id ?? null;
      const [object, found] = await lockedEnds(objectId, replacedById, (id) => work.objects.lock(id));
      if (!object) return { violations: [unknownReference(["objectId"], near)] };
      const coverage = await work.objects.coverageBeyond({ objectId }, draft.endsAt);
      const violations = judgeEnding(object, { found, named: replacing }, coverage, draft, this.limits);
      if (violations.length > 0) return { violations };
      const { endsAt, reason } = draft;
      await work.objects.endCoverage(
        coverage.map(({ id }) => id),
        endsAt,
      );
      await work.objects.end(objectId, endsAt, replacedById);
      const result = {
        ended: { ...object, endedAt: endsAt, replacedById },
        warnings: warningsOfOwed(await work.obligations.openOf({ objectId }), ["objectId"]),
      };
      return { result, subject: objectId, reason, content: endSaid(endsAt, replacedById) };
    });
  }
}

/** Where it is said who is both. */
function ownersPath(holder: Reference | null | undefined): string[] {
  return [holder ? "holderId" : "ownerId"];
}

/** The owner or holder that is named, if any is. */
async function ownerIn(work: Work, named: Reference | null | undefined): Promise<Meant> {
  return named ? meant(work, "Owner", named) : { id: NOBODY, near: null };
}

async function judgeOwners(
  work: Work,
  { ownerId, holderId }: Pick<ProtectedObjectRow, "ownerId" | "holderId">,
  both: readonly string[],
  near: { readonly owner: string | null; readonly holder: string | null },
): Promise<Violation[]> {
  const parties = await work.parties.byIds(holderId === null ? [ownerId] : [ownerId, holderId]);
  const isOwner = (id: string): boolean => parties.some((party) => party.id === id && party.kind === "OWNER");
  return [
    ...(isOwner(ownerId) ? [] : [unknownReference(["ownerId"], near.owner)]),
    ...(holderId === null || isOwner(holderId) ? [] : [unknownReference(["holderId"], near.holder)]),
    ...judgeHolder(holderId, ownerId, both),
  ];
}

/** In one order: the same in another order are no change. */
function distinct({ kinds, sectors }: Pick<ObjectDraft, "kinds" | "sectors">): Pick<ObjectDraft, "kinds" | "sectors"> {
  return { kinds: [...new Set(kinds)].toSorted(), sectors: [...new Set(sectors)].toSorted() };
}
