import { toConnection } from "../../graph/connection.js";
import type { Page } from "../../platform/keyset.js";
import type { Count, IncidentRow } from "./incident.store.js";

/** How to count a list of incidents as a whole. */
export interface ListSource {
  readonly counted: () => Promise<Count>;
}

/** A page of a list of incidents as `IncidentConnection` has it. */
export function listOf(page: Page<IncidentRow>, counted: ListSource["counted"]) {
  return Object.assign(toConnection(page), { counted });
}
