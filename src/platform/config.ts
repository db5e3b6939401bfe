import { isIP, isIPv6 } from "node:net";
import { HOUR, MINUTE, parseInstant, SECOND, type Instant } from "../domain/instant.js";
import type { Limits } from "../domain/limits.js";
import type { RateSettings } from "./rates.js";
import type { Obligation } from "../domain/obligations.js";
import { PERCENT_ENCODING } from "./database-hindrance.js";
import { Hindrance } from "./program.js";
import { distance, misspellings } from "./setting-names.js";

/** How large a GraphQL operation may be. */
export interface OperationLimits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  /** Values in an answer, as `operation-cost.ts` counts them. */
  readonly cost: number;
  /** Bytes of an answer in JSON. */
  readonly bytes: number;
}

/** How many sessions the gateway opens with PostgreSQL, and how long they wait; milliseconds. */
export interface DatabaseSettings {
  /** Sessions for acts, and for queries. */
  readonly acts: number;
  readonly readings: number;
  readonly connectTimeout: number;
  readonly lockTimeout: number;
  readonly actTimeout: number;
  readonly readingTimeout: number;
  /** How long a committed act waits for its position in the journal. */
  readonly sealTimeout: number;
}

/** How many operations of one party run at once, and how many may wait. */
export interface PartyLimits {
  readonly acts: number;
  readonly readings: number;
  readonly waiting: number;
}

/** Limits of a socket, of a party's sockets and of an address's sockets. */
export interface SocketLimits {
  /** Queries and mutations of a socket that run or wait. */
  readonly operations: number;
  readonly subscriptions: number;
  /** Subscriptions of one party, over all its sockets. */
  readonly subscriptionsOfParty: number;
  /** Sockets of one party. */
  readonly ofParty: number;
  /** Unauthenticated sockets of one address. */
  readonly nameless: number;
  /** Unread bytes above which nothing more is done for a client. */
  readonly backlog: number;
  /** Milliseconds in which it must have read them. */
  readonly backlogTime: number;
}

/** How owners are notified by mail and webhook. */
export interface DeliverySettings {
  /** `smtp://` or `smtps://`; it may contain a password. Null: no mail is sent. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** Milliseconds for which a delivery is tried. */
  readonly window: number;
  /** The longest wait before the second attempt, in milliseconds. */
  readonly firstWait: number;
  /** Webhook hosts that may be private and need no TLS: in lower case, addresses in their short form. */
  readonly allowedHosts: readonly string[];
}

/** Everything that can be configured from outside, read once at start. */
export interface Config {
  /** If true, nothing meant only for trials is used unless asked for explicitly. */
  readonly isProduction: boolean;
  /** Whether the database may hold a fictional world; an empty embedded one is filled with it. */
  readonly allowsDemoWorld: boolean;
  /** The name of this process in its log lines; null: its machine and process id. */
  readonly instanceName: string | null;
  readonly host: string;
  readonly port: number;
  /** If absent, the embedded PostgreSQL in `dataDir` is used. */
  readonly databaseUrl: string | null;
  /** The role that owns the tables and migrates; `databaseUrl` if not set separately. */
  readonly databaseOwnerUrl: string | null;
  readonly database: DatabaseSettings;
  readonly perParty: PartyLimits;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly inForceFrom: Instant | null;
  /** How many times faster than real time the clock runs after the start. */
  readonly clockSpeed: number;
  readonly limits: Limits;
  readonly operationLimits: OperationLimits;
  /** How much each party may ask for. */
  readonly rates: RateSettings;
  readonly bodyBytes: number;
  /** Milliseconds in which a request has to arrive, and after which a stalled connection is closed. */
  readonly requestTimeout: number;
  /** Milliseconds for which idle connections are kept open at shutdown, since a request may be on its way. */
  readonly drainTime: number;
  /** Addresses and networks (CIDR) whose X-Forwarded-For is trusted. */
  readonly trustedProxies: readonly string[];
  /** Where GET /metrics is served without a token; null: beside GraphQL, to the national centre. */
  readonly metricsAddress: { readonly host: string; readonly port: number } | null;
  /** Whether GET /schema.graphql serves the SDL to anyone. */
  readonly isSchemaPublic: boolean;
  readonly socketLimits: SocketLimits;
  /** Facts that each gateway keeps in memory for its subscribers. */
  readonly feedRing: number;
  readonly delivery: DeliverySettings;
  /** How long before its deadline a duty of each rule is announced as due soon; milliseconds. */
  readonly dueSoon: Readonly<Record<Obligation["rule"], number>>;
}

interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly means: string;
}

/** The default mail server of a gateway on the embedded PostgreSQL: a mailbox on the machine of whoever tries it out. */
export const LOCAL_MAILBOX = "smtp://127.0.0.1:2525";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** The value of DATABASE_URL that asks for the embedded PostgreSQL explicitly. */
const EMBEDDED = "embedded";

/** Every setting with its default and meaning; a test checks that `docs/operations.md` lists the same. */
export const SETTINGS = [
  { name: "NODE_ENV", fallback: "", means: "production: nothing for trying out without being asked for by name" },
  { name: "HOST", fallback: "127.0.0.1", means: "address to listen on" },
  { name: "PORT", fallback: "4000", means: "TCP port to listen on; 0 takes a free one" },
  { name: "DATABASE_URL", fallback: "", means: "PostgreSQL 15 or newer; embedded, or empty: the embedded one" },
  { name: "DEMO_WORLD", fallback: "", means: "yes, no: may the world be fictional; empty: no in production, else yes" },
  { name: "DATABASE_OWNER_URL", fallback: "", means: "the role that owns and migrates; empty: DATABASE_URL" },
  { name: "DATABASE_POOL", fallback: "16", means: "connections for acts" },
  { name: "DATABASE_READING_POOL", fallback: "4", means: "connections for readings: twice the cores of PostgreSQL" },
  { name: "CONNECT_TIMEOUT_SECONDS", fallback: "10", means: "how long a connection to PostgreSQL may take" },
  { name: "LOCK_TIMEOUT_SECONDS", fallback: "5", means: "how long a statement waits for a lock of somebody else" },
  { name: "ACT_TIMEOUT_SECONDS", fallback: "20", means: "how long a statement of an act may take" },
  { name: "READING_TIMEOUT_SECONDS", fallback: "10", means: "how long a statement of a reading may take" },
  { name: "SEAL_TIMEOUT_SECONDS", fallback: "15", means: "how long an act that is kept waits for its receipt" },
  { name: "MAX_PARTY_ACTS", fallback: "4", means: "acts of one party at once; further ones wait" },
  { name: "MAX_PARTY_READINGS", fallback: "2", means: "readings of one party at once; further ones wait" },
  { name: "MAX_PARTY_WAITING", fallback: "100", means: "acts, and readings, of one party that may wait" },
  { name: "DATA_DIR", fallback: ".data", means: "folder of the embedded cluster and local secrets" },
  { name: "LOG_LEVEL", fallback: "info", means: LOG_LEVELS.join(", ") },
  { name: "INSTANCE_NAME", fallback: "", means: "what log lines call this process; empty: machine and process id" },
  { name: "IN_FORCE_FROM", fallback: "", means: "RFC 3339 instant from which the terms hold (L15); empty: always" },
  { name: "CLOCK_SKEW_SECONDS", fallback: "120", means: "how far ahead of ours a sender's clock may be (L3, F11)" },
  {
    name: "CLOCK_SPEED",
    fallback: "1",
    means: "how many times faster than life the gateway's clock runs, for training",
  },
  { name: "MAX_TEXT", fallback: "20000", means: "characters of a text (F2)" },
  { name: "MAX_SUMMARY", fallback: "2000", means: "characters of a report's summary or another short text (F2)" },
  { name: "MAX_INDICATORS", fallback: "10000", means: "indicators on a card (F9)" },
  { name: "MAX_SUBMISSION_KEY", fallback: "200", means: "characters of a submission key (F10)" },
  { name: "MAX_BODY_BYTES", fallback: "4194304", means: "bytes of a request body or socket message" },
  { name: "REQUEST_TIMEOUT_SECONDS", fallback: "60", means: "time in which a request has to arrive" },
  { name: "DRAIN_SECONDS", fallback: "1", means: "how long idle connections are kept at shutdown" },
  { name: "TRUSTED_PROXIES", fallback: "", means: "addresses or CIDRs, by comma, whose X-Forwarded-For is believed" },
  {
    name: "METRICS_ADDRESS",
    fallback: "",
    means:
      "address and port of its own for GET /metrics, without a token; empty: with HOST and PORT, for the national centre",
  },
  { name: "PUBLIC_SCHEMA", fallback: "yes", means: "yes or no: GET /schema.graphql without a token" },
  { name: "MAX_SOCKET_OPERATIONS", fallback: "100", means: "queries and mutations under way or waiting on a socket" },
  { name: "MAX_SOCKET_SUBSCRIPTIONS", fallback: "50", means: "subscriptions of a socket" },
  { name: "MAX_PARTY_SUBSCRIPTIONS", fallback: "2000", means: "subscriptions of one party on one gateway" },
  { name: "MAX_SOCKET_BACKLOG_BYTES", fallback: "1048576", means: "bytes that a socket's client may leave unread" },
  { name: "MAX_SOCKET_BACKLOG_SECONDS", fallback: "30", means: "time in which it must have read what is beyond them" },
  { name: "MAX_PARTY_SOCKETS", fallback: "1000", means: "sockets of one party on one gateway" },
  { name: "MAX_NAMELESS_SOCKETS", fallback: "200", means: "sockets of one address before their connection_init" },
  { name: "MAX_OPERATION_TOKENS", fallback: "20000", means: "lexical tokens of a GraphQL document" },
  { name: "MAX_OPERATION_DEPTH", fallback: "20", means: "depth of a GraphQL operation" },
  { name: "MAX_OPERATION_ALIASES", fallback: "100", means: "aliased fields of a GraphQL document" },
  { name: "MAX_OPERATION_COST", fallback: "100000", means: "values that an answer may hold" },
  { name: "MAX_ANSWER_BYTES", fallback: "8388608", means: "bytes of an answer" },
  { name: "COST_AT_ONCE", fallback: "600000", means: "values that a party may ask for at once; one actor half of it" },
  { name: "COST_PER_MINUTE", fallback: "1500000", means: "values that come back to a party in a minute" },
  { name: "FEED_RING", fallback: "10000", means: "recent facts kept in memory; how far a live subscriber may lag" },
  {
    name: "SMTP_URL",
    fallback: "",
    means: `mail server, smtp:// or smtps://; none: no mail is sent; empty: none, with a fictional world on the embedded database ${LOCAL_MAILBOX}`,
  },
  { name: "MAIL_FROM", fallback: "dabyl@localhost", means: "sender of the mails to owners and contacts" },
  { name: "DELIVERY_TIMEOUT_SECONDS", fallback: "10", means: "how long one attempt to tell an owner may take" },
  { name: "DELIVERY_WINDOW_HOURS", fallback: "24", means: "how long a delivery is tried before it is put aside" },
  {
    name: "DELIVERY_RETRY_SECONDS",
    fallback: "5",
    means: "longest wait before the second attempt; doubles to an hour",
  },
  {
    name: "DUE_SOON_MINUTES",
    fallback: "R9.1=5 R9.2=5 R9.3=720 R9.4=720 R9.5=720 R9.6=720 RA.1=240",
    means:
      "how long before its end a duty of each rule is announced as due soon; a rule that is left out keeps its own",
  },
  { name: "WEBHOOK_ALLOWED_HOSTS", fallback: "", means: "hosts, by comma, that may be private and may use http" },
] as const satisfies readonly Setting[];

