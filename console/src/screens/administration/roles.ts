import type { Role } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";

/** Roles in words; what follows where there is none. */
export function rolesOf(roles: readonly Role[], { words, administration }: Texts): string {
  return roles.length === 0 ? administration.accounts.noRoles : roles.map((role) => words.roles[role]).join(", ");
}
