import type { Scope } from "../../domain/access.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import { ActorRow, ActorStore, TokenRow } from "./actor.store.js";
import { PartyRow, PartyStore } from "./party.store.js";
import { CoverageRow, ProtectedObjectRow, ProtectedObjectStore, type OwnershipRow } from "./protected-object.store.js";

/** Row classes that are inserted one by one. */
export const PARTY_ROWS = [PartyRow, ProtectedObjectRow, CoverageRow, ActorRow, TokenRow];

/** The stores of parties, their objects and their actors, on one connection, through one scope. */
export function partyStores(connection: Connection, scope: Scope) {
  return {
    parties: new PartyStore(connection, scope),
    objects: new ProtectedObjectStore(connection, scope),
    actors: new ActorStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function partyLoaders({ parties, objects, actors }: ReturnType<typeof partyStores>) {
  return {
    party: one((ids) => parties.byIds(ids)),
    object: one((ids) => objects.byIds(ids)),
    coverageOfObject: many(
      (ids) => objects.coverageOf(ids),
      ({ objectId }) => objectId,
    ),
    kindPeriodsOfObject: many(
      (ids) => objects.kindPeriodsOf(ids),
      ({ objectId }) => objectId,
    ),
    ownershipsOfObject: many(
      (ids) => objects.ownershipsOf(ids),
      ({ objectId }) => objectId,
    ),
    actor: one((ids) => actors.byIds(ids)),
    actorOfSubmission: many(
      (ids) => actors.ofSubmissions(ids),
      ({ submissionId }) => submissionId,
    ),
    tokensOfActor: many(
      (ids) => actors.tokensOf(ids),
      ({ actorId }) => actorId,
    ),
    reserveActorOfParty: many(
      (ids) => actors.ofFolders(ids),
      ({ partyId }) => partyId,
    ),
    webhookOfParty: many(
      (ids) => parties.webhooksOf(ids),
      ({ partyId }) => partyId,
    ),
  };
}

/** Where the fields of parties and of objects lead (`operation/leads.ts`). */
export const PARTY_LEADS: Leads = {
  ProtectedObject: leadsOf<ProtectedObjectRow>({
    owner: { to: "party", by: "ownerId" },
    holder: { to: "party", by: "holderId" },
    kindPeriods: { to: "kindPeriodsOfObject", by: "id" },
    ownerships: { to: "ownershipsOfObject", by: "id" },
    coverage: { to: "coverageOfObject", by: "id" },
  }),
  Ownership: leadsOf<OwnershipRow>({ owner: { to: "party", by: "ownerId" } }),
  Coverage: leadsOf<CoverageRow>({ soc: { to: "party", by: "socId" }, object: { to: "object", by: "objectId" } }),
};
