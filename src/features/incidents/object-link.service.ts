import { endedBefore } from "../../domain/card-rules.js";
import { apply, linkedIn, withoutLink, type Terms } from "../../domain/dossier.js";
import { judgeObjectLink, judgeObjectUnlink, judgeStanding } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { objectKey } from "../../domain/obligations.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { meant } from "../submissions/references.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import {
  aboutIncident,
  deliveryDropped,
  dossierOf,
  keepDossier,
  lockedReferred,
  notifyOwners,
  ofOwner,
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
    reference: Reference,
    found: { readonly description: string; readonly object: Reference; readonly reason: string },
  ): Promise<Outcome> {
    const { reason } = found;
    const link = { description: found.description, object: referenceContent(found.object), reason };
    const content = { incident: referenceContent(reference), link };
    return this.submissions.submit(sender, { act: "object.link", submissionKey, content }, async (work, now) => {
      // Before the incident is locked: a code that is not known is compared with many.
      const { id: objectId } = await meant(work, "ProtectedObject", found.object);
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
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
        { said: "OBJECT_LINKED", receivedAt: now, link: { description, objectId, protectedIn, takenBackAt: null } },
        this.terms,
      );
      const { code } = object;
      const confirmedAt = dossier.runsFrom ?? dossier.confirmedAt;
      const { endedAt = null, successor = null } = known ?? {};
      const doubts = endedBefore({ code, endedAt, successor }, confirmedAt, ["objectId"]);
      const affected = withLinks(incident.affected, [{ description, objectId, code }]);
      const changed = { ...incident, affected, objectIds: registeredAmong(affected) };
      const said = await describing(work, incidentId, description);
      // It is for whose the object was at the confirmation, and when what describes it was said; for no later owner.
      const duty = dossier.obligations.find((one) => one.objectId === objectId);
      const moments = [duty?.startsAt ?? dossier.confirmedAt, ...said.map(({ receivedAt }) => receivedAt)];
      const ownerIds = await work.objects.ownersAt(objectId, moments);
      const present = await work.objects.ownersOf(changed.objectIds);
      const seen = { objectIds: [...new Set([...changed.objectIds, objectId])] };
      const named = { ...seen, owners: ownerIds.map((id) => ofOwner(seen, objectId, id, present)) };
      const descriptions = before.obligations.flatMap(({ objectDescription }) =>
        objectKey(null, objectDescription) === key ? (objectDescription ?? []) : [],
      );
      const linked = affected.filter((one) => one.objectId === objectId);
      // What a correction took off since is owed all the same (L14).
      const owed = linked.length > 0 ? linked : [{ objectId, code, description, kinds: null, ownerName: null }];
      const opened = { id: incidentId, isNew: false };
      const notifying = await notifyOwners(work, opened, dossier, owed, () => ["objectId"], now);
      return {
        plan: {
          entries: [{ fact: "OBJECT_LINKED", ...aboutIncident(incident, { objectIds: [objectId], ownerIds }) }],
          incidentId,
          warnings: [...doubts, ...warnings, ...notifying.warnings, ...spoiledTexts({ reason }, [])],
          async keep(submissionId) {
            const row = { id: newId(now), incidentId, submissionId, description, objectId, code, ownerIds, reason };
            await together([
              work.obligations.nameObject(incidentId, descriptions, objectId),
              work.objectLinks.nameIn(
                said.map((one) => one.submissionId),
                row,
              ),
              keepDossier(work, changed, dossier, named, now),
              work.objectLinks.add({ ...row, linkedAt: now }),
              notifying.keep(),
            ]);
            await work.objects.showToOwners([objectId], [incidentId]);
          },
        },
      };
    });
  }

  /** L9: takes a link back that was made in error. From then on it is as if it had never been; what was shown stays seen. */
  unlink(
    sender: Sender,
    submissionKey: string,
    reference: Reference,
    { description, reason }: { readonly description: string; readonly reason: string },
  ): Promise<Outcome> {
    const content = { incident: referenceContent(reference), unlink: { description, reason } };
    return this.submissions.submit(sender, { act: "object.unlink", submissionKey, content }, async (work, now) => {
      const incident = await lockedReferred(work, sender.actor.party.id, reference);
      const incidentId = incident.id;
      const before = await dossierOf(work, incident, this.terms);
      const violations = [
        ...judgeStanding(incident),
        ...judgeObjectUnlink(description, linkedIn(before.statements)),
        ...judgeText(reason, ["reason"], this.limits.text),
      ];
      if (violations.length > 0) return { violations };
      const key = objectKey(null, description);
      const links = await work.objectLinks.ofIncidents([incidentId]);
      const link = links.findLast((one) => one.unlinkedAt === null && objectKey(null, one.description) === key);
      if (!link) throw new Error("a link that stands is kept");
      const { objectId, ownerIds } = link;
      const { dossier, warnings } = withoutLink(before, description, now, this.terms);
      const affected = incident.affected.map((one) =>
        objectKey(null, one.description) === key ? { ...one, objectId: null, code: null } : one,
      );
      const changed = { ...incident, affected, objectIds: registeredAmong(affected) };
      // Nobody is notified as the owner of what was not meant.
      const isOwed = dossier.obligations.some((one) => one.objectId === objectId && !one.isVoid);
      const deliveries = isOwed ? [] : await work.deliveries.ofIncidents([incidentId]);
      const unsent = deliveries.filter(
        (one) => one.objectId === objectId && one.state !== "ACCEPTED" && one.state !== "OBSOLETE",
      );
      return {
        plan: {
          entries: [{ fact: "OBJECT_UNLINKED", ...aboutIncident(incident, { objectIds: [objectId], ownerIds }) }],
          incidentId,
          warnings: [...warnings, ...spoiledTexts({ reason }, [])],
          async keep(submissionId) {
            await together([
              // The copies of owners stay as they were.
              keepDossier(work, changed, dossier, null, now),
              work.objectLinks.addUnlinking({ objectLinkId: link.id, submissionId, reason, unlinkedAt: now }),
              ...unsent.map(({ id }) => work.deliveries.change(id, "OBSOLETE", null)),
              ...(unsent.length === 0 ? [] : [work.record(unsent.map((one) => deliveryDropped(incident, one, now)))]),
            ]);
          },
        },
      };
    });
  }
}

/** What described the object, and the later statements about the incident as a whole: whose it was then sees them all. */
async function describing(work: Work, incidentId: string, description: string) {
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
  return [...describe, ...others];
}
