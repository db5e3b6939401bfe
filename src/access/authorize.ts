import { may, rolesFor, type Action } from "../domain/access.js";
import type { Actor } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";

/** Throws FORBIDDEN where none of the actor's roles permits the action. */
export function authorize(actor: Actor, action: Action): void {
  if (may(actor, action)) return;
  const says = say("forbidden", { roles: actor.roles.join(", "), needed: rolesFor(action).join(", ") });
  throw new Refusal("FORBIDDEN", says);
}