type Name = (typeof SETTINGS)[number]["name"];

const NAMES = SETTINGS.map(({ name }) => name);

/** The only value of NODE_ENV with an effect. */
const PRODUCTION = "production";

/** Thrown when settings are wrong; lists every fault at once. */
export class ConfigError extends Hindrance {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

/** A host as URLs write it, without brackets; null if the entry is not exactly one host. */
function hostName(entry: string): string | null {
  const isBracketed = isIPv6(entry);
  if (!isBracketed && !/^[^\s:/?#@*\\[\]]+$/.test(entry)) return null;
  const url = `http://${isBracketed ? `[${entry}]` : entry}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "") : null;
}

/** Why a string is not a valid PostgreSQL URL; null if it is. */
function urlFault(value: string): string | null {
  const isUrl = /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
  if (!isUrl) return `is not a URL: give postgresql://user:password@host:port/database, or the word ${EMBEDDED}`;
  const { username, password, pathname, search, hash } = new URL(value);
  // An unencoded /, # or ? ends the authority part, so the rest of the password shows up after it.
  const isCutShort = `${pathname}${hash}`.includes("@") || (username === "" && search.includes("@"));
  const isReadable = [username, password, pathname].every((part) => !/%(?![0-9a-f]{2})/i.test(part));
  return isCutShort || !isReadable ? "has a user name or password that is not encoded" : null;
}

/** An IP address, or a network with its prefix length. */
function isNetwork(entry: string): boolean {
  const [, address = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const family = isIP(address);
  return family !== 0 && (prefix === undefined || Number(prefix) <= (family === 4 ? 32 : 128));
}

/** Reads the settings from `environment`; throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const text = (name: Name): string => {
    const given = environment[name]?.trim();
    return given ? given : (SETTINGS.find((setting) => setting.name === name)?.fallback ?? "");
  };
  const whole = (name: Name, least: number, most: number): number => {
    const value = Number(text(name));
    if (/^\d+$/.test(text(name)) && value >= least && value <= most) return value;
    faults.push(`${name} is "${text(name)}": give a whole number from ${least} to ${most}`);
    return least;
  };
  const minutesByRule = (name: Name): Record<string, number> => {
    const usual = SETTINGS.find((setting) => setting.name === name)?.fallback ?? "";
    const known = new Set(usual.split(" ").map((part) => part.split("=")[0]));
    return Object.fromEntries(
      `${usual} ${text(name)}`.split(/[\s,]+/).flatMap((part) => {
        const [, rule = "", minutes = ""] = /^([^=]+)=(\d{1,5})$/.exec(part) ?? [];
        if (known.has(rule)) return [[rule, Number(minutes) * MINUTE] as const];
        faults.push(`${name} has "${part}": give RULE=MINUTES with one of ${[...known].join(", ")}, such as R9.3=720`);
        return [];
      }),
    );
  };
  const postgresUrl = (name: Name): string | null => {
    const value = text(name);
    if (value === "") return null;
    const fault = urlFault(value);
    if (fault !== null) faults.push(`${name} ${fault}. ${PERCENT_ENCODING}`);
    return value;
  };
  const smtpUrl = (name: Name, fallback: string | null): string | null => {
    const value = text(name);
    if (value === "") return fallback;
    if (value === "none") return null;
    if (!/^smtps?:\/\//.test(value) || !URL.canParse(value) || new URL(value).hostname === "")
      faults.push(
        `${name} is not a URL: give smtp://user:password@host:port or smtps://…, or the word none. ${PERCENT_ENCODING}`,
      );
    return value;
  };
  const mailbox = (name: Name): string => {
    const value = text(name);
    if (!/^(?:[^<>@,;]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(value))
      faults.push(`${name} is "${value}": give name@example.kz or Name <name@example.kz>`);
    return value;
  };
  const hosts = (name: Name): string[] =>
    text(name)
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "")
      .map((entry) => {
        const host = hostName(entry);
        if (host === null) faults.push(`${name} has "${entry}": give host names or addresses, without scheme and port`);
        return host ?? entry;
      });
  const addressAndPort = (name: Name): { readonly host: string; readonly port: number } | null => {
    const value = text(name);
    if (value === "") return null;
    const [, bracketed, plain, port = ""] = /^(?:\[([\da-f:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/i.exec(value) ?? [];
    const host = bracketed ?? plain ?? "";
    if (host === "" || Number(port) > 65_535)
      faults.push(`${name} is "${value}": give an address and a port, such as 127.0.0.1:9464`);
    return { host, port: Number(port) };
  };
  const networks = (name: Name): string[] =>
    text(name)
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "")
      .filter((entry) => {
        const isFit = isNetwork(entry);
        if (!isFit) faults.push(`${name} has "${entry}": give an address or a network, such as 10.0.0.7 or 10.0.0.0/8`);
        return isFit;
      });
  const yesOrNo = (name: Name): boolean => {
    if (!["yes", "no"].includes(text(name))) faults.push(`${name} is "${text(name)}": give yes or no`);
    return text(name) === "yes";
  };
  const optionalInstant = (name: Name): Instant | null => {
    const value = text(name);
    if (value === "") return null;
    const at = parseInstant(value);
    if (at === null) faults.push(`${name} is "${value}": give an instant such as 2026-02-01T00:00:00+05:00`);
    return at;
  };
  const logLevel = text("LOG_LEVEL");
  if (!LOG_LEVELS.includes(logLevel)) faults.push(`LOG_LEVEL is "${logLevel}": give one of ${LOG_LEVELS.join(", ")}`);
  for (const { given, meant } of misspellings(environment, NAMES))
    faults.push(`${given} is no setting: did you mean ${meant}? Rename it, or take it out of the environment`);
  const nodeEnv = text("NODE_ENV");
  const isProduction = nodeEnv === PRODUCTION;
  const isNearly = /^(prod|prd|live)/i.test(nodeEnv) || distance(nodeEnv.toLowerCase(), PRODUCTION) <= 2;
  if (!isProduction && isNearly) faults.push(`NODE_ENV is "${nodeEnv}": did you mean ${PRODUCTION}?`);
  const demoWorld = text("DEMO_WORLD");
  if (!["", "yes", "no"].includes(demoWorld)) faults.push(`DEMO_WORLD is "${demoWorld}": give yes or no`);
  const allowsDemoWorld = demoWorld === "yes" || (demoWorld === "" && !isProduction);

  const databaseUrl = text("DATABASE_URL") === EMBEDDED ? null : postgresUrl("DATABASE_URL");
  if (isProduction && text("DATABASE_URL") === "")
    faults.push(
      `DATABASE_URL is not set, and in production nothing else chooses a database: give postgresql://user:password@host:port/database, or the word ${EMBEDDED}`,
    );
  const databaseOwnerUrl = postgresUrl("DATABASE_OWNER_URL");
  if (databaseOwnerUrl !== null && databaseUrl === null)
    faults.push("DATABASE_OWNER_URL is set but DATABASE_URL names no database of your own: set both or neither");
  const clockSpeed = whole("CLOCK_SPEED", 1, 100_000);
  if (isProduction && clockSpeed > 1 && !allowsDemoWorld)
    faults.push(
      `CLOCK_SPEED is "${clockSpeed}": in production the clock is faster than life in a fictional world only`,
    );

  const config: Config = {
    isProduction,
    allowsDemoWorld,
    instanceName: text("INSTANCE_NAME") || null,
    host: text("HOST"),
    port: whole("PORT", 0, 65_535),
    databaseUrl,
    databaseOwnerUrl: databaseOwnerUrl ?? databaseUrl,
    database: {
      acts: whole("DATABASE_POOL", 2, 1_000),
      readings: whole("DATABASE_READING_POOL", 1, 1_000),
      connectTimeout: whole("CONNECT_TIMEOUT_SECONDS", 1, 300) * SECOND,
      lockTimeout: whole("LOCK_TIMEOUT_SECONDS", 1, 300) * SECOND,
      actTimeout: whole("ACT_TIMEOUT_SECONDS", 1, 3_600) * SECOND,
      readingTimeout: whole("READING_TIMEOUT_SECONDS", 1, 3_600) * SECOND,
      sealTimeout: whole("SEAL_TIMEOUT_SECONDS", 1, 300) * SECOND,
    },
    perParty: {
      acts: whole("MAX_PARTY_ACTS", 1, 1_000),
      readings: whole("MAX_PARTY_READINGS", 1, 1_000),
      waiting: whole("MAX_PARTY_WAITING", 1, 100_000),
    },
    dataDir: text("DATA_DIR"),
    logLevel,
    inForceFrom: optionalInstant("IN_FORCE_FROM"),
    clockSpeed,
    limits: {
      text: whole("MAX_TEXT", 1, 1_000_000),
      summary: whole("MAX_SUMMARY", 1, 1_000_000),
      indicators: whole("MAX_INDICATORS", 0, 100_000),
      submissionKey: whole("MAX_SUBMISSION_KEY", 1, 1_000),
      clockSkew: whole("CLOCK_SKEW_SECONDS", 0, 3_600) * SECOND,
    },
    operationLimits: {
      tokens: whole("MAX_OPERATION_TOKENS", 100, 10_000_000),
      depth: whole("MAX_OPERATION_DEPTH", 5, 1_000),
      aliases: whole("MAX_OPERATION_ALIASES", 1, 100_000),
      cost: whole("MAX_OPERATION_COST", 100, 1_000_000_000),
      bytes: whole("MAX_ANSWER_BYTES", 1_024, 1_073_741_824),
    },
    rates: {
      capacity: whole("COST_AT_ONCE", 100, 1_000_000_000_000),
      perMinute: whole("COST_PER_MINUTE", 1, 1_000_000_000_000),
    },
    bodyBytes: whole("MAX_BODY_BYTES", 1_024, 1_073_741_824),
    requestTimeout: whole("REQUEST_TIMEOUT_SECONDS", 1, 3_600) * SECOND,
    drainTime: whole("DRAIN_SECONDS", 0, 5) * SECOND,
    trustedProxies: networks("TRUSTED_PROXIES"),
    metricsAddress: addressAndPort("METRICS_ADDRESS"),
    isSchemaPublic: yesOrNo("PUBLIC_SCHEMA"),
    socketLimits: {
      operations: whole("MAX_SOCKET_OPERATIONS", 1, 100_000),
      subscriptions: whole("MAX_SOCKET_SUBSCRIPTIONS", 1, 100_000),
      subscriptionsOfParty: whole("MAX_PARTY_SUBSCRIPTIONS", 1, 1_000_000),
      ofParty: whole("MAX_PARTY_SOCKETS", 1, 1_000_000),
      nameless: whole("MAX_NAMELESS_SOCKETS", 1, 1_000_000),
      backlog: whole("MAX_SOCKET_BACKLOG_BYTES", 1_024, 1_073_741_824),
      backlogTime: whole("MAX_SOCKET_BACKLOG_SECONDS", 1, 3_600) * SECOND,
    },
    feedRing: whole("FEED_RING", 10, 10_000_000),
    dueSoon: minutesByRule("DUE_SOON_MINUTES") as Config["dueSoon"],
    delivery: {
      smtpUrl: smtpUrl("SMTP_URL", databaseUrl === null && allowsDemoWorld ? LOCAL_MAILBOX : null),
      mailFrom: mailbox("MAIL_FROM"),
      timeout: whole("DELIVERY_TIMEOUT_SECONDS", 1, 300) * SECOND,
      window: whole("DELIVERY_WINDOW_HOURS", 1, 168) * HOUR,
      firstWait: whole("DELIVERY_RETRY_SECONDS", 1, 3_600) * SECOND,
      allowedHosts: hosts("WEBHOOK_ALLOWED_HOSTS"),
    },
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
