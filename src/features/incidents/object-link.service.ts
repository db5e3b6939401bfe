import { apply, linkedIn, type Terms } from "../../domain/dossier.js";
import { judgeObjectLink, judgeStanding } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { objectKey } from "../../domain/obligations.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import {
  aboutObject,
  dossierOf,
  keepDossier,
  lockedIncident,
  namedBy,
  notifyOwners,
  registeredAmong,
  withLinks,
} from "./dossier.js";
import { namedObject } from "./history.store.js";

/** L9: the national centre finds that what an incident describes is a registered object. */
export class ObjectLinkService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** From then on the incident is judged as if it had named the object from the start. Its texts stay as they were submitted. */
  link(
    sender: Sender,
    submissionKey: string,
    incidentId: string,
    found: { readonly description: string; readonly objectId: string; readonly reason: string },
  ): Promise<Outcome> {
    const { objectId, reason } = found;
    const content = { incident: incidentId, link: { description: found.description, object: objectId, reason } };
    return this.submissions.submit(sender, { act: "object.link", submissionKey, content }, async (work, now) => {
      const incident = await lockedIncident(work, incidentId);
      const [object] = await work.objects.byIds([objectId]);
      if (!object) throw notFound(["objectId"]);
      const before = await dossierOf(work, incident, this.terms);
      const ever = before.statements.flatMap(({ objects = [] }) => objects);
      const violations = [
        ...judgeStanding(incident),
        ...judgeObjectLink(found.description, ever, linkedIn(before.statements)),
        ...judgeText(reason, ["reason"], this.limits.text),
      ];
      if (violations.length > 0) return { violations };
      // As the incident has it.
      const key = objectKey(null, found.description);
      const description = ever.find((one) => objectKey(one.objectId, one.description) === key)?.description ?? "";
      const [known] = await work.objects.named(incident.socId, [{ objectId, objectCode: null, description: null }], []);
      const { protectedIn } = namedObject({
        objectId,
        description: null,
        kinds: null,
        protectedIn: known?.protectedIn ?? [],
      });
      const { dossier, warnings } = apply(
        before,
        { said: "OBJECT_LINKED", receivedAt: now, link: { description, objectId, protectedIn } },
        this.terms,
      );
      const { code, ownerId } = object;
      const affected = withLinks(incident.affected, [{ description, objectId, code }]);
      const changed = { ...incident, affected, objectIds: registeredAmong(affected) };
      // It is for the object's owner, and for whose it was at the confirmation; nothing is said to the other owners.
      const duties = dossier.obligations.filter((one) => one.objectId === objectId);
      const { owners } = await namedBy(work, { objectIds: [...new Set([...changed.objectIds, objectId])] }, duties);
      const named = {
        objectIds: changed.objectIds,
        owners: owners.filter((one) => one.objectIds.includes(objectId)),
      };
      const descriptions = before.obligations.flatMap(({ objectDescription }) =>
        objectKey(null, objectDescription) === key ? (objectDescription ?? []) : [],
      );
      const notifying = await notifyOwners(work, { id: incidentId, isNew: false }, dossier, affected, [], now);
      const submissionIds = await describing(work, incidentId, description);
      return {
        plan: {
          entries: [{ fact: "OBJECT_LINKED", ...aboutObject(incident, { objectId, ownerId }) }],
          incidentId,
          warnings: [
            ...warnings,
            ...notifying.warnings.map((one) => ({ ...one, path: ["objectId"] })),
            ...spoiledTexts({ reason }, []),
          ],
          async keep(submissionId) {
            const row = { id: newId(now), incidentId, submissionId, description, objectId, code, ownerId, reason };
            await together([
              work.obligations.nameObject(incidentId, descriptions, objectId),
              work.objectLinks.nameIn(submissionIds, row),
              keepDossier(work, changed, dossier, named, now),
              work.objectLinks.add({ ...row, linkedAt: now }),
              notifying.keep(),
            ]);
            await work.objects.showToOwners(objectId, [incidentId]);
          },
        },
      };
    });
  }
}

/** The submissions that described the object, and the later ones about the incident as a whole: its owner sees them all. */
async function describing(work: Work, incidentId: string, description: string): Promise<string[]> {
  const ids = [incidentId];
  const [reports, cards, reviews, corrections] = await Promise.all([
    work.reports.ofIncidents(ids),
    work.cards.ofIncidents(ids),
    work.reviews.ofIncidents(ids),
    work.corrections.correctionsOf(ids),
  ]);
  const key = objectKey(null, description);
  const describe = [...reports, ...cards].filter(({ affected }) =>
    affected.some((one) => objectKey(one.objectId, one.description) === key),
  );
  const first = Math.min(...describe.map(({ receivedAt }) => receivedAt)) as Instant;
  const others = [...reviews, ...corrections].filter(({ receivedAt }) => receivedAt >= first);
  return [...describe, ...others].map(({ submissionId }) => submissionId);
}
