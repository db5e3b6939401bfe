import type { Instant } from "../../domain/instant.js";
import { judgeCovered, judgeCoverageEnd, judgeOverlap, judgeSpan } from "../../domain/party-rules.js";
import { unknownReference, type Reference } from "../../domain/references.js";
import type { Violation } from "../../domain/verdict.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { NotificationRow } from "../notifications/notification.store.js";
import { meant } from "../submissions/references.js";
import type { CoverageRow } from "./protected-object.store.js";
import type { Administered, Administration, Administrator } from "./administered.js";

/** A period of coverage as it is named. */
interface CoverageDraft extends Pick<CoverageRow, "startsAt" | "endsAt"> {
  readonly soc: Reference;
  readonly object: Reference;
}

/** A period of coverage, and notifications about its object that another SOC has received and not answered yet. */
export interface CoverageStart {
  readonly coverage: CoverageRow;
  readonly missed: readonly NotificationRow[];
  /** How many of them there are; `missed` is the latest. */
  readonly missedCount: number;
}

/** Which SOC serves which object, by the administrators of the national centre. */
export class CoverageService {
  constructor(private readonly administration: Administration) {}

  start(
    administrator: Administrator,
    { soc: socNamed, object: objectNamed, ...period }: CoverageDraft,
  ): Promise<Administered<CoverageStart>> {
    return this.administration.perform(administrator, "coverage.start", async (work, now) => {
      const socMeant = await meant(work, "Soc", socNamed);
      const objectMeant = await meant(work, "ProtectedObject", objectNamed);
      const draft = { ...period, socId: socMeant.id, objectId: objectMeant.id };
      const object = await work.objects.lock(draft.objectId);
      const soc = await work.parties.lock(draft.socId);
      const violations = [
        ...(soc?.kind === "SOC" ? [] : [unknownReference(["socId"], socMeant.near)]),
        ...(object ? [] : [unknownReference(["objectId"], objectMeant.near)]),
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

  end(administrator: Administrator, coverageId: string, endsAt: Instant): Promise<Administered<CoverageRow>> {
    return this.administration.perform(administrator, "coverage.end", async (work, now) => {
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
