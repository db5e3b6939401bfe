import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The same policies in another form. Written as one `or` of everybody's conditions, PostgreSQL took a policy to let through
 * one row in a hundred and fifty, and sorted all of a SOC's incidents instead of reading the newest twenty out of
 * `incident_newest_of_soc`. A `case` is taken to let through every second row, and asks one condition of a row, not three.
 */
export class PoliciesAsCases1764000000003 implements MigrationInterface {
  readonly name = "PoliciesAsCases1764000000003";

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, { soc, owner }] of Object.entries(POLICIES))
      await runner.query(`drop policy scope on ${table};
        create policy scope on ${table} using (case (select dabyl_sees())
          when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end)`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

/** Sub-selects, so that PostgreSQL asks once for each statement and not for each row. */
const PARTY = "(select dabyl_party())";
const OWN_OBJECT = "object_id in (select objects_owned_by(dabyl_party()))";
/** Not `exists`, which PostgreSQL may answer by hashing all incidents instead of looking at the one. */
const OF_A_SEEN_INCIDENT = "(select true from incident i where i.id = incident_id)";
const OF_A_SEEN_CARD = "(select true from incident_card c where c.id = card_id)";

/** What a SOC and an owner see; the national centre sees everything. */
interface Policy {
  readonly soc: string;
  readonly owner: string;
}

const OF_AN_INCIDENT: Policy = { soc: `soc_id = ${PARTY}`, owner: OWN_OBJECT };
/** What an owner sees of an incident is what is about an object of its own. */
const PART: Policy = { soc: OF_A_SEEN_INCIDENT, owner: `${OF_A_SEEN_INCIDENT} and ${OWN_OBJECT}` };
const NOBODY: Policy = { soc: "false", owner: "false" };

const POLICIES: Readonly<Record<string, Policy>> = {
  party: {
    soc: `kind = 'NATIONAL_CENTRE' or id = ${PARTY} or id in (select owners_known_to(dabyl_party()))`,
    owner: `kind = 'NATIONAL_CENTRE' or id = ${PARTY} or id in (select socs_known_to(dabyl_party()))`,
  },
  protected_object: { soc: "id in (select objects_covered_by(dabyl_party()))", owner: `owner_id = ${PARTY}` },
  coverage: OF_AN_INCIDENT,
  actor: NOBODY,
  token: NOBODY,
  incident_numbering: { soc: `soc_id = ${PARTY}`, owner: "false" },
  incident: OF_AN_INCIDENT,
  submission: { soc: `party_id = ${PARTY}`, owner: "false" },
  incident_report: PART,
  incident_card: PART,
  indicator: { soc: OF_A_SEEN_CARD, owner: OF_A_SEEN_CARD },
  severity_review: { soc: OF_A_SEEN_INCIDENT, owner: OF_A_SEEN_INCIDENT },
  owner_notification: PART,
  obligation: {
    soc: `debtor_id = ${PARTY}`,
    owner: `${OF_A_SEEN_INCIDENT} and (object_id is null or ${OWN_OBJECT})`,
  },
  journal: OF_AN_INCIDENT,
};
