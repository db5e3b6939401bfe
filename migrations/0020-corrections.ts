import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What was recorded in error is taken back or corrected, and stays on record: receipts by another way, requests to correct a
 * confirmation, duties that only a superseded confirmation opened, descriptions of what is a registered object.
 */
export class Corrections1764000000020 implements MigrationInterface {
  readonly name = "Corrections1764000000020";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- L22: a receipt by another way that was recorded in error counts for nothing since.
      create table receipt_withdrawal (
        received_otherwise_id uuid primary key references received_otherwise,
        submission_id uuid not null references submission,
        reason text not null,
        -- The name of the actor at that time.
        withdrawn_by text not null,
        withdrawn_at timestamptz not null
      );
      -- L4: why the national centre refused to correct a confirmation.
      alter table correction_request add column refusal_reason text;
      -- L23: nothing but a superseded confirmation opened it.
      alter table obligation add column is_void boolean not null default false;
      -- Distinct incidents are counted in it, too.
      drop index obligation_timeliness;
      create index obligation_timeliness on obligation (obligor_id, rule, starts_at)
        include (due_at, discharged_at, waived_at, met_by, is_retracted, owner_id, is_void, incident_id);
      drop index obligation_not_overdue;
      create index obligation_not_overdue on obligation (due_at)
        where overdue_announced_for = due_at and coalesce(discharged_at, waived_at) <= due_at
          or is_void and overdue_announced_for is not null;
      -- L9: what an incident describes and is a registered object.
      create table object_link (
        id uuid primary key,
        incident_id uuid not null references incident,
        submission_id uuid not null references submission,
        description text not null,
        object_id uuid not null references protected_object,
        code text not null,
        -- The object's owner at that time.
        owner_id uuid not null references party,
        reason text not null,
        linked_at timestamptz not null,
        place int8 not null default nextval('statement_place')
      );
      create index object_link_by_incident on object_link (incident_id, place);
      -- What a linked object was described in is about that object, and its owner sees it: nothing else of a statement changes.
      create function name_linked_object(of_incident uuid, submissions uuid[], object uuid, owner uuid) returns void
        language sql security definer set search_path = pg_catalog, public, pg_temp
        as $$
          ${SAID.map(
            (table) => `update ${table} set object_ids = array_append(array_remove(object_ids, object), object),
              owner_ids = array_append(array_remove(owner_ids, owner), owner)
            where incident_id = of_incident and dabyl_sees() = 'EVERYTHING' and submission_id = any (submissions)`,
          ).join(";\n          ")}
        $$;
      revoke execute on function name_linked_object(uuid, uuid[], uuid, uuid) from public;
      grant execute on function name_linked_object(uuid, uuid[], uuid, uuid) to dabyl_gateway;
    `);
    for (const [table, { soc, owner }] of Object.entries(POLICIES))
      await runner.query(`alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy house on ${table} to current_user using (true);
        create policy scope on ${table} using (case (select dabyl_sees())
          when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end);
        grant select, insert on ${table} to dabyl_gateway`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

/** Statements about an incident that an owner's message is made of. */
const SAID = ["incident_report", "incident_card", "severity_review", "confirmation_correction"];

const OF_A_SEEN_RECEIPT = "(select true from received_otherwise w where w.id = received_otherwise_id)";

const POLICIES: Readonly<Record<string, { readonly soc: string; readonly owner: string }>> = {
  receipt_withdrawal: { soc: OF_A_SEEN_RECEIPT, owner: OF_A_SEEN_RECEIPT },
  object_link: {
    soc: "(select true from incident i where i.id = incident_id)",
    owner: "owner_id = (select dabyl_party())",
  },
};
