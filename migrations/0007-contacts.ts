import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the clock announces also goes to contacts: a delivery is about an incident's object, or about a duty. */
export class Contacts1764000000007 implements MigrationInterface {
  readonly name = "Contacts1764000000007";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DELIVERIES);
    await runner.query(VISIBILITY);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const DELIVERIES = `
alter table delivery rename column owner_id to party_id;
alter table delivery alter column incident_id drop not null, alter column object_id drop not null,
  add column obligation_id uuid references obligation,
  -- What was announced of the duty, and for which end of its.
  add column announcement text check (announcement in ('DUE_SOON', 'OVERDUE')),
  add column due_at timestamptz,
  -- No duty requires notifying a contact: one without an address gets no delivery about a duty.
  add check (
    num_nonnulls(incident_id, object_id) = 2 and num_nonnulls(obligation_id, announcement, due_at) = 0
    or num_nonnulls(incident_id, object_id) = 0 and num_nonnulls(obligation_id, announcement, due_at, channel) = 4
  ),
  drop constraint delivery_incident_id_object_id_channel_key;
-- Serves the deliveries of an incident; each of them is there once.
create unique index delivery_of_incident on delivery (incident_id, object_id, channel) nulls not distinct
  where incident_id is not null;
-- What is announced for one end goes to one party by one channel once.
create unique index delivery_of_obligation on delivery (obligation_id, announcement, due_at, party_id, channel)
  where obligation_id is not null;
`;

/** Sub-selects, so that PostgreSQL asks once for each statement and not for each row. */
const PARTY = "(select dabyl_party())";
const OF_A_SEEN_INCIDENT = "(select true from incident i where i.id = incident_id)";

/** What a duty's delivery answered belongs to whom it was for: a SOC does not learn where the centre is reached. */
const VISIBILITY = `
drop policy scope on delivery;
create policy scope on delivery using (case (select dabyl_sees())
  when 'EVERYTHING' then true
  when 'SOC' then ${OF_A_SEEN_INCIDENT} or party_id = ${PARTY}
  when 'OWNER' then ${OF_A_SEEN_INCIDENT} and object_id in (select objects_owned_by(dabyl_party())) and party_id = ${PARTY}
  else false end);
`;
