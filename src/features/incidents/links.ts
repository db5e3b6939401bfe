import { ledAs, type Answers, type LedIncident } from "../../domain/answers.js";
import { apply, type Applied, type Terms } from "../../domain/dossier.js";
import type { Instant } from "../../domain/instant.js";
import { secondDossier } from "../../domain/notification.js";
import type { Warning } from "../../domain/verdict.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import type { NotificationRow } from "../notifications/notification.store.js";
import { dossierOf, keepDossier } from "./dossier.js";
import type { IncidentRow } from "./incident.store.js";

/**
 * L21: what else a statement does to an incident that these notifications led to: each asks for the card, as if the link had been
 * there from the start. One about an incident asks for it by itself, for the first incident that it led to.
 */
export async function ledBy(
  work: Work,
  applied: Applied,
  by: {
    readonly socId: string;
    readonly notifications: readonly Pick<NotificationRow, "id" | "subject">[];
    readonly given: ReadonlyMap<string, Answers>;
  },
  now: Instant,
  terms: Terms,
): Promise<Applied> {
  const { socId, notifications, given } = by;
  const recipients = await work.notifications.recipientsOf(notifications.map(({ id }) => id));
  return notifications.reduce<Applied>((before, { id, subject }) => {
    const availableAt = recipients.find((one) => one.notificationId === id && one.socId === socId)?.availableAt ?? now;
    const { incidents = [], withdrawnAt = null } = given.get(id) ?? {};
    const isOwed = subject !== "INCIDENT" || incidents.length > 0;
    const linked = apply(
      before.dossier,
      { said: "LED_BY", receivedAt: now, notification: { id, availableAt, isOwed, withdrawnAt } },
      terms,
    );
    return { ...linked, isReview: before.isReview, warnings: [...before.warnings, ...linked.warnings] };
  }, applied);
}

/** M9: a warning if notifications led to another incident before: this one may be the same. */
export async function warningsOfOthers(
  work: Work,
  notifications: readonly Pick<NotificationRow, "id">[],
  socId: string,
): Promise<Warning[]> {
  if (notifications.length === 0) return [];
  const led = await work.incidents.ofNotifications(notifications.map(({ id }) => id));
  const others = led.filter((one) => one.socId === socId && one.retractedAt === null);
  return secondDossier([...new Set(others.map(({ number }) => number))]);
}

/** A locked incident that newly answers notifications, by an analysis that confirmed it. */
export interface Linking {
  readonly led: LedIncident;
  readonly warnings: readonly Warning[];
  keep(submissionId: string): Promise<void>;
}

/** L21: what linking a locked incident to these notifications takes; those that led to it already are left as they are. */
export async function linkIncident(
  work: Work,
  incident: IncidentRow,
  notifications: readonly NotificationRow[],
  now: Instant,
  terms: Terms,
): Promise<Linking> {
  const linked = (await work.notificationLinks.of([incident.id])).map(({ notificationId }) => notificationId);
  const added = notifications.filter(({ id }) => !linked.includes(id));
  const ids = added.map(({ id }) => id);
  const before = await dossierOf(work, incident, terms);
  const given = await work.answers.given(ids, incident.socId);
  const unchanged = { dossier: before, isReview: false, warnings: [] };
  const { dossier, warnings } = await ledBy(
    work,
    unchanged,
    { socId: incident.socId, notifications: added, given },
    now,
    terms,
  );
  return {
    led: ledAs(incident.id, before),
    warnings,
    async keep(submissionId) {
      await together([
        keepDossier(work, incident, dossier, null, now),
        work.notificationLinks.add(incident.id, ids, submissionId, now),
      ]);
    },
  };
}
