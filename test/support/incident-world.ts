import pg from "pg";
import {
  CONSEQUENCES,
  INCIDENT_SCALES,
  INCIDENT_SIGNS,
  INCIDENT_TYPES,
  NETWORK_CONTOURS,
  RECURRENCES,
  SEVERITIES,
} from "../../src/domain/incident-card.js";
import { DAY, HOUR, instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import { OBJECT_KINDS, SECTORS } from "../../src/domain/parties.js";
import { indicatorDigest } from "../../src/platform/hash.js";
import type { TestDatabase } from "./database.js";

/** A small country, written as rows: what lists of incidents are narrowed by, in every combination, with many that are alike. */
export interface IncidentWorld {
  readonly now: Instant;
  readonly socs: readonly Named[];
  readonly owners: readonly Named[];
  readonly objects: readonly WorldObject[];
  readonly notifications: readonly WorldNotification[];
  readonly incidents: readonly WorldIncident[];
}

export interface Named {
  readonly id: string;
  readonly code: string;
}

export interface WorldObject extends Named {
  readonly owner: Named;
  readonly coveredBy: readonly Named[];
  readonly sectors: readonly string[];
  readonly kinds: readonly string[];
}

export interface WorldNotification {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly told: readonly Named[];
}

export interface WorldDuty {
  readonly rule: string;
  readonly kind: string;
  readonly object: WorldObject | null;
  readonly dueAt: Instant;
  readonly dischargedAt: Instant | null;
  readonly waivedAt: Instant | null;
}

export interface WorldCard {
  readonly scale: string;
  readonly sign: string;
  readonly recurrence: string;
  readonly contours: readonly string[];
  readonly consequences: readonly string[];
}

export interface WorldIncident {
  readonly id: string;
  readonly number: string;
  readonly soc: Named;
  readonly objects: readonly WorldObject[];
  readonly isDescribed: boolean;
  readonly type: string;
  readonly severity: string | null;
  readonly receivedAt: Instant;
  readonly confirmedAt: Instant;
  readonly occurredAt: Instant | null;
  readonly retractedAt: Instant | null;
  readonly card: WorldCard | null;
  /** What the card shows. */
  readonly cves: readonly string[];
  readonly duties: readonly WorldDuty[];
  readonly notifications: readonly WorldNotification[];
}

/** Some are known to be exploited, one was so, of the last nobody knows it. */
export const EXPLOITED_CVES = ["CVE-2026-0001", "CVE-2026-0002"];
const WITHDRAWN_CVE = "CVE-2026-0003";
const CVES = [...EXPLOITED_CVES, WITHDRAWN_CVE, "CVE-2026-0004"];

const KIND_OF_RULE = {
  "R9.1": "NOTIFY_CENTRE",
  "R9.2": "NOTIFY_OWNER",
  "R9.3": "SUBMIT_CARD",
  "RA.1": "REVIEW_SEVERITY",
} as const;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const picking = (next: () => number) => ({
  chance: (share: number): boolean => next() < share,
  upTo: (most: number): number => Math.floor(next() * (most + 1)),
  one: <Value>(of: readonly Value[]): Value => of[Math.floor(next() * of.length)] as Value,
  some: <Value>(of: readonly Value[], share = 0.5): Value[] => of.filter(() => next() < share),
});

/** Every third SOC sees nothing of the last owner's objects, but an incident of its own names one of them. */
export function makeWorld(seed: number, count: number): IncidentWorld {
  const { chance, upTo, one, some } = picking(chances(seed));
  const id = (kind: number, n: number): string =>
    `0000000${kind}-0000-7000-8000-${String(n).padStart(4, "0")}${String(upTo(99_999_999)).padStart(8, "0")}`;
  const now = instant(Date.parse("2026-06-01T07:00:00Z"));
  const socs = [0, 1, 2].map((n) => ({ id: id(1, n), code: `SOC-${"ABC"[n]}` }));
  const owners = [0, 1, 2, 3, 4].map((n) => ({ id: id(2, n), code: `OWNER${n < 3 ? "0" : "1"}0${n}` }));
  const objects = Array.from({ length: 90 }, (_, n): WorldObject => {
    const owner = owners[n % owners.length] as Named;
    // Nobody but the last SOC covers what is the last owner's.
    const coveredBy =
      owner === owners.at(-1) ? [socs[2] as Named] : socs.filter((soc) => soc === socs[n % 2] || chance(0.2));
    return {
      id: id(3, n),
      code: `OBJ-${n}`,
      owner,
      coveredBy,
      sectors: some(SECTORS.slice(0, 4), 0.3),
      kinds: some(OBJECT_KINDS),
    };
  });
  const notifications = Array.from({ length: 9 }, (_, n): WorldNotification => ({
    id: id(4, n),
    number: `NKC-2026-${n}`,
    subject: one(["THREAT", "EVENT"]),
    told: some(socs),
  }));
  const incidents = Array.from({ length: count }, (_, n): WorldIncident => {
    // Few instants, so that many are equal.
    const receivedAt = instant(now - upTo(40) * DAY * (chance(0.5) ? 1 : 5) - upTo(1) * MINUTE);
    const soc = one(socs);
    const covered = objects.filter(({ coveredBy }) => coveredBy.includes(soc));
    const named = Array.from({ length: one([0, 1, 1, 1, 2, 3]) }, () =>
      one(chance(0.9) ? covered.slice(0, 12) : objects),
    );
    const duty = (rule: keyof typeof KIND_OF_RULE, object: WorldObject | null): WorldDuty => {
      const dueAt = instant(chance(0.3) ? now + upTo(3) * HOUR - HOUR : receivedAt + upTo(3) * DAY);
      const end = instant(dueAt - HOUR + upTo(2) * HOUR);
      const isMet = chance(0.4);
      return {
        rule,
        kind: KIND_OF_RULE[rule],
        object,
        dueAt,
        dischargedAt: isMet ? end : null,
        waivedAt: !isMet && chance(0.2) ? end : null,
      };
    };
    const mine = [...new Set(named)];
    const hasCard = chance(0.7);
    return {
      id: id(5, n),
      number: `${soc.code}-2026-${String(n).padStart(4, "0")}`,
      soc,
      objects: mine,
      isDescribed: mine.length === 0 || chance(0.1),
      type: one(INCIDENT_TYPES.slice(0, 4)),
      severity: chance(0.15) ? null : one(SEVERITIES),
      receivedAt,
      confirmedAt: instant(receivedAt - upTo(2) * HOUR),
      occurredAt: chance(0.6) ? instant(receivedAt - upTo(4) * DAY) : null,
      retractedAt: chance(0.1) ? now : null,
      cves: hasCard ? some(CVES, 0.15) : [],
      card: hasCard
        ? {
            scale: one(INCIDENT_SCALES),
            sign: one(INCIDENT_SIGNS),
            recurrence: one(RECURRENCES),
            contours: some(NETWORK_CONTOURS),
            consequences: some(CONSEQUENCES, 0.4),
          }
        : null,
      duties: [
        ...(["R9.1", "R9.3", "RA.1"] as const).filter(() => chance(0.6)).map((rule) => duty(rule, null)),
        ...mine.filter(() => chance(0.6)).map((object) => duty("R9.2", object)),
      ],
      notifications: chance(0.3) ? some(notifications, 0.2) : [],
    };
  });
  return { now, socs, owners, objects, notifications, incidents };
}

/** Writes the world; the triggers that keep what lists are narrowed by are the migrations' own. */
export async function writeWorld(database: Pick<TestDatabase, "superuserUrl">, world: IncidentWorld): Promise<void> {
  const session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
  const put = async (table: string, rows: readonly Record<string, unknown>[]): Promise<void> => {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(", ");
    await session.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  };
  const at = (moment: Instant | null): string | null => (moment === null ? null : toIso(moment));
  const early = "2020-01-01T00:00:00Z";
  let made = 0;
  const newId = (): string => `00000009-0000-7000-8000-${String((made += 1)).padStart(12, "0")}`;
  try {
    await session.query(`alter table incident enable always trigger keep_level;
      alter table incident enable always trigger keep_objects_of_new;
      alter table owner_incident enable always trigger keep_level;
      set session_replication_role = replica`);
    const party =
      (kind: string) =>
      ({ id, code }: Named) => ({ id, kind, code, name: code, registered_at: early });
    await put("party", [...world.socs.map(party("SOC")), ...world.owners.map(party("OWNER"))]);
    await put(
      "protected_object",
      world.objects.map(({ id, code, kinds, sectors, owner }) => ({
        id,
        code,
        name: code,
        kinds,
        sectors,
        owner_id: owner.id,
        registered_at: early,
      })),
    );
    await put(
      "ownership",
      world.objects.map(({ id, owner }) => ({ object_id: id, ordinal: 1, owner_id: owner.id, starts_at: early })),
    );
    await put(
      "coverage",
      world.objects.flatMap(({ id, coveredBy }) =>
        coveredBy.map((soc) => ({ id: newId(), soc_id: soc.id, object_id: id, starts_at: early })),
      ),
    );
    const affected = (objects: readonly WorldObject[], isDescribed: boolean) => [
      ...objects.map(({ id, code }) => ({ objectId: id, code, description: null, kinds: null, ownerName: null })),
      ...(isDescribed ? [{ objectId: null, code: null, description: "An office", kinds: [], ownerName: null }] : []),
    ];
    const common = (one: WorldIncident) => ({
      id: one.id,
      number: one.number,
      soc_id: one.soc.id,
      type: one.type,
      severity: one.severity,
      confirmed_at: at(one.confirmedAt),
      occurred_at: at(one.occurredAt),
      received_at: at(one.receivedAt),
      last_revision: one.card ? 1 : 0,
      retracted_at: at(one.retractedAt),
      is_corrected: false,
    });
    await put(
      "incident",
      world.incidents.map((one) => ({
        ...common(one),
        object_ids: one.objects.map(({ id }) => id),
        affected: affected(one.objects, one.isDescribed),
      })),
    );
    await put(
      "owner_incident",
      world.incidents.flatMap((one) => {
        const owners = new Set(one.objects.map(({ owner }) => owner));
        return [...owners].map((owner) => {
          const own = one.objects.filter((object) => object.owner === owner);
          return {
            owner_id: owner.id,
            ...common(one),
            object_ids: own.map(({ id }) => id),
            affected: affected(own, false),
          };
        });
      }),
    );
    const cards = new Map(world.incidents.map((one) => [one, newId()]));
    await put(
      "incident_card",
      world.incidents.flatMap((one) =>
        one.card
          ? [
              {
                id: cards.get(one),
                incident_id: one.id,
                submission_id: one.id,
                revision: 1,
                registered_on: "2026-01-01",
                severity: one.severity ?? "LOW",
                type: one.type,
                occurred_at: at(one.receivedAt),
                confirmed_at: at(one.confirmedAt),
                nature: "x",
                measures: "x",
                received_at: at(one.receivedAt),
                ...one.card,
                object_ids: one.objects.map(({ id }) => id),
                owner_ids: [...new Set(one.objects.map(({ owner }) => owner.id))],
                affected: [],
              },
            ]
          : [],
      ),
    );
    await put(
      "obligation",
      world.incidents.flatMap((one) =>
        one.duties.map((duty) => ({
          id: newId(),
          incident_id: one.id,
          obligor_id: one.soc.id,
          kind: duty.kind,
          rule: duty.rule,
          object_id: duty.object?.id ?? null,
          starts_at: at(one.receivedAt),
          due_at: at(duty.dueAt),
          discharged_at: at(duty.dischargedAt),
          met_by: duty.dischargedAt === null ? null : "REPORT",
          waived_at: at(duty.waivedAt),
          owner_id: duty.object?.owner.id ?? null,
        })),
      ),
    );
    await put(
      "notification",
      world.notifications.map(({ id, number, subject }) => ({
        id,
        number,
        submission_id: id,
        subject,
        concern_id: id,
        text: "x",
        marking: "AMBER",
        sent_at: early,
      })),
    );
    await put(
      "notification_recipient",
      world.notifications.flatMap(({ id, told }) =>
        told.map((soc) => ({ id: newId(), notification_id: id, soc_id: soc.id, reasons: [], available_at: early })),
      ),
    );
    await put(
      "incident_notification",
      world.incidents.flatMap((one) =>
        one.notifications.map(({ id }) => ({
          incident_id: one.id,
          notification_id: id,
          linked_at: at(one.receivedAt),
        })),
      ),
    );
    const shown = world.incidents.flatMap((one) => one.cves.map((value, ordinal) => ({ one, value, ordinal })));
    const indicator = (value: string) => ({ type: "CVE", value });
    await put(
      "indicator",
      shown.map(({ one, value, ordinal }) => ({
        card_id: cards.get(one),
        ordinal,
        ...indicator(value),
        submitted: value,
      })),
    );
    await put(
      "indicator_value",
      CVES.map((value) => ({ id: indicatorDigest("CVE", value), ...indicator(value) })),
    );
    await put(
      "sighting",
      shown
        .filter(({ one }) => one.retractedAt === null)
        .map(({ one, value }) => ({
          value_id: indicatorDigest("CVE", value),
          soc_id: one.soc.id,
          seen_at: at(one.receivedAt),
          source_id: one.id,
          is_card: true,
        })),
    );
    await session.query(`insert into indicator_soc (value_id, soc_id, type, first_seen, last_seen, sightings)
      select value_id, soc_id, 'CVE', min(seen_at), max(seen_at), count(*) from sighting group by 1, 2`);
    await put(
      "known_exploited",
      [...EXPLOITED_CVES, WITHDRAWN_CVE].map((cve) => ({
        cve,
        value_id: indicatorDigest("CVE", cve),
        name: cve,
        added: "2026-01-01",
        ransomware: false,
        catalogue: "2026.01.01",
        withdrawn_on: cve === WITHDRAWN_CVE ? "2026-02-01" : null,
      })),
    );
    await session.query("analyze");
  } finally {
    await session.end();
  }
}
