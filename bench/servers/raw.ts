import { createServer } from "node:http";
import pg from "pg";
import { tokenHash } from "./tokens.ts";

/**
 * The raw limit: node:http and pg, one prepared statement per request, the JSON built by PostgreSQL and passed through as a
 * string. The same rows, the same scope condition from the token, no GraphQL.
 */

const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: Number(process.env["POOL"]),
  idleTimeoutMillis: 0,
});

const PARTY = `(select a.party_id from token t join actor a on a.id = t.actor_id
  where t.hash = $1 and t.revoked_at is null and t.expires_at > now())`;
const IS_CENTRE = `exists (select 1 from party p where p.id = ${PARTY} and p.kind = 'NATIONAL_CENTRE')`;

// Converts whole records to JSON, which is faster than json_build_object.
const obligationsWhere = (seen: string) => `coalesce((select json_agg(d) from (
    select o.kind, o.rule, o.due_at as "dueAt", o.discharged_at as "dischargedAt", case
      when o.discharged_at is not null then case when o.discharged_at <= o.due_at then 'MET' else 'MET_LATE' end
      when o.waived_at is not null then 'WAIVED' when now() <= o.due_at then 'RUNNING' else 'OVERDUE' end as standing
    from obligation o where o.incident_id = i.id and ${seen} order by o.rule, o.starts_at, o.id) d), '[]')`;
const OBLIGATIONS = obligationsWhere("true");

function list(scope: string, after: boolean, table = "incident", obligations = OBLIGATIONS): string {
  const beyond = after ? "and (i.received_at, i.id) < ($3::timestamptz, $4::uuid)" : "";
  return `select json_build_object(
      'hasNextPage', count(*) > $2::int,
      'end', json_build_array((array_agg(l.received_at))[least($2::int, count(*))], (array_agg(l.id))[least($2::int, count(*))]),
      'nodes', coalesce(json_agg(l.node) filter (where l.n <= $2::int), '[]'))::text as body
    from (
      select i.n, i.received_at, i.id, row_to_json(node) as node
      from (
        select row_number() over () as n, i.* from (
          select i.* from ${table} i where ${scope} ${beyond} order by i.received_at desc, i.id desc limit $2::int + 1
        ) i
      ) i, lateral (
        select i.number, i.type, i.severity, i.confirmed_at as "confirmedAt", i.received_at as "receivedAt",
          (select s from (select p.code, p.name from party p where p.id = i.soc_id) s) as soc, ${obligations} as obligations
      ) node
      order by i.n
    ) l`;
}

const OBJECTS = (alias: string) => `(select json_agg(json_build_object('description', e.a ->> 'description', 'object',
    (select json_build_object('code', b.code, 'name', b.name) from protected_object b where b.id = (e.a ->> 'objectId')::uuid)) order by e.n)
  from jsonb_array_elements(${alias}.affected) with ordinality as e (a, n))`;

const DOSSIER = `select json_build_object(
    'number', i.number, 'type', i.type, 'severity', i.severity, 'confirmedAt', i.confirmed_at, 'occurredAt', i.occurred_at,
    'receivedAt', i.received_at, 'soc', (select json_build_object('code', s.code, 'name', s.name) from party s where s.id = i.soc_id),
    'affectedObjects', ${OBJECTS("i")},
    'report', (select json_build_object('confirmedAt', r.confirmed_at, 'type', r.type, 'summary', r.summary, 'severity', r.severity,
      'receivedAt', r.received_at) from incident_report r where r.incident_id = i.id),
    'cardRevisions', (select coalesce(json_agg(json_build_object('revision', c.revision, 'receivedAt', c.received_at,
        'registeredOn', c.registered_on, 'severity', c.severity, 'type', c.type, 'scale', c.scale, 'occurredAt', c.occurred_at,
        'confirmedAt', c.confirmed_at, 'recurrence', c.recurrence, 'sign', c.sign, 'contours', c.contours, 'nature', c.nature,
        'consequences', c.consequences, 'measures', c.measures, 'note', c.note, 'affectedObjects', ${OBJECTS("c")},
        'indicators', (select coalesce(json_agg(json_build_object('type', n.type, 'value', n.value, 'submitted', n.submitted)
          order by n.ordinal), '[]') from indicator n where n.card_id = c.id)) order by c.revision), '[]')
      from incident_card c where c.incident_id = i.id),
    'severityReviews', (select coalesce(json_agg(json_build_object('previous', v.previous, 'severity', v.severity, 'reason', v.reason,
        'receivedAt', v.received_at) order by v.received_at, v.id), '[]') from severity_review v where v.incident_id = i.id),
    'ownerNotifications', (select coalesce(json_agg(json_build_object('channel', w.channel, 'recipient', w.recipient, 'notifiedAt', w.notified_at,
        'note', w.note, 'receivedAt', w.received_at) order by w.received_at, w.id), '[]') from owner_notification w where w.incident_id = i.id),
    'obligations', ${OBLIGATIONS})::text as body
  from incident i where i.number = $2 and (${IS_CENTRE} or i.soc_id = ${PARTY})`;

interface Question {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

function questionOf(url: URL, hash: Buffer): Question | null {
  const argument = (name: string) => url.searchParams.get(name);
  switch (url.pathname) {
    case "/list":
    case "/list-of-soc": {
      const scope = url.pathname === "/list" ? IS_CENTRE : `i.soc_id = ${PARTY}`;
      const after = argument("after")?.split(",");
      const values = [hash, Number(argument("first")), ...(after ?? [])];
      return { name: url.pathname + (after ? " after" : ""), text: list(scope, after !== undefined), values };
    }
    case "/list-of-owner": {
      const own = obligationsWhere(`(o.owner_id = ${PARTY} or o.holder_id = ${PARTY})`);
      const text = list(`i.owner_id = ${PARTY}`, false, "owner_incident", own);
      return { name: url.pathname, text, values: [hash, Number(argument("first"))] };
    }
    case "/dossier":
      return { name: "dossier", text: DOSSIER, values: [hash, argument("number")] };
    default:
      return null;
  }
}

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/health/ready") {
    response.end();
    return;
  }
  const question = questionOf(url, tokenHash(request.headers.authorization));
  if (!question) {
    response.writeHead(404).end();
    return;
  }
  pool.query<{ body: string }>(question).then(
    ({ rows }) => {
      const body = rows[0]?.body ?? "null";
      response
        .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
        .end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}).listen(Number(process.env["PORT"]), "127.0.0.1");

process.on("SIGTERM", () => process.exit(0));
