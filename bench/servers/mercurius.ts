import { fastify } from "fastify";
import mercurius from "mercurius";
import pg from "pg";
import { tokenHash, WHO_ASKS } from "./tokens.ts";

/** Mercurius with graphql-jit on the same tables: plain SDL, plain rows, prepared statements, one statement per loader. */

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === 1184
      ? (value: string) => `${value.slice(0, 10)}T${value.slice(11, -3)}Z`
      : oid === 1082
        ? (value: string) => value
        : pg.types.getTypeParser(oid, format),
};
const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: Number(process.env["POOL"]),
  idleTimeoutMillis: 0,
  options: "-c TimeZone=UTC",
  types: types as pg.CustomTypesConfig,
});

const names = new Map<string, string>();

/** Each SQL text is prepared once per session. */
async function rows<Row>(text: string, values: unknown[]): Promise<Row[]> {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `s${names.size}`));
  return (await pool.query<Row & pg.QueryResultRow>({ name, text, values })).rows;
}

interface Caller {
  readonly partyId: string;
  readonly kind: string;
}

interface Incident {
  readonly id: string;
  readonly socId: string;
  readonly affected: readonly Affected[];
  readonly receivedAt: string;
}

interface Affected {
  readonly objectId: string | null;
}

const INCIDENT = `i.id, i.number, i.soc_id as "socId", i.affected, i.type, i.severity,
  i.confirmed_at as "confirmedAt", i.occurred_at as "occurredAt", i.received_at as "receivedAt"`;

/** The scope condition and its parameter; the parameter is the statement's last. */
function scope(caller: Caller, place: number): { readonly sql: string; readonly values: string[] } {
  return caller.kind === "NATIONAL_CENTRE"
    ? { sql: "true", values: [] }
    : { sql: `i.soc_id = $${place}`, values: [caller.partyId] };
}

const SDL = `
type Query {
  incidents(first: Int!, after: String): IncidentConnection!
  incident(number: String!): Incident
}
type IncidentConnection { nodes: [Incident!]! pageInfo: PageInfo! }
type PageInfo { hasNextPage: Boolean! endCursor: String }
type Incident {
  number: String! type: String! severity: String confirmedAt: String! occurredAt: String receivedAt: String!
  soc: Party affectedObjects: [AffectedObject!]! report: Report cardRevisions: [Card!]! severityReviews: [Review!]!
  ownerNotifications: [OwnerNotification!]! obligations: [Obligation!]!
}
type Party { code: String! name: String! }
type ProtectedObject { code: String! name: String! }
type AffectedObject { description: String object: ProtectedObject }
type Report { confirmedAt: String! type: String! summary: String! severity: String receivedAt: String! }
type Card {
  revision: Int! receivedAt: String! registeredOn: String! severity: String! type: String! scale: String! occurredAt: String!
  confirmedAt: String! recurrence: String! sign: String! contours: [String!]! nature: String! consequences: [String!]!
  measures: String! note: String affectedObjects: [AffectedObject!]! indicators: [Indicator!]!
}
type Indicator { type: String! value: String! submitted: String! }
type Review { previous: String severity: String! reason: String receivedAt: String! }
type OwnerNotification { channel: String! recipient: String! notifiedAt: String! note: String receivedAt: String! }
type Obligation { kind: String! rule: String! dueAt: String! dischargedAt: String standing: String! }
`;

interface Query<Source> {
  readonly obj: Source;
}

/** One row for each source by its key. */
function one<Source>(text: string, keyOf: (source: Source) => string | null) {
  return {
    async loader(queries: readonly Query<Source>[]) {
      const keys = [...new Set(queries.map(({ obj }) => keyOf(obj)).filter((key) => key !== null))];
      const found = keys.length === 0 ? [] : await rows<{ id: string }>(text, [keys]);
      const byId = new Map(found.map((row) => [row.id, row]));
      return queries.map(({ obj }) => byId.get(keyOf(obj) ?? "") ?? null);
    },
    opts: { cache: false },
  };
}

/** Every row whose `of` is the source's id. */
function many(text: string) {
  return {
    async loader(queries: readonly Query<{ readonly id: string }>[]) {
      const groups = new Map<string, object[]>(queries.map(({ obj }) => [obj.id, []]));
      for (const row of await rows<{ of: string }>(text, [[...groups.keys()]])) groups.get(row.of)?.push(row);
      return queries.map(({ obj }) => groups.get(obj.id) ?? []);
    },
    opts: { cache: false },
  };
}

