import type { Scope } from "../../domain/access.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import { AnnouncementStore } from "./announcement.store.js";
import { ObligationCountStore } from "./obligation-counts.store.js";
import { ObligationStore, type ObligationRow } from "./obligation.store.js";
import { ReceiptStore, ReceivedOtherwiseRow } from "./receipt.store.js";
import { WaiverStore } from "./waiver.store.js";

/** Row classes that are inserted one by one. */
export const OBLIGATION_ROWS = [ReceivedOtherwiseRow];

/** The stores of duties and of what the clock announces of them, on one connection, through one scope. */
export function obligationStores(connection: Connection, scope: Scope) {
  return {
    obligations: new ObligationStore(connection, scope),
    obligationCounts: new ObligationCountStore(connection, scope),
    waivers: new WaiverStore(connection, scope),
    receipts: new ReceiptStore(connection, scope),
    announcements: new AnnouncementStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function obligationLoaders({ obligations, waivers, receipts }: ReturnType<typeof obligationStores>) {
  return {
    obligation: one((ids) => obligations.byIds(ids)),
    obligationsOfIncident: many(
      (ids) => obligations.shownOf(ids),
      ({ shownFor }) => shownFor,
    ),
    obligationsOfNotification: many(
      (ids) => obligations.ofNotifications(ids),
      ({ notificationId }) => notificationId,
    ),
    received: one((ids) => receipts.byIds(ids)),
    objectCodeOfObligation: many(
      (ids) => obligations.objectCodesOf(ids),
      ({ obligationId }) => obligationId,
    ),
    receivedOtherwise: many(
      (ids) => receipts.of(ids),
      ({ obligationId }) => obligationId,
    ),
    waiversOfObligation: many(
      (ids) => waivers.of(ids),
      ({ obligationId }) => obligationId,
    ),
  };
}

/** Where the fields of a duty lead (`operation/leads.ts`). */
export const OBLIGATION_LEADS: Leads = {
  Obligation: leadsOf<ObligationRow>({
    waivedReason: { to: "waiversOfObligation", by: "id" },
    waivedBy: { to: "waiversOfObligation", by: "id" },
    waiverReceipt: { to: "waiversOfObligation", by: "id", goesNoFurther: true },
    waiverSubmittedBy: { to: "waiversOfObligation", by: "id", goesNoFurther: true },
    receivedOtherwise: { to: "receivedOtherwise", by: "id" },
    obligor: { to: "party", by: "obligorId" },
    object: { to: "object", by: "objectId" },
    objectCode: { to: "objectCodeOfObligation", by: "id" },
    incident: { to: "incident", by: "incidentId" },
  }),
};
