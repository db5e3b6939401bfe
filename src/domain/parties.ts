/** The three kinds of party (vocabulary: Party). */
export const PARTY_KINDS = ["NATIONAL_CENTRE", "SOC", "OWNER"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** R2.1, R2.2: the kinds of object that R9.2 protects; an object has none, one or both. */
export const OBJECT_KINDS = ["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** R9.2: as what a party has an object; it is notified in either. */
export const CAPACITIES = ["OWNER", "HOLDER"] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** R2.1: the sectors that the definition lists. The law's list is open, therefore `OTHER`. */
export const SECTORS = [
  "HEAT_SUPPLY",
  "ELECTRICITY_SUPPLY",
  "GAS_SUPPLY",
  "WATER_SUPPLY",
  "INDUSTRY",
  "HEALTH_CARE",
  "COMMUNICATIONS",
  "BANKING",
  "TRANSPORT",
  "HYDRAULIC_STRUCTURES",
  "LAW_ENFORCEMENT",
  "E_GOVERNMENT_INFRASTRUCTURE",
  "OTHER",
] as const;
export type Sector = (typeof SECTORS)[number];

/** What an actor may do; each role belongs to one kind of party, but EXPORTER to any. */
export const ROLES = [
  "CENTRE_OPERATOR",
  "CENTRE_ANALYST",
  "CENTRE_ADMINISTRATOR",
  "SOC_OPERATOR",
  "SOC_READER",
  "OWNER",
  "EXPORTER",
] as const;
export type Role = (typeof ROLES)[number];

/** F19: the kind of party that a role belongs to; null: any. */
export const PARTY_KIND_OF_ROLE: Record<Role, PartyKind | null> = {
  CENTRE_OPERATOR: "NATIONAL_CENTRE",
  CENTRE_ANALYST: "NATIONAL_CENTRE",
  CENTRE_ADMINISTRATOR: "NATIONAL_CENTRE",
  SOC_OPERATOR: "SOC",
  SOC_READER: "SOC",
  OWNER: "OWNER",
  EXPORTER: null,
};

/** F19: whether a party of this kind has the role. */
export function isRoleOf(role: Role, kind: PartyKind): boolean {
  return (PARTY_KIND_OF_ROLE[role] ?? kind) === kind;
}

/** How a SOC notified an owner itself. */
export const OWNER_CHANNELS = ["TELEPHONE", "EMAIL", "MESSENGER", "IN_PERSON", "LETTER", "OTHER"] as const;
export type OwnerChannel = (typeof OWNER_CHANNELS)[number];

/** How the gateway notifies a party. */
export type DeliveryChannel = "EMAIL" | "WEBHOOK";

/** The state of a delivery to one address. */
export type DeliveryState = "NO_ADDRESS" | "NO_MAIL_SERVER" | "QUEUED" | "ACCEPTED" | "GIVEN_UP" | "OBSOLETE";

/** Why an address cannot be called as a webhook (F21). */
export type WebhookFault = "NOT_URL" | "NOT_HTTPS" | "CREDENTIALS" | "PRIVATE_ADDRESS";

/** The least that must be known of a party. Ids are UUIDs. */
export interface Party {
  readonly id: string;
  readonly kind: PartyKind;
  readonly code: string;
  readonly name: string;
}

/** Who acts now: a person or a system account of a party. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly party: Party;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The gateway itself, as the actor of what it does by itself. It is nobody's account and has no role. */
export const GATEWAY: Actor = {
  id: NOBODY,
  name: "gateway",
  roles: [],
  party: { id: NOBODY, kind: "NATIONAL_CENTRE", code: "GATEWAY", name: "gateway" },
};

/** The database owner's login, as the actor of a recovery. It is nobody's account either. */
export const DATABASE_OWNER: Actor = {
  ...GATEWAY,
  id: "00000000-0000-0000-0000-000000000001",
  name: "database owner",
};
