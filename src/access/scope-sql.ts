import type { Scope } from "../domain/access.js";
import { CENTRE_FACT_KINDS } from "../domain/facts.js";
import type { Parameters } from "../platform/sql.js";

/**
 * A scope as SQL conditions. Each takes the alias of the table that it applies to. What these let through is
 * all that a party can ever read; stores have no other way to a table of theirs.
 */

/** Incidents: a SOC's own; of an owner its own copies, the rows of `owner_incident`. */
export function incidentsInScope(scope: Scope, parameters: Parameters, incident: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${incident}.soc_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return ownersRows(scope.owner, parameters, incident);
  }
}

/**
 * Statements within an incident `incident`: a card revision, a report, a review. A SOC sees it with the incident; an owner
 * if one of the objects that it is about was its own at that time.
 */
export function partsInScope(scope: Scope, parameters: Parameters, part: string, incident: string): string {
  return scope.sees === "OWNER"
    ? `${parameters.add(scope.owner)} = any (${part}.owner_ids)`
    : incidentsInScope(scope, parameters, incident);
}

/** What was said to the owner and the holder of one object about an incident `incident`. */
export function partsToOwnersInScope(scope: Scope, parameters: Parameters, part: string, incident: string): string {
  return scope.sees === "OWNER"
    ? ownersOrHoldersRows(scope.owner, parameters, part)
    : incidentsInScope(scope, parameters, incident);
}

/** What was said by one owner about an incident `incident`. */
export function partsOfOwnerInScope(scope: Scope, parameters: Parameters, part: string, incident: string): string {
  return scope.sees === "OWNER"
    ? ownersRows(scope.owner, parameters, part)
    : incidentsInScope(scope, parameters, incident);
}

/** The incident `i` of a part, joined only where a scope goes by it. */
export function incidentOf(scope: Scope, part: string): string {
  return scope.sees === "SOC" ? `join incident i on i.id = ${part}.incident_id` : "";
}

/** Submissions: one's own. */
export function submissionsInScope(scope: Scope, parameters: Parameters, submission: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${submission}.party_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return `${submission}.party_id = ${parameters.add(scope.owner)}`;
  }
}

/** Who acts: the actors of one's own party. Whose account acted for another party is not one's concern. */
export function actorsInScope(scope: Scope, parameters: Parameters, actor: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${actor}.party_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return `${actor}.party_id = ${parameters.add(scope.owner)}`;
  }
}

/** Facts: those that the feeds tell a party. */
export function factsInScope(scope: Scope, parameters: Parameters, entry: string): string {
  if (scope.sees === "EVERYTHING") return "true";
  const isOfParty =
    scope.sees === "SOC"
      ? `${entry}.soc_id = ${parameters.add(scope.soc)}`
      : `${parameters.add(scope.owner)} = any (${entry}.owner_ids)`;
  return `(${isOfParty} and ${entry}.fact <> all (${parameters.add(CENTRE_FACT_KINDS)}))`;
}

/** Duties: a SOC's own; those toward an owner or holder. */
export function obligationsInScope(scope: Scope, parameters: Parameters, obligation: string): string {
  return `(${partsOfObligationsInScope(scope, parameters, obligation).join(" or ")})`;
}

/** The same as conditions of which no duty fulfils two, and each of which leads to an index of its own. */
export function partsOfObligationsInScope(scope: Scope, parameters: Parameters, obligation: string): string[] {
  switch (scope.sees) {
    case "EVERYTHING":
      return ["true"];
    case "SOC":
      return [`${obligation}.obligor_id = ${parameters.add(scope.soc)}`];
    case "OWNER": {
      const party = parameters.add(scope.owner);
      return [`${obligation}.owner_id = ${party}`, `${obligation}.holder_id = ${party}`];
    }
  }
}

/** Why a duty was waived: a SOC sees it with the duty; an owner if the object was its own at that time. */
export function waiversInScope(scope: Scope, parameters: Parameters, waiver: string, obligation: string): string {
  const seen = obligationsInScope(scope, parameters, obligation);
  return scope.sees === "OWNER" ? `${seen} and ${ownersOrHoldersRows(scope.owner, parameters, waiver)}` : seen;
}