const app = fastify({ logger: false });
await app.register(mercurius, {
  schema: SDL,
  jit: 1,
  context: async (request): Promise<{ caller: Caller }> => {
    const [caller] = await rows<Caller>(WHO_ASKS, [tokenHash(request.headers.authorization)]);
    if (!caller) throw new Error("nobody");
    return { caller };
  },
  resolvers: {
    Query: {
      async incidents(_: unknown, { first, after }: { first: number; after?: string | null }, context: object) {
        const { caller } = context as { caller: Caller };
        const cursor = after ? (JSON.parse(Buffer.from(after, "base64url").toString()) as string[]) : [];
        const beyond = after ? "and (i.received_at, i.id) < ($2::timestamptz, $3::uuid)" : "";
        const seen = scope(caller, cursor.length + 2);
        const found = await rows<Incident>(
          `select ${INCIDENT} from incident i where ${seen.sql} ${beyond} order by i.received_at desc, i.id desc limit $1`,
          [first + 1, ...cursor, ...seen.values],
        );
        const nodes = found.slice(0, first);
        const last = nodes.at(-1);
        const endCursor = last && Buffer.from(JSON.stringify([last.receivedAt, last.id])).toString("base64url");
        return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor } };
      },
      async incident(_: unknown, { number }: { number: string }, context: object) {
        const seen = scope((context as { caller: Caller }).caller, 2);
        const text = `select ${INCIDENT} from incident i where i.number = $1 and ${seen.sql}`;
        return (await rows<Incident>(text, [number, ...seen.values]))[0] ?? null;
      },
    },
    Incident: { affectedObjects: ({ affected }: Incident) => affected },
    Card: { affectedObjects: ({ affected }: Pick<Incident, "affected">) => affected },
    Obligation: {
      standing({ dischargedAt, dueAt, waivedAt }: Record<string, string | null>) {
        if (typeof dischargedAt === "string")
          return Date.parse(dischargedAt) <= Date.parse(dueAt ?? "") ? "MET" : "MET_LATE";
        return typeof waivedAt === "string" ? "WAIVED" : Date.now() <= Date.parse(dueAt ?? "") ? "RUNNING" : "OVERDUE";
      },
    },
  },
  loaders: {
    Incident: {
      soc: one<Incident>("select id, code, name from party where id = any ($1)", ({ socId }) => socId),
      report: {
        async loader(queries: readonly Query<Incident>[]) {
          const found = await rows<{ of: string }>(
            `select incident_id as of, confirmed_at as "confirmedAt", type, summary, severity, received_at as "receivedAt"
             from incident_report where incident_id = any ($1)`,
            [queries.map(({ obj }) => obj.id)],
          );
          return queries.map(({ obj }) => found.find(({ of }) => of === obj.id) ?? null);
        },
        opts: { cache: false },
      },
      cardRevisions:
        many(`select id, incident_id as of, revision, received_at as "receivedAt", registered_on as "registeredOn", severity, type,
        scale, occurred_at as "occurredAt", confirmed_at as "confirmedAt", recurrence, sign, contours, nature, consequences, measures,
        note, affected
        from incident_card where incident_id = any ($1) order by incident_id, revision`),
      severityReviews: many(`select incident_id as of, previous, severity, reason, received_at as "receivedAt"
        from severity_review where incident_id = any ($1) order by incident_id, received_at, id`),
      ownerNotifications:
        many(`select incident_id as of, channel, recipient, notified_at as "notifiedAt", note, received_at as "receivedAt"
        from owner_notification where incident_id = any ($1) order by incident_id, received_at, id`),
      obligations:
        many(`select incident_id as of, kind, rule, due_at as "dueAt", discharged_at as "dischargedAt", waived_at as "waivedAt"
        from obligation where incident_id = any ($1) order by incident_id, rule, starts_at, id`),
    },
    Card: {
      indicators: many(
        "select card_id as of, type, value, submitted from indicator where card_id = any ($1) order by card_id, ordinal",
      ),
    },
    AffectedObject: {
      object: one<Affected>(
        "select id, code, name from protected_object where id = any ($1)",
        ({ objectId }) => objectId,
      ),
    },
  } as never,
});
app.get("/health/ready", () => "ready");
await app.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
process.on("SIGTERM", () => process.exit(0));
