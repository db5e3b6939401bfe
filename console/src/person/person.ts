import type { MeQuery, Role } from "../operations/generated.js";

/** Who is signed in, as the gateway's `me` says. */
export type Person = MeQuery["me"];

/** Who may do what that has a place of its own on the page; the gateway decides anew on each act (src/domain/access.ts). */
const PERMITTED = {
  report: ["SOC_OPERATOR"],
  answer: ["SOC_OPERATOR"],
  acknowledge: ["SOC_OPERATOR", "OWNER"],
  notify: ["CENTRE_OPERATOR"],
  decide: ["CENTRE_OPERATOR"],
  take: ["CENTRE_OPERATOR"],
  waive: ["CENTRE_OPERATOR", "SOC_OPERATOR"],
  readDeliveries: ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR"],
  retryDelivery: ["CENTRE_OPERATOR"],
  administer: ["CENTRE_ADMINISTRATOR"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Act = keyof typeof PERMITTED;

export function may(person: Person, act: Act): boolean {
  const permitted: readonly Role[] = PERMITTED[act];
  return person.roles.some((role) => permitted.includes(role));
}