/** Deliveries: those about a SOC's incidents, and those to itself; those to an owner. */
export function deliveriesInScope(scope: Scope, parameters: Parameters, delivery: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC": {
      const soc = parameters.add(scope.soc);
      return `(${delivery}.party_id = ${soc}
        or exists (select 1 from incident i where i.id = ${delivery}.incident_id and i.soc_id = ${soc}))`;
    }
    case "OWNER":
      return `${delivery}.party_id = ${parameters.add(scope.owner)}`;
  }
}

/** Notifications, and what they are about: a SOC's are those that it was notified of; an owner has none. */
export function notificationsInScope(scope: Scope, parameters: Parameters, notification: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `exists (select 1 from notification_recipient recipient where recipient.notification_id = ${notification}
        and recipient.soc_id = ${parameters.add(scope.soc)})`;
    case "OWNER":
      return "false";
  }
}

/** Threats and events: a SOC's are those that it was notified of; an owner has none. */
export function detectionsInScope(scope: Scope, parameters: Parameters, detection: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `exists (select 1 from notification about join notification_recipient recipient on recipient.notification_id = about.id
        where about.concern_id = ${detection} and recipient.soc_id = ${parameters.add(scope.soc)})`;
    case "OWNER":
      return "false";
  }
}

/** What is between the national centre and one SOC: that SOC's own. An owner has none. */
export function ownRowsInScope(scope: Scope, parameters: Parameters, row: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${row}.soc_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return "false";
  }
}

/** Protected objects: those that a SOC covers, has covered or will cover; an owner's own. */
export function objectsInScope(scope: Scope, parameters: Parameters, object: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `exists (select 1 from coverage seen where seen.object_id = ${object}.id and seen.soc_id = ${parameters.add(scope.soc)})`;
    case "OWNER":
      return ownersOrHoldersRows(scope.owner, parameters, object);
  }
}

/** Reasons that would show a recipient more than its notification does: the national centre's alone. */
export function withheldReasonsInScope(scope: Scope): string {
  return scope.sees === "EVERYTHING" ? "true" : "false";
}

/** The objects that a threat or event names: for a SOC those that it covered when it was notified. */
export function detectionObjectsInScope(scope: Scope, parameters: Parameters, named: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `(${named}.concern_id, ${named}.object_id) in (select t.concern_id, t.object_id
        from concern_objects_told_to(${parameters.add(scope.soc)}) t)`;
    case "OWNER":
      return "false";
  }
}

/** Coverage: a SOC's own periods; those of an owner's objects that reach into its time. */
export function coverageInScope(scope: Scope, parameters: Parameters, coverage: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${coverage}.soc_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return `${coverage}.id in (select coverage_known_to(${parameters.add(scope.owner)}))`;
  }
}

/** Ownerships: for a SOC those of the time in which it covered the object; an owner's own. */
export function ownershipsInScope(scope: Scope, parameters: Parameters, ownership: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `(${ownership}.object_id, ${ownership}.ordinal) in (select k.object_id, k.ordinal
        from ownerships_known_to(${parameters.add(scope.soc)}) k)`;
    case "OWNER":
      return ownersRows(scope.owner, parameters, ownership);
  }
}

/**
 * Parties: everybody sees itself and the national centre; a SOC the owners in whose time it covered their objects; an owner
 * the SOCs that cover its objects or have made a statement about one, and who has one of its objects beside it.
 */
export function partiesInScope(scope: Scope, parameters: Parameters, party: string): string {
  const common = `${party}.kind = 'NATIONAL_CENTRE'`;
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC": {
      const soc = parameters.add(scope.soc);
      return `${common} or ${party}.id = ${soc} or ${party}.id in (select owners_known_to(${soc}))`;
    }
    case "OWNER": {
      const owner = parameters.add(scope.owner);
      return `${common} or ${party}.id = ${owner} or ${party}.id in (select parties_known_to(${owner}))`;
    }
  }
}

/** Rows that store the owner, and the holder if any, of the object that they are about or are. */
function ownersOrHoldersRows(owner: string, parameters: Parameters, row: string): string {
  const party = parameters.add(owner);
  return `(${row}.owner_id = ${party} or ${row}.holder_id = ${party})`;
}

/** Rows that store the owner, at that time, of the object that they are about. */
function ownersRows(owner: string, parameters: Parameters, row: string): string {
  return `${row}.owner_id = ${parameters.add(owner)}`;
}
