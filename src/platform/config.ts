import type { Limits } from "../domain/limits.js";
import type { Obligation } from "../domain/obligations.js";
import { Hindrance } from "./program.js";
import type { RateSettings } from "./rates.js";
import type { Setting } from "./setting-kinds.js";
import { distance } from "../domain/nearest.js";
import { misspellings } from "./setting-names.js";
import { EMBEDDED, LOCAL_MAILBOX, TABLE } from "./settings-table.js";

/** A table's values: each setting as what is read from it, groups as groups. */
type Values<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends Setting<infer Value> ? Value : Values<Table[Key]>;
};

type Given = Values<typeof TABLE>;

/** How many sessions the gateway opens with PostgreSQL, and how long they wait. */
export type DatabaseSettings = Given["database"];
/** Limits of a socket, of a party's sockets and of an address's sockets. */
export type SocketLimits = Given["socketLimits"];
/** How large a GraphQL operation may be. */
export type OperationLimits = Given["operationLimits"];

/** Everything that can be configured from outside, read once at start: the table's values and what follows from them. */
export interface Config extends Omit<Given, "nodeEnv"> {
  /** If true, nothing meant only for trials is used unless asked for explicitly. */
  readonly isProduction: boolean;
  /** Whether the database may hold a fictional world; an empty embedded one is filled with it. */
  readonly allowsDemoWorld: boolean;
  /** If absent, the embedded PostgreSQL in `dataDir` is used. */
  readonly databaseUrl: string | null;
  /** The role that owns the tables and migrates; `databaseUrl` if not set separately. */
  readonly databaseOwnerUrl: string | null;
  readonly limits: Limits;
  readonly rates: RateSettings;
  /** Its `smtpUrl` may contain a password; null: no mail is sent. */
  readonly delivery: Given["delivery"];
  readonly dueSoon: Readonly<Record<Obligation["rule"], number>>;
}

/** Every setting, in the table's order. */
export const SETTINGS = settingsIn(TABLE);

/** The only value of NODE_ENV with an effect. */
const PRODUCTION = "production";

/** Thrown when settings are wrong; lists every fault at once. */
export class ConfigError extends Hindrance {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

/** Reads the settings from `environment`; throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const { nodeEnv, ...given } = valuesOf(TABLE, environment, faults);
  const names = SETTINGS.map(({ name }) => name);
  for (const { given: name, meant } of misspellings(environment, names))
    faults.push(`${name} is no setting: did you mean ${meant}? Rename it, or take it out of the environment`);

  const isProduction = nodeEnv === PRODUCTION;
  const isNearly = /^(prod|prd|live)/i.test(nodeEnv) || distance(nodeEnv.toLowerCase(), PRODUCTION) <= 2;
  if (!isProduction && isNearly) faults.push(`NODE_ENV is "${nodeEnv}": did you mean ${PRODUCTION}?`);
  if (isProduction && given.databaseUrl === null)
    faults.push(
      `DATABASE_URL is not set, and in production nothing else chooses a database: give postgresql://user:password@host:port/database, or the word ${EMBEDDED}`,
    );
  const databaseUrl = given.databaseUrl === EMBEDDED ? null : given.databaseUrl;
  if (given.databaseOwnerUrl !== null && databaseUrl === null)
    faults.push("DATABASE_OWNER_URL is set but DATABASE_URL names no database of your own: set both or neither");
  const allowsDemoWorld = given.allowsDemoWorld ?? !isProduction;
  if (isProduction && given.clockSpeed > 1 && !allowsDemoWorld)
    faults.push(
      `CLOCK_SPEED is "${given.clockSpeed}": in production the clock is faster than life in a fictional world only`,
    );
  if (faults.length > 0) throw new ConfigError(faults);

  const smtpUrl = given.delivery.smtpUrl ?? (databaseUrl === null && allowsDemoWorld ? LOCAL_MAILBOX : "none");
  return {
    ...given,
    isProduction,
    allowsDemoWorld,
    databaseUrl,
    databaseOwnerUrl: given.databaseOwnerUrl ?? databaseUrl,
    delivery: { ...given.delivery, smtpUrl: smtpUrl === "none" ? null : smtpUrl },
  };
}

/** A setting, or a group of them by name. */
type Entry = Setting<unknown> | { readonly [name: string]: Entry };

function isSetting(entry: Entry): entry is Setting<unknown> {
  return typeof entry.read === "function";
}

function settingsIn(entry: Entry): Setting<unknown>[] {
  return isSetting(entry) ? [entry] : Object.values(entry).flatMap(settingsIn);
}

/** The values of `table` in `environment`; what is wrong with them is added to `faults`. */
function valuesOf<Table extends Entry>(
  table: Table,
  environment: Readonly<Record<string, string | undefined>>,
  faults: string[],
): Values<Table> {
  const valueOf = (entry: Entry): unknown => {
    if (!isSetting(entry))
      return Object.fromEntries(Object.entries(entry).map(([name, member]) => [name, valueOf(member)]));
    const { name, fallback, read } = entry;
    return read(environment[name]?.trim() || fallback, (what) => faults.push(`${name} ${what}`), fallback);
  };
  return valueOf(table) as Values<Table>;
}
