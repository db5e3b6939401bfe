import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A policy for each kind of scope, to a role of its own, in place of one `case` over all of them: a statement sets up what its own
 * scope asks for and nothing else, and under the national centre's role nothing. The gateway's role itself has no policy.
 */
export class RolesByScope1764000000043 implements MigrationInterface {
  readonly name = "RolesByScope1764000000043";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    for (const [table, { soc, owner }] of Object.entries(POLICIES)) {
      await runner.query(`create policy everything on ${table} to dabyl_sees_everything using (true);
        drop policy scope on ${table}`);
      if (soc !== null)
        await runner.query(`create policy soc on ${table} to dabyl_sees_soc using (${letThrough(soc)})`);
      if (owner !== null)
        await runner.query(`create policy owner on ${table} to dabyl_sees_owner using (${letThrough(owner)})`);
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

/** A `case` is taken to let through every second row, as in 0003: next to a store's own condition the bare one counts twice. */
function letThrough(condition: string): string {
  return `case when ${condition} then true else false end`;
}

/** What the gateway's role may, each of the three may: they were made before (`makeRoles`). */
const RIGHTS = `do $$
declare
  scoped constant text := 'dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner';
  held record;
begin
  for held in select n.nspname as name, a.privilege_type as may
    from pg_namespace n cross join aclexplode(n.nspacl) a
    where n.nspname in ('public', 'queue') and a.grantee = 'dabyl_gateway'::regrole loop
    execute format('grant %s on schema %I to %s', held.may, held.name, scoped);
  end loop;
  for held in select c.oid::regclass as name, c.relkind = 'S' as is_sequence, a.privilege_type as may
    from pg_class c cross join aclexplode(c.relacl) a
    where c.relnamespace::regnamespace::text in ('public', 'queue') and a.grantee = 'dabyl_gateway'::regrole loop
    execute format('grant %s on %s %s to %s', held.may, case when held.is_sequence then 'sequence' else 'table' end, held.name, scoped);
  end loop;
  for held in select p.oid::regprocedure as name
    from pg_proc p cross join aclexplode(p.proacl) a
    where p.pronamespace::regnamespace::text in ('public', 'queue') and a.grantee = 'dabyl_gateway'::regrole loop
    execute format('grant execute on function %s to %s', held.name, scoped);
  end loop;
end $$`;

/** Sub-selects, so that PostgreSQL asks once for each statement and not for each row. */
const PARTY = "(select dabyl_party())";
const OF_A_SOC = `soc_id = ${PARTY}`;
const OF_AN_OWNER = `owner_id = ${PARTY}`;
const OF_OWNER_OR_HOLDER = `owner_id = ${PARTY} or holder_id = ${PARTY}`;
const ONE_OF_THE_OWNERS = `${PARTY} = any (owner_ids)`;

/** Not `exists`, which PostgreSQL may answer by hashing a whole table instead of looking at the one row. */
function ofASeen(parent: string, column: string): string {
  return `(select true from ${parent} seen where seen.id = ${column})`;
}
const OF_A_SEEN_INCIDENT = ofASeen("incident", "incident_id");
const OF_A_SEEN_DUTY = ofASeen("obligation", "obligation_id");

/** What a SOC and an owner see; null: nothing. The national centre sees everything. */
interface Policy {
  readonly soc: string | null;
  readonly owner: string | null;
}

const NOBODY: Policy = { soc: null, owner: null };
/** What was said about an incident: an owner sees what was said of an object that was its own then. */
const SAID: Policy = { soc: OF_A_SEEN_INCIDENT, owner: ONE_OF_THE_OWNERS };
const OF_ITS_SOC: Policy = { soc: OF_A_SOC, owner: null };
const OF_ITS_INCIDENT: Policy = { soc: OF_A_SEEN_INCIDENT, owner: null };

function both(condition: string): Policy {
  return { soc: condition, owner: condition };
}

const POLICIES: Readonly<Record<string, Policy>> = {
  actor: NOBODY,
  analysis: OF_ITS_SOC,
  analysis_indicator: { soc: ofASeen("analysis", "analysis_id"), owner: null },
  analysis_notification: { soc: ofASeen("analysis", "analysis_id"), owner: null },
  centre_numbering: NOBODY,
  concern: { soc: "id in (select concerns_told_to(dabyl_party()))", owner: null },
  concern_indicator: { soc: ofASeen("concern", "concern_id"), owner: null },
  concern_object: {
    soc: "(concern_id, object_id) in (select t.concern_id, t.object_id from concern_objects_told_to(dabyl_party()) t)",
    owner: null,
  },
  confirmation_correction: SAID,
  correction_request: OF_ITS_INCIDENT,
  coverage: { soc: OF_A_SOC, owner: "id in (select coverage_known_to(dabyl_party()))" },
  delivery: { soc: `${OF_A_SEEN_INCIDENT} or party_id = ${PARTY}`, owner: `party_id = ${PARTY}` },
  delivery_attempt: both(ofASeen("delivery", "delivery_id")),
  denial: OF_ITS_SOC,
  denial_notification: { soc: ofASeen("denial", "denial_id"), owner: null },
  incident: OF_ITS_SOC,
  incident_card: SAID,
  incident_notification: OF_ITS_INCIDENT,
  incident_numbering: OF_ITS_SOC,
  incident_report: SAID,
  indicator: both(ofASeen("incident_card", "card_id")),
  journal: { soc: OF_A_SOC, owner: ONE_OF_THE_OWNERS },
  notification: { soc: "id in (select notifications_told_to(dabyl_party()))", owner: null },
  notification_indicator: { soc: ofASeen("notification", "notification_id"), owner: null },
  notification_recipient: OF_ITS_SOC,
  object_change: NOBODY,
  object_kinds: {
    soc: "object_id in (select objects_covered_by(dabyl_party()))",
    owner: "object_id in (select objects_owned_by(dabyl_party()))",
  },
  object_link: SAID,
  object_unlinking: both(ofASeen("object_link", "object_link_id")),
  obligation: { soc: `obligor_id = ${PARTY}`, owner: OF_OWNER_OR_HOLDER },
  owner_acknowledgement: { soc: OF_A_SEEN_INCIDENT, owner: OF_AN_OWNER },
  owner_incident: { soc: OF_A_SOC, owner: OF_AN_OWNER },
  owner_notification: { soc: OF_A_SEEN_INCIDENT, owner: OF_OWNER_OR_HOLDER },
  ownership: {
    soc: "(object_id, ordinal) in (select k.object_id, k.ordinal from ownerships_known_to(dabyl_party()) k)",
    owner: OF_AN_OWNER,
  },
  party: {
    soc: `kind = 'NATIONAL_CENTRE' or id = ${PARTY} or id in (select owners_known_to(dabyl_party()))`,
    owner: `kind = 'NATIONAL_CENTRE' or id = ${PARTY} or id in (select parties_known_to(dabyl_party()))`,
  },
  protected_object: { soc: "id in (select objects_covered_by(dabyl_party()))", owner: OF_OWNER_OR_HOLDER },
  receipt_withdrawal: both(ofASeen("received_otherwise", "received_otherwise_id")),
  received_otherwise: both(OF_A_SEEN_DUTY),
  retraction: SAID,
  retraction_decision: SAID,
  same_incident: OF_ITS_INCIDENT,
  same_incident_decision: NOBODY,
  severity_review: SAID,
  submission: both(`party_id = ${PARTY}`),
  token: NOBODY,
  waiver: { soc: OF_A_SEEN_DUTY, owner: `(${OF_OWNER_OR_HOLDER}) and ${OF_A_SEEN_DUTY}` },
  webhook: NOBODY,
  withheld_reason: NOBODY,
};
