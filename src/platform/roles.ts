import type { Scope } from "../domain/access.js";

/** The role that every session of the gateway begins as, whichever role logged in. No row of a party is visible to it. */
export const GATEWAY = "dabyl_gateway";

/**
 * The role of a transaction that has declared its scope, by what it sees: each has its own policies, so that a statement is planned
 * with the conditions of one kind of scope. It has the same rights as the gateway's role, which may become it but inherits nothing.
 */
export const SCOPE_ROLES: Readonly<Record<Scope["sees"], string>> = {
  EVERYTHING: "dabyl_sees_everything",
  SOC: "dabyl_sees_soc",
  OWNER: "dabyl_sees_owner",
};
