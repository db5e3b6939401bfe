import pg from "pg";

/**
 * Fills a migrated, empty database with `size` incidents and everything that belongs to them, by set-based SQL. The same size,
 * seed and instant make the same rows. Realistically skewed: a few SOCs send most incidents, phishing leads, indicators repeat
 * (Zipf), most duties are met, some late, some never; the journal is chained by the product's own `seal_journal`.
 */
export async function generate(
  client: pg.Client,
  { size, seed, now }: { readonly size: number; readonly seed: number; readonly now: Date },
): Promise<void> {
  await client.query(`
    set session_replication_role = replica; -- foreign keys hold by construction
    set synchronous_commit = off;
    set work_mem = '256MB';
    set maintenance_work_mem = '512MB';
    set max_parallel_workers_per_gather = 0;
    set jit = off;
    set timezone = 'UTC'`);
  await client.query(FUNCTIONS);
  const literal = { size: String(size), seed: String(seed), now: client.escapeLiteral(now.toISOString()) };
  for (const statement of [...PARTIES, ...INCIDENTS])
    await client.query(statement.replace(/:(size|seed|now)\b/g, (_, name: keyof typeof literal) => literal[name]));
  await chain(client);
  await client.query("drop schema bench cascade");
  await client.query(FOR_POSTGRAPHILE);
  await client.query("vacuum analyze");
}

/** Entries sealed by one call of the sequencer. */
const BATCH = 20_000;

async function chain(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ last: string }>("select max(n)::text as last from bench.word");
  for (let from = 1; from <= Number(rows[0]?.last ?? 0); from += BATCH) {
    await client.query(
      "insert into outbox (entry_id, body) select entry_id, body from bench.word where n between $1 and $2 order by n",
      [from, from + BATCH - 1],
    );
    await client.query("select count(*) from seal_journal('{}')");
  }
}

const FUNCTIONS = `
drop schema if exists bench cascade;
create schema bench;
-- A number from 0 (included) to 1 (not included) that depends on nothing but its arguments.
create function bench.random(n bigint, salt bigint) returns float8 language sql immutable
  as $$ select (hashint8extended(n, salt) & 9007199254740991)::float8 / 9007199254740992 $$;
-- UUID version 7 of an instant.
create function bench.uuid(at timestamptz, n bigint, salt text) returns uuid language sql immutable
  as $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
        from md5(salt || n) h $$;
-- The place of r among cumulated shares.
create function bench.pick(r float8, shares float8[], names text[]) returns text language sql immutable
  as $$ select names[width_bucket(r, shares) + 1] $$;
-- 1 to most, the first far more often than the last (Zipf).
create function bench.rank(r float8, most bigint) returns bigint language sql immutable
  as $$ select least(most, floor(exp(r * ln(most + 1)))::bigint) $$;
create function bench.nature(n bigint) returns text language sql immutable
  as $$ select 'Workstation ' || n % 977 || ' of the segment answered to an address outside; the mail that it came with was opened by ' || 1 + n % 13 || ' people before the filter learned of it.' $$;
create function bench.measures() returns text language sql immutable
  as $$ select 'The workstations were taken off the network, passwords changed, the address blocked at the border.'::text $$;
create function bench.ms(at timestamptz) returns timestamptz language sql immutable
  as $$ select date_trunc('milliseconds', at, 'UTC') $$;
create function bench.iso(at timestamptz) returns text language sql immutable
  as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
`;

