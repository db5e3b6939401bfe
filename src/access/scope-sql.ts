import type { Scope } from "../domain/access.js";
import type { Parameters } from "../platform/sql.js";

/**
 * The eyes of a scope as SQL conditions. Each takes the alias of the table that it looks at. What these let through is
 * all that a party can ever read; stores have no other way to a table of theirs.
 */

/** Incidents: a SOC's own; those on an owner's objects. */
export function incidentsInScope(scope: Scope, parameters: Parameters, incident: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${incident}.soc_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return ownedBy(scope.owner, parameters, `${incident}.object_id`);
  }
}

/**
 * What is said within an incident about one object: a card revision, a report, a duty toward an owner. An owner does not
 * see what an earlier or later revision says of somebody else's object. Comes on top of the incident's own scope.
 */
export function partsInScope(scope: Scope, parameters: Parameters, part: string, incident: string): string {
  return `${incidentsInScope(scope, parameters, incident)} and ${ownObjectInScope(scope, parameters, `${part}.object_id`)}`;
}

/** The incident `i` of a part, joined only for eyes that it has to pass before. */
export function incidentOf(scope: Scope, part: string): string {
  return scope.sees === "EVERYTHING" ? "" : `join incident i on i.id = ${part}.incident_id`;
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

/** Duties: a SOC's own; those about an owner's objects. */
export function obligationsInScope(scope: Scope, parameters: Parameters, obligation: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${obligation}.debtor_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return `exists (select 1 from incident i where i.id = ${obligation}.incident_id
        and ${ownedBy(scope.owner, parameters, "i.object_id")})
        and (${obligation}.object_id is null or ${ownedBy(scope.owner, parameters, `${obligation}.object_id`)})`;
  }
}

/** Deliveries: those about a SOC's incidents, and those to itself; those to an owner about its objects. */
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
      return `${delivery}.party_id = ${parameters.add(scope.owner)}
        and exists (select 1 from incident i where i.id = ${delivery}.incident_id
          and ${ownedBy(scope.owner, parameters, "i.object_id")})
        and ${ownedBy(scope.owner, parameters, `${delivery}.object_id`)}`;
  }
}

/** Notifications, and what they are about: a SOC's are those that it was told of; an owner has none. */
export function notificationsInScope(scope: Scope, parameters: Parameters, notification: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `exists (select 1 from notification_recipient told where told.notification_id = ${notification}
        and told.soc_id = ${parameters.add(scope.soc)})`;
    case "OWNER":
      return "false";
  }
}

/** Threats and events: a SOC's are those that it was told of; an owner has none. */
export function concernsInScope(scope: Scope, parameters: Parameters, concern: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `exists (select 1 from notification about join notification_recipient told on told.notification_id = about.id
        where about.concern_id = ${concern} and told.soc_id = ${parameters.add(scope.soc)})`;
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
      return `${object}.owner_id = ${parameters.add(scope.owner)}`;
  }
}

/** Coverage: a SOC's own periods; those of an owner's objects. */
export function coverageInScope(scope: Scope, parameters: Parameters, coverage: string): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC":
      return `${coverage}.soc_id = ${parameters.add(scope.soc)}`;
    case "OWNER":
      return ownedBy(scope.owner, parameters, `${coverage}.object_id`);
  }
}

/**
 * Parties: everybody sees itself and the national centre; a SOC the owners of its objects; an owner the SOCs that cover
 * its objects or sent an incident on one.
 */
export function partiesInScope(scope: Scope, parameters: Parameters, party: string): string {
  const common = `${party}.kind = 'NATIONAL_CENTRE'`;
  switch (scope.sees) {
    case "EVERYTHING":
      return "true";
    case "SOC": {
      const soc = parameters.add(scope.soc);
      return `${common} or ${party}.id = ${soc} or exists (select 1 from protected_object o join coverage c on c.object_id = o.id
        where o.owner_id = ${party}.id and c.soc_id = ${soc})`;
    }
    case "OWNER": {
      const owner = parameters.add(scope.owner);
      return `${common} or ${party}.id = ${owner}
        or exists (select 1 from protected_object o join coverage c on c.object_id = o.id
          where o.owner_id = ${owner} and c.soc_id = ${party}.id)
        or exists (select 1 from protected_object o join incident i on i.object_id = o.id
          where o.owner_id = ${owner} and i.soc_id = ${party}.id)`;
    }
  }
}

/** Within what an owner may see: only what is about an object of its own. Others see every object here. */
export function ownObjectInScope(scope: Scope, parameters: Parameters, objectId: string): string {
  return scope.sees === "OWNER" ? ownedBy(scope.owner, parameters, objectId) : "true";
}

function ownedBy(owner: string, parameters: Parameters, objectId: string): string {
  return `exists (select 1 from protected_object owned where owned.id = ${objectId} and owned.owner_id = ${parameters.add(owner)})`;
}
