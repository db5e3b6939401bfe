import { HOUR, MINUTE, SECOND } from "../domain/instant.js";
import { EARLIEST_IN_FORCE } from "../domain/obligations.js";
import {
  addressAndPort,
  hosts,
  mailbox,
  mailServer,
  networks,
  numbersByKey,
  oneOf,
  momentFrom,
  optionalText,
  optionalYesOrNo,
  postgresUrl,
  setting,
  text,
  whole,
  webAddress,
  yesOrNo,
} from "./setting-kinds.js";

/** The default mail server of a gateway on the embedded PostgreSQL: a mailbox on the machine of whoever tries it out. */
export const LOCAL_MAILBOX = "smtp://127.0.0.1:2525";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** The value of DATABASE_URL that asks for the embedded PostgreSQL explicitly. */
export const EMBEDDED = "embedded";

const seconds = (least: number, most: number) => whole(least, most, SECOND);

const thousand = 1_000;
const million = 1_000_000;
const gibibyte = 1_073_741_824;

/**
 * Every setting: where it stands in `Config`, its variable, default and reading, and what it means. Times are milliseconds in
 * `Config`, whatever unit the variable has. A test checks that `docs/operations.md` lists the same.
 */
export const TABLE = {
  nodeEnv: setting("NODE_ENV", "", text, "production: nothing for trying out without being asked for by name"),
  host: setting("HOST", "127.0.0.1", text, "address to listen on"),
  port: setting("PORT", "4000", whole(0, 65_535), "TCP port to listen on; 0 takes a free one"),
  publicUrl: setting("PUBLIC_URL", "", webAddress, "web address that people open; empty: no QR code on paper"),
  databaseUrl: setting(
    "DATABASE_URL",
    "",
    postgresUrl(EMBEDDED),
    "PostgreSQL 15 or newer; embedded, or empty: the embedded one",
  ),
  databaseOwnerUrl: setting(
    "DATABASE_OWNER_URL",
    "",
    postgresUrl(),
    "the role that owns and migrates; empty: DATABASE_URL",
  ),
  allowsDemoWorld: setting(
    "DEMO_WORLD",
    "",
    optionalYesOrNo,
    "yes, no: may the world be fictional; empty: no in production, else yes",
  ),
  database: {
    acts: setting("DATABASE_POOL", "16", whole(2, thousand), "connections for acts"),
    readings: setting(
      "DATABASE_READING_POOL",
      "4",
      whole(1, thousand),
      "connections for readings: twice the cores of PostgreSQL",
    ),
    connectTimeout: setting(
      "CONNECT_TIMEOUT_SECONDS",
      "10",
      seconds(1, 300),
      "how long a connection to PostgreSQL may take",
    ),
    lockTimeout: setting(
      "LOCK_TIMEOUT_SECONDS",
      "5",
      seconds(1, 300),
      "how long a statement waits for a lock of somebody else",
    ),
    actTimeout: setting("ACT_TIMEOUT_SECONDS", "20", seconds(1, 3_600), "how long a statement of an act may take"),
    readingTimeout: setting(
      "READING_TIMEOUT_SECONDS",
      "10",
      seconds(1, 3_600),
      "how long a statement of a reading may take",
    ),
    sealTimeout: setting("SEAL_TIMEOUT_SECONDS", "15", seconds(1, 300), "how long a kept act waits for its receipt"),
  },
  perParty: {
    acts: setting("MAX_PARTY_ACTS", "4", whole(1, thousand), "acts of one party at once; further ones wait"),
    readings: setting(
      "MAX_PARTY_READINGS",
      "2",
      whole(1, thousand),
      "readings of one party at once; further ones wait",
    ),
    waiting: setting(
      "MAX_PARTY_WAITING",
      "100",
      whole(1, 100 * thousand),
      "acts, and readings, of one party that may wait",
    ),
  },
  dataDir: setting("DATA_DIR", ".data", text, "folder of the embedded cluster and local secrets"),
  consoleDir: setting(
    "CONSOLE_DIR",
    "",
    optionalText,
    "folder of the built console; none: there is no console; empty: where npm run build:console puts it",
  ),
  allowsDrafts: setting(
    "CONSOLE_DRAFTS",
    "yes",
    yesOrNo,
    "yes or no: may the console keep in a browser, in clear, what a person has begun to write",
  ),
  reserveDir: setting(
    "RESERVE_DIR",
    "",
    optionalText,
    "folder of the reserve folders, in which parties put documents as files (R13.2); empty: there is none",
  ),
  isReserveOutbound: setting(
    "RESERVE_OUTBOUND",
    "no",
    yesOrNo,
    "yes or no: notifications as files in the reserve folders of the SOCs that are notified",
  ),
  logLevel: setting("LOG_LEVEL", "info", oneOf(LOG_LEVELS), LOG_LEVELS.join(", ")),
  instanceName: setting(
    "INSTANCE_NAME",
    "",
    optionalText,
    "what log lines call this process; empty: machine and process id",
  ),
  inForceFrom: setting(
    "IN_FORCE_FROM",
    "2026-01-30T00:00:00+05:00",
    momentFrom(EARLIEST_IN_FORCE),
    "RFC 3339 instant from which the terms hold (L15); by default the earliest day on which they can",
  ),
  clockSpeed: setting(
    "CLOCK_SPEED",
    "1",
    whole(1, 100 * thousand),
    "how many times faster than life the gateway's clock runs, for training",
  ),
  limits: {
    text: setting("MAX_TEXT", "20000", whole(1, million), "characters of a text (F2)"),
    summary: setting(
      "MAX_SUMMARY",
      "2000",
      whole(1, million),
      "characters of a report's summary or another short text (F2)",
    ),
    affectedObjects: setting(
      "MAX_AFFECTED_OBJECTS",
      "100",
      whole(1, thousand),
      "objects that one incident harmed (F9)",
    ),
    notifications: setting(
      "MAX_NOTIFICATIONS",
      "100",
      whole(1, thousand),
      "notifications that one submission names (F9)",
    ),
    indicators: setting("MAX_INDICATORS", "10000", whole(0, 100 * thousand), "indicators on a card (F9)"),
    submissionKey: setting("MAX_SUBMISSION_KEY", "200", whole(1, thousand), "characters of a submission key (F10)"),
    clockSkew: setting(
      "CLOCK_SKEW_SECONDS",
      "120",
      seconds(0, 3_600),
      "how far ahead of ours a sender's clock may be (L3, F11)",
    ),
  },
  bodyBytes: setting("MAX_BODY_BYTES", "4194304", whole(1_024, gibibyte), "bytes of a request body or socket message"),
  batchItems: setting("MAX_BATCH_ITEMS", "100000", whole(1, 10 * million), "documents of one batch"),
  requestTimeout: setting(
    "REQUEST_TIMEOUT_SECONDS",
    "60",
    seconds(1, 3_600),
    "time in which a request has to arrive, and after which a stalled connection is closed",
  ),
  drainTime: setting(
    "DRAIN_SECONDS",
    "1",
    seconds(0, 5),
    "how long idle connections are kept at shutdown, since a request may be on its way",
  ),
  trustedProxies: setting(
    "TRUSTED_PROXIES",
    "",
    networks,
    "addresses or CIDRs, by comma, whose X-Forwarded-For is believed",
  ),
  metricsAddress: setting(
    "METRICS_ADDRESS",
    "",
    addressAndPort,
    "address and port of its own for GET /metrics, without a token; empty: with HOST and PORT, for the national centre",
  ),
  isSchemaPublic: setting("PUBLIC_SCHEMA", "yes", yesOrNo, "yes or no: GET /schema.graphql without a token"),
  socketLimits: {
    operations: setting(
      "MAX_SOCKET_OPERATIONS",
      "100",
      whole(1, 100 * thousand),
      "queries and mutations under way or waiting on a socket",
    ),
    subscriptions: setting("MAX_SOCKET_SUBSCRIPTIONS", "50", whole(1, 100 * thousand), "subscriptions of a socket"),
    subscriptionsOfParty: setting(
      "MAX_PARTY_SUBSCRIPTIONS",
      "2000",
      whole(1, million),
      "subscriptions of one party on one gateway",
    ),
    ofParty: setting("MAX_PARTY_SOCKETS", "1000", whole(1, million), "sockets of one party on one gateway"),
    nameless: setting(
      "MAX_NAMELESS_SOCKETS",
      "200",
      whole(1, million),
      "sockets of one address before their connection_init",
    ),
    backlog: setting(
      "MAX_SOCKET_BACKLOG_BYTES",
      "1048576",
      whole(1_024, gibibyte),
      "bytes that a socket's client may leave unread",
    ),
    backlogTime: setting(
      "MAX_SOCKET_BACKLOG_SECONDS",
      "30",
      seconds(1, 3_600),
      "time in which it must have read what is beyond them",
    ),
  },
  operationLimits: {
    tokens: setting("MAX_OPERATION_TOKENS", "20000", whole(100, 10 * million), "lexical tokens of a GraphQL document"),
    depth: setting("MAX_OPERATION_DEPTH", "20", whole(5, thousand), "depth of a GraphQL operation"),
    aliases: setting("MAX_OPERATION_ALIASES", "100", whole(1, 100 * thousand), "aliased fields of a GraphQL document"),
    cost: setting(
      "MAX_OPERATION_COST",
      "100000",
      whole(100, thousand * million),
      "values that an answer may hold, as operation-cost.ts counts them",
    ),
    bytes: setting("MAX_ANSWER_BYTES", "8388608", whole(1_024, gibibyte), "bytes of an answer in JSON"),
  },
  rates: {
    capacity: setting(
      "COST_AT_ONCE",
      "600000",
      whole(100, million * million),
      "values that a party may ask for at once; one actor half of it",
    ),
    perMinute: setting(
      "COST_PER_MINUTE",
      "1500000",
      whole(1, million * million),
      "values that come back to a party in a minute",
    ),
  },
  feedRing: setting(
    "FEED_RING",
    "10000",
    whole(10, 10 * million),
    "recent facts kept in memory; how far a live subscriber may lag",
  ),
  delivery: {
    smtpUrl: setting(
      "SMTP_URL",
      "",
      mailServer,
      `mail server, smtp:// or smtps://; none: no mail is sent; empty: none, with a fictional world on the embedded database ${LOCAL_MAILBOX}`,
    ),
    mailFrom: setting("MAIL_FROM", "dabyl@localhost", mailbox, "sender of the mails to owners and contacts"),
    timeout: setting(
      "DELIVERY_TIMEOUT_SECONDS",
      "10",
      seconds(1, 300),
      "how long one attempt to tell an owner may take",
    ),
    window: setting("DELIVERY_WINDOW_HOURS", "24", whole(1, 168, HOUR), "how long a delivery is tried"),
    firstWait: setting(
      "DELIVERY_RETRY_SECONDS",
      "5",
      seconds(1, 3_600),
      "longest wait before the second attempt; doubles to an hour",
    ),
    allowedHosts: setting("WEBHOOK_ALLOWED_HOSTS", "", hosts, "hosts, by comma, that may be private and may use http"),
  },
  dueSoon: setting(
    "DUE_SOON_MINUTES",
    "R9.1=5 R9.2=5 R9.3=720 R9.4=720 R9.5=720 R9.6=720 RA.1=240",
    numbersByKey(MINUTE),
    "how long before its end a duty of each rule is announced as due soon; a rule that is left out keeps its own",
  ),
} as const;