const PARTIES = [
  `insert into party (id, kind, code, name, email, registered_at)
   select bench.uuid(at, n, 'party' || code), kind, code, name, email, at
   from (
     select 1 as n, 'NATIONAL_CENTRE' as kind, 'CENTRE' as code, 'National Coordination Centre' as name, null as email
     union all
     select n, 'SOC', 'SOC' || lpad(n::text, 2, '0'), 'Operational centre ' || n, null from generate_series(1, 24) n
     union all
     select n, 'OWNER', 'OWNER' || lpad(n::text, 3, '0'), 'Owner of objects ' || n, 'duty@owner' || n || '.example'
     from generate_series(1, 400) n
   ) p, bench.ms(:now::timestamptz - interval '4 years') at`,
  // An owner has five objects on average; three in four are protected.
  `insert into protected_object (id, code, name, kinds, sectors, owner_id, registered_at)
   select bench.uuid(p.registered_at, k, 'object' || p.code), 'OBJ-' || p.code || '-' || k, 'Object ' || k || ' of ' || p.name,
     bench.pick(bench.random(hashtext(p.code)::bigint * 16 + k, :seed + 1), '{0.35,0.65,0.75}',
       '{"{E_GOVERNMENT}","{CRITICAL_INFRASTRUCTURE}","{E_GOVERNMENT,CRITICAL_INFRASTRUCTURE}","{}"}')::text[],
     array[(array['ELECTRICITY_SUPPLY','HEALTH_CARE','BANKING','TRANSPORT','COMMUNICATIONS','WATER_SUPPLY','OTHER'])[1 + k % 7]],
     p.id, p.registered_at
   from party p, generate_series(1, 1 + floor(9 * bench.random(hashtext(p.code), :seed))::int) k where p.kind = 'OWNER'`,
  `insert into ownership (object_id, ordinal, owner_id, starts_at) select id, 1, owner_id, '-infinity' from protected_object`,
  `insert into object_kinds (object_id, ordinal, kinds, starts_at) select id, 1, kinds, '-infinity' from protected_object`,
  `create table bench.soc as
   select row_number() over (order by code) as n, id, code from party where kind = 'SOC'`,
  `create table bench.object as
   select row_number() over (order by code) as n, id, kinds <> '{}' as is_protected from protected_object`,
  // Each object has one SOC, one in ten has a second.
  `insert into coverage (id, soc_id, object_id, starts_at)
   select distinct on (c.soc_id, c.object_id) bench.uuid(c.starts_at, c.n, 'coverage' || c.k), c.soc_id, c.object_id, c.starts_at
   from (
     select o.n, k, s.id as soc_id, o.id as object_id, bench.ms(:now::timestamptz - interval '4 years') as starts_at
     from bench.object o, generate_series(1, 2) k, bench.soc s
     where s.n = bench.rank(bench.random(o.n, :seed + 10 + k), 24) and (k = 1 or bench.random(o.n, :seed + 20) < 0.1)
   ) c`,
  `create table bench.served as
   select c.soc_id, c.object_id, o.is_protected, row_number() over (partition by c.soc_id order by o.n) as n
   from coverage c join bench.object o on o.id = c.object_id`,
  `create unique index on bench.served (soc_id, n)`,
  `create table bench.reach as select soc_id, count(*) as total from bench.served group by soc_id`,
  `insert into actor (id, party_id, name, roles, registered_at)
   select bench.uuid(p.registered_at, 1, role || p.code), p.id, role || ' of ' || p.code, array[role], p.registered_at
   from party p join (values ('NATIONAL_CENTRE', 'CENTRE_OPERATOR'), ('NATIONAL_CENTRE', 'CENTRE_ANALYST'),
     ('SOC', 'SOC_OPERATOR'), ('SOC', 'SOC_READER'), ('OWNER', 'OWNER')) r (kind, role) on r.kind = p.kind`,
  `insert into token (id, actor_id, hash, issued_at, expires_at)
   select bench.uuid(a.registered_at, 1, 'token' || a.name), a.id,
     sha256(convert_to('bench-' || p.code || '-' || a.roles[1], 'UTF8')), a.registered_at, :now::timestamptz + interval '100 years'
   from actor a join party p on p.id = a.party_id`,
];

