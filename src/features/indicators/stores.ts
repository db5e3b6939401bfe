import type { Scope } from "../../domain/access.js";
import { Loader, many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import type { Page } from "../../platform/keyset.js";
import { EvidenceStore } from "./evidence.store.js";
import { IndicatorStore, type IndicatorRow, type SightedPage, type SightedRow } from "./indicator.store.js";
import { JudgementStore } from "./judgement.store.js";
import { SightingStore } from "./sighting.store.js";

/** The stores of indicators, on one connection, through one scope. */
export function indicatorStores(connection: Connection, scope: Scope) {
  return {
    indicatorValues: new IndicatorStore(connection, scope),
    sightings: new SightingStore(connection),
    evidence: new EvidenceStore(connection, scope),
    judgements: new JudgementStore(connection),
  };
}

/** Loaders for what a page needs, in batches. */
export function indicatorLoaders({ indicatorValues, evidence }: ReturnType<typeof indicatorStores>) {
  return {
    /** By its digest. */
    indicatorValue: one((ids) => indicatorValues.byIds(ids)),
    /** By the digest of the value. */
    doubtsAbout: many(
      (ids) => evidence.doubtsAbout(ids),
      ({ valueId }) => valueId,
    ),
    /** By the digest of the value. */
    knownExploited: one((ids) => evidence.exploited(ids)),
    /** By a question (`keyOf`). */
    indicatorsUnder: new Loader<readonly IndicatorRow[], IndicatorRow & { readonly question: string }>(
      (keys) => indicatorValues.under(keys as readonly string[]),
      (keys, rows) => keys.map((key) => rows.filter(({ question }) => question === key)),
    ),
    /** By a question (`keyOf`). */
    indicatorIncidents: new Loader<Page<SightedRow> | null, SightedPage>(
      (keys) => indicatorValues.incidents(keys as readonly string[]),
      (keys, pages) => keys.map((key) => pages.find(({ question }) => question === key)?.page ?? null),
    ),
  };
}
