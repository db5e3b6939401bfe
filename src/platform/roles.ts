import type { Scope } from "../domain/access.js";

/**
 * The role that every session begins as, whichever role logged in. It sees nothing unless a scope is declared as gateways of the
 * release before declare it.
 */
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