/** r1 … are an incident's independent random numbers. */
const INCIDENTS = [
  `create unlogged table bench.incident as
   with drawn as (
     select i.n, s.id as soc_id, s.code as soc_code,
       bench.ms(:now::timestamptz - interval '3 years' * ((:size - i.n)::float8 / :size) - interval '1 minute') as received_at,
       bench.random(i.n, :seed + 101) as r1, bench.random(i.n, :seed + 102) as r2, bench.random(i.n, :seed + 103) as r3,
       bench.random(i.n, :seed + 104) as r4, bench.random(i.n, :seed + 105) as r5, bench.random(i.n, :seed + 106) as r6,
       bench.random(i.n, :seed + 107) as r7, bench.random(i.n, :seed + 108) as r8, bench.random(i.n, :seed + 109) as r9,
       bench.random(i.n, :seed + 110) as r10, bench.random(i.n, :seed + 111) as r11
     from generate_series(1, :size) i (n) join bench.soc s on s.n = bench.rank(bench.random(i.n, :seed + 100), 24)
   ), reported as (
     select d.*,
       -- Most are reported in time, some within hours, a few after days.
       bench.ms(received_at - case when r1 < 0.85 then r2 * interval '14 minutes' when r1 < 0.97
         then interval '15 minutes' + r2 * interval '6 hours' else r2 * interval '5 days' end) as confirmed_at,
       bench.pick(r3, '{0.35,0.55,0.67,0.77,0.85,0.91,0.95,0.97,0.99}', '{PHISHING,VIRUS_ATTACK,VULNERABILITY_EXPLOITATION,UNAUTHORIZED_ACCESS,SPAM,CREDENTIAL_COMPROMISE,DENIAL_OF_SERVICE,BOTNET,RANSOMWARE,OTHER}') as type,
       bench.pick(r4, '{0.15,0.50,0.88}', '{HIGH,MEDIUM,LOW,UNDETERMINED}') as first_severity,
       r5 < 0.5 as is_reported
     from drawn d
   ), dated as (
     select t.*, bench.ms(confirmed_at - r7 ^ 3 * interval '3 days' - interval '1 second') as occurred_at,
       case when not is_reported then received_at when r8 < 0.9 then bench.ms(received_at + r9 * interval '60 hours')
         when r8 < 0.98 then bench.ms(confirmed_at + interval '73 hours' + r9 * interval '5 days') end as card_at,
       case when r10 < 0.95 then bench.ms(confirmed_at + case when r10 < 0.8 then r11 * interval '14 minutes'
         else interval '15 minutes' + r11 * interval '20 hours' end) end as notified_at,
       case when first_severity = 'UNDETERMINED' and r11 < 0.95 then bench.ms(received_at + case when r11 < 0.88
         then r9 * interval '40 hours' else interval '49 hours' + r9 * interval '3 days' end) end as reviewed_at
     from reported t
   )
   select n, bench.uuid(received_at, n, 'incident') as id, soc_id, soc_code, received_at, confirmed_at, occurred_at, type,
     first_severity, is_reported, r6, r9,
     extract(year from received_at at time zone 'Asia/Almaty')::int as year,
     case when card_at < :now::timestamptz then card_at end as card_at,
     case when greatest(notified_at, received_at) + interval '5 minutes' < :now::timestamptz then notified_at end as notified_at,
     case when reviewed_at < :now::timestamptz then reviewed_at end as reviewed_at,
     case when r2 < 0.15 then 2 else 1 end + case when r2 < 0.03 then 1 else 0 end as revisions
   from dated`,
  `analyze bench.incident`,
  // What it harmed: mostly one object that its SOC covers, now and then a network that is not registered; of one in twelve two.
  `create unlogged table bench.harmed as
   select i.n as incident_n, k.place, o.object_id, b.code, b.owner_id, coalesce(o.is_protected, false) as is_protected,
     case when o.object_id is null then 'A network that is not registered' end as description,
     case when o.is_protected then i.notified_at + (k.place - 1) * interval '2 minutes' end as notified_at
   from bench.incident i join (values (1, 0.85), (2, 0.06)) k (place, registered) on k.place = 1 or i.r6 < 0.085
     left join bench.reach t on t.soc_id = i.soc_id and t.total >= k.place and i.r6 < k.registered
     left join bench.served o on o.soc_id = t.soc_id
       and o.n = 1 + (floor(t.total * bench.random(i.n, :seed + 112) ^ 2)::bigint + k.place - 1) % t.total
     left join protected_object b on b.id = o.object_id`,
  `create unlogged table bench.named as
   select incident_n, coalesce(array_agg(object_id order by place) filter (where object_id is not null), '{}') as object_ids,
     coalesce(array_agg(distinct owner_id) filter (where owner_id is not null), '{}') as owner_ids,
     jsonb_agg(jsonb_build_object('objectId', object_id, 'code', code, 'description', description, 'kinds', null, 'ownerName', null)
       order by place) as affected,
     string_agg(coalesce('{"objectId":"' || object_id || '"}', '{"description":"' || description || '"}'), ',' order by place) as content
   from bench.harmed group by incident_n`,
  `create unique index on bench.named (incident_n)`,
  `analyze bench.named`,
  // All submissions, in order of receipt.
  `create unlogged table bench.word as
   select row_number() over (order by w.at, w.incident_n, w.ord) as n, w.*, i.id as incident_id, i.soc_id, i.soc_code, i.type,
     i.occurred_at, i.confirmed_at, a.id as actor_id,
     bench.uuid(w.at, w.incident_n * 8 + w.ord, 'submission') as id, bench.uuid(w.at, w.incident_n * 8 + w.ord, 'entry') as entry_id,
     bench.uuid(w.at, w.incident_n * 8 + w.ord, 'part') as part_id, null::text as content, null::bytea as content_hash, null::text as body
   from (
     select n as incident_n, 0 as ord, 'incident.report' as act, 'REPORTED' as fact, received_at as at, 0 as revision,
       nullif(first_severity, 'UNDETERMINED') as severity, a.object_ids, a.owner_ids
     from bench.incident join bench.named a on a.incident_n = n where is_reported
     union all
     select i.n, k, case k when 1 then 'card.submit' else 'card.amend' end, case k when 1 then 'CARD_SUBMITTED' else 'CARD_AMENDED' end,
       bench.ms(i.card_at + (k - 1) * (interval '1 hour' + i.r9 * interval '8 days')), k, i.first_severity,
       a.object_ids, a.owner_ids
     from bench.incident i join bench.named a on a.incident_n = i.n, generate_series(1, i.revisions) k
     where i.card_at + (k - 1) * (interval '1 hour' + i.r9 * interval '8 days') < :now::timestamptz
     union all
     select n, 4, 'severity.review', 'SEVERITY_REVIEWED', reviewed_at, 0, case when r9 < 0.3 then 'HIGH' else 'LOW' end,
       a.object_ids, a.owner_ids
     from bench.incident join bench.named a on a.incident_n = n where reviewed_at is not null
     union all
     select i.n, 4 + h.place, 'owner.record', 'OWNER_NOTIFIED', bench.ms(greatest(h.notified_at, i.received_at) + h.place * interval '2 minutes'),
       0, null, array[h.object_id], array[h.owner_id]
     from bench.harmed h join bench.incident i on i.n = h.incident_n where h.notified_at is not null
   ) w join bench.incident i on i.n = w.incident_n
   join actor a on a.party_id = i.soc_id and a.roles = '{SOC_OPERATOR}'`,
  `create unlogged table bench.said as select * from bench.word limit 0`,
  // 0 to 5 indicators per card, from a set that repeats.
  `create unlogged table bench.indicator as
   select w.part_id as card_id, k - 1 as ordinal, d.type,
     case d.type when 'IPV4' then format('%s.%s.%s.%s', 198 + d.rank % 4, d.rank / 65536 % 256, d.rank / 256 % 256, d.rank % 256)
       when 'DOMAIN' then 'host' || d.rank || '.example' when 'URL' then 'https://host' || d.rank || '.example/path'
       when 'EMAIL' then 'sender' || d.rank || '@host.example' else encode(sha256(d.rank::text::bytea), 'hex') end as value
   from bench.word w, generate_series(1, floor(6 * bench.random(w.incident_n, :seed + 200))::int) k,
     lateral (select bench.pick(bench.random(w.incident_n * 8 + k, :seed + 201), '{0.35,0.65,0.8,0.9}', '{IPV4,DOMAIN,URL,EMAIL,SHA256}') as type,
       bench.rank(bench.random(w.incident_n * 8 + k, :seed + 202), 200000) as rank) d
   where w.act in ('card.submit', 'card.amend')`,
  `create index on bench.indicator (card_id)`,
  `analyze bench.indicator`,
  // Canonical content: names sorted, no white space (RFC 8785).
  `insert into bench.said
   select w.n, w.incident_n, w.ord, w.act, w.fact, w.at, w.revision, w.severity, w.object_ids, w.owner_ids, w.incident_id, w.soc_id,
     w.soc_code, w.type, w.occurred_at, w.confirmed_at, w.actor_id, w.id, w.entry_id, w.part_id, c.content, h.hash,
     format('{"act":"%s","actor":"%s","address":"192.0.2.10","at":"%s","contentHash":"%s","fact":"%s","id":"%s","incident":"%s","objects":%s,"owners":%s,"party":"%s","request":"%s","soc":"%s","subject":"%s"}',
       w.act, w.actor_id, bench.iso(w.at), encode(h.hash, 'hex'), w.fact, w.entry_id, w.incident_id,
       to_json(w.object_ids), to_json(w.owner_ids), w.soc_id, w.part_id, w.soc_id, w.id)
   from bench.word w join bench.named a on a.incident_n = w.incident_n
   left join lateral (select string_agg(format('{"type":"%s","value":"%s"}', x.type, x.value), ',' order by x.ordinal) as list
     from bench.indicator x where x.card_id = w.part_id) x on true,
   lateral (select case when w.act in ('card.submit', 'card.amend') then
       format('{"act":"%s","card":{"affectedObjects":[%s],"confirmedAt":"%s","consequences":["OPERABILITY"],"contours":["INTERNAL"],"indicators":[%s],"measures":"%s","nature":"%s","occurredAt":"%s","recurrence":"NEW","registeredOn":"%s","scale":"INDIVIDUAL","severity":"%s","sign":"ACTUAL","type":"%s"}%s%s}',
         w.act, a.content, bench.iso(w.confirmed_at),
         coalesce(x.list, ''), bench.measures(), bench.nature(w.incident_n), bench.iso(w.occurred_at), (w.confirmed_at at time zone 'Asia/Almaty')::date,
         w.severity, w.type, ',"incident":"' || w.incident_id || '"', ',"revision":' || nullif(w.revision - 1, 0))
     else format('{"act":"%s","incident":"%s","said":"%s"}', w.act, w.incident_id, bench.nature(w.incident_n)) end as content) c,
   lateral (select sha256(convert_to(c.content, 'UTF8')) as hash) h
   order by w.n`,
  `drop table bench.word`,
  `alter table bench.said rename to word`,
  `create index on bench.word (n)`,
  `create index on bench.word (incident_n)`,
  `analyze bench.word`,
  `insert into incident (id, number, soc_id, object_ids, affected, type, severity, level, confirmed_at, occurred_at, received_at, last_revision)
   select i.id, i.soc_code || '-' || i.year || '-' || lpad(i.place::text, greatest(4, length(i.place::text)), '0'), i.soc_id, a.object_ids, a.affected, i.type,
     -- The latest word counts.
     l.severity, level_of(l.severity), i.confirmed_at, case when l.revision > 0 then i.occurred_at end, i.received_at, l.revision
   from (select *, row_number() over (partition by soc_id, year order by n) as place from bench.incident) i
   join bench.named a on a.incident_n = i.n,
   lateral (select max(revision) as revision, (array_agg(w.severity order by w.at desc) filter (where w.severity is not null))[1] as severity
     from bench.word w where w.incident_n = i.n) l
   order by i.n`,
  // Triggers, which keep this, do not fire here.
  `insert into incident_object (object_id, received_at, incident_id, soc_id)
   select distinct o, i.received_at, i.id, i.soc_id from incident i, unnest(i.object_ids) o order by 1, 2, 3`,
  `insert into incident_numbering select soc_id, year, count(*) from bench.incident group by soc_id, year`,
  `insert into submission (id, party_id, actor_id, key, act, content, content_hash, incident_id, card_id, entry_id, warnings, received_at)
   select id, soc_id, actor_id, 'bench-' || n, act, content, content_hash, incident_id, case when revision > 0 then part_id end, entry_id, '[]', at
   from bench.word order by n`,
  `insert into incident_report (incident_id, submission_id, confirmed_at, type, summary, object_ids, affected, severity, received_at, owner_ids,
     place)
   select w.incident_id, w.id, w.confirmed_at, w.type, bench.nature(w.incident_n), w.object_ids, a.affected, w.severity, w.at, w.owner_ids, w.n
   from bench.word w join bench.named a on a.incident_n = w.incident_n where w.act = 'incident.report' order by w.n`,
  `insert into incident_card (id, incident_id, submission_id, revision, registered_on, severity, type, scale, occurred_at, confirmed_at,
     recurrence, sign, contours, nature, consequences, object_ids, affected, measures, received_at, owner_ids, place)
   select w.part_id, w.incident_id, w.id, w.revision, (w.confirmed_at at time zone 'Asia/Almaty')::date, w.severity, w.type, 'INDIVIDUAL',
     w.occurred_at, w.confirmed_at, 'NEW', 'ACTUAL', '{INTERNAL}', bench.nature(w.incident_n), '{OPERABILITY}', w.object_ids, a.affected,
     bench.measures(), w.at, w.owner_ids, w.n
   from bench.word w join bench.named a on a.incident_n = w.incident_n where w.revision > 0 order by w.n`,
  `insert into indicator (card_id, ordinal, type, submitted, value)
   select card_id, ordinal, type, replace(value, '.', '[.]'), value from bench.indicator order by card_id, ordinal`,
  `insert into severity_review (id, incident_id, submission_id, previous, severity, reason, received_at, object_ids, owner_ids, place)
   select part_id, incident_id, id, 'UNDETERMINED', severity, 'The logs have been read.', at, object_ids, owner_ids, n
   from bench.word where act = 'severity.review' order by n`,
  `insert into owner_notification (id, incident_id, submission_id, object_id, channel, recipient, notified_at, received_at, owner_id, place)
   select w.part_id, w.incident_id, w.id, h.object_id, case when i.r9 < 0.7 then 'TELEPHONE' else 'EMAIL' end, 'The duty desk', h.notified_at, w.at,
     h.owner_id, w.n
   from bench.word w join bench.incident i on i.n = w.incident_n join bench.harmed h on h.incident_n = w.incident_n and h.place = w.ord - 4
   where w.act = 'owner.record' order by w.n`,
  // All of them count as announced, so that only what is measured happens.
  `insert into obligation (id, incident_id, obligor_id, kind, rule, object_id, starts_at, due_at, discharged_at, met_by, soon_announced_for,
     overdue_announced_for, owner_id)
   select bench.uuid(i.received_at, i.n * 8 + o.k, 'obligation'), i.id, i.soc_id, o.kind, o.rule, o.object_id, i.confirmed_at,
     i.confirmed_at + o.term, o.discharged_at, case when o.discharged_at is not null then o.met_by end, i.confirmed_at + o.term,
     -- What was met in time would be taken back.
     case when o.discharged_at <= i.confirmed_at + o.term then null else i.confirmed_at + o.term end, o.owner_id
   from (
     select i.n, d.*, null::uuid as object_id, null::uuid as owner_id from bench.incident i, lateral (values
       (0, 'NOTIFY_CENTRE', 'R9.1', interval '15 minutes', i.received_at, case when i.is_reported then 'REPORT' else 'CARD' end),
       (1, 'SUBMIT_CARD', 'R9.3', interval '72 hours', i.card_at, 'CARD'),
       (2, 'REVIEW_SEVERITY', 'RA.1', interval '48 hours', i.reviewed_at, 'REVIEW')
     ) d (k, kind, rule, term, discharged_at, met_by) where d.rule <> 'RA.1' or i.first_severity = 'UNDETERMINED'
     union all
     select incident_n, 2 + place, 'NOTIFY_OWNER', 'R9.2', interval '15 minutes', notified_at, 'SOC_STATEMENT', object_id, owner_id
     from bench.harmed where is_protected
   ) o join bench.incident i on i.n = o.n order by o.n, o.k`,
  // Nor does the one that keeps the sums.
  `insert into duty_tally select * from count_settled_duties()`,
  // No object changes owners here: an owner's copy is the incident, and of what it harmed what is the owner's.
  `insert into owner_incident (owner_id, id, number, soc_id, object_ids, affected, type, severity, level, confirmed_at, occurred_at,
     received_at, last_revision, is_corrected)
   select h.owner_id, i.id, i.number, i.soc_id, h.object_ids, h.affected, i.type, i.severity, i.level, i.confirmed_at, i.occurred_at, i.received_at,
     i.last_revision, false
   from (
     select incident_n, owner_id, array_agg(object_id order by place) as object_ids, jsonb_agg(jsonb_build_object('objectId', object_id,
       'code', code, 'description', null, 'kinds', null, 'ownerName', null) order by place) as affected
     from bench.harmed where owner_id is not null group by incident_n, owner_id
   ) h join bench.incident w on w.n = h.incident_n join incident i on i.id = w.id order by i.received_at, i.id`,
];

/** Computed columns for PostGraphile: the standing as the gateway computes it, and the registered objects that were harmed. */
const FOR_POSTGRAPHILE = `
create or replace function obligation_standing(o obligation) returns text language sql stable as $$
  select case when o.discharged_at is not null then case when o.discharged_at <= o.due_at then 'MET' else 'MET_LATE' end
    when o.waived_at is not null then 'WAIVED' when now() <= o.due_at then 'RUNNING' else 'OVERDUE' end
$$;
${["incident", "incident_card"]
  .map(
    (table) => `
create or replace function ${table}_registered(t ${table}) returns setof protected_object language sql stable as $$
  select o.* from unnest(t.object_ids) with ordinality as n (id, place) join protected_object o on o.id = n.id order by n.place
$$;`,
  )
  .join("")}
`;
