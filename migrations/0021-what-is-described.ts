import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * An incident that describes an object by a registered name is an open question. A link to a registered object is shown to those
 * whose the object was, and is taken back where it was wrong.
 */
export class WhatIsDescribed1764000000021 implements MigrationInterface {
  readonly name = "WhatIsDescribed1764000000021";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NAMES);
    await runner.query(OWNERS);
    await runner.query(UNLINKING);
    await runner.query(CODES);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const NAMES = `
-- Whether a description is the code or the name of a registered object: whoever names one has to know, as by objects_named.
create function is_registered_name(description text) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select exists (select from protected_object p where lower(p.code) = lower(btrim(description, ' .')))
      or exists (select from protected_object p where lower(p.name) = lower(btrim(description, ' .')))
  $$;
revoke execute on function is_registered_name(text) from public;
grant execute on function is_registered_name(text) to dabyl_gateway;
`;

/** Statements about an incident that an owner's message is made of. */
const SAID = ["incident_report", "incident_card", "severity_review", "confirmation_correction"];

const OWNERS = `
-- Whose an object was at any of these moments.
create function owners_at(object uuid, moments timestamptz[]) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select distinct owner_at(object, m) from unnest(moments) as m $$;
-- A link is for whose the object was at the confirmation, and when what described it was said; for no later owner.
drop policy scope on object_link;
alter table object_link add column owner_ids uuid[] not null default '{}';
update object_link set owner_ids = array[owner_id];
alter table object_link drop column owner_id;
create policy scope on object_link using (case (select dabyl_sees())
  when 'EVERYTHING' then true
  when 'SOC' then (select true from incident i where i.id = incident_id)
  when 'OWNER' then (select dabyl_party()) = any (owner_ids)
  else false end);
drop function name_linked_object(uuid, uuid[], uuid, uuid);
-- What a linked object was described in is about that object, and whose it was then sees it: nothing else of a statement changes.
create function name_linked_object(of_incident uuid, submissions uuid[], object uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp
  as $$
    ${SAID.map(
      (table) => `update ${table} set object_ids = array_append(array_remove(object_ids, object), object),
        owner_ids = array_append(array_remove(owner_ids, owner_at(object, received_at)), owner_at(object, received_at))
      where incident_id = of_incident and dabyl_sees() = 'EVERYTHING' and submission_id = any (submissions)`,
    ).join(";\n    ")}
  $$;
revoke execute on function owners_at(uuid, timestamptz[]), name_linked_object(uuid, uuid[], uuid) from public;
grant execute on function owners_at(uuid, timestamptz[]), name_linked_object(uuid, uuid[], uuid) to dabyl_gateway;
`;

const UNLINKING = `
-- L9: a link that was made in error counts for nothing since.
create table object_unlinking (
  object_link_id uuid primary key references object_link,
  submission_id uuid not null references submission,
  reason text not null,
  unlinked_at timestamptz not null
);
alter table object_unlinking enable row level security;
alter table object_unlinking force row level security;
create policy house on object_unlinking to current_user using (true);
create policy scope on object_unlinking using (case (select dabyl_sees())
  when 'EVERYTHING' then true
  when 'SOC' then (select true from object_link l where l.id = object_link_id)
  when 'OWNER' then (select true from object_link l where l.id = object_link_id)
  else false end);
grant select, insert on object_unlinking to dabyl_gateway;
`;

const CODES = `
-- R9.2: by what code the object of a duty is registered, for whoever sees the duty, and the object or not.
create function object_codes_of(duties uuid[]) returns table (obligation_id uuid, code text) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select o.id, p.code from obligation o join protected_object p on p.id = o.object_id
    where o.id = any (duties) and case dabyl_sees() when 'EVERYTHING' then true when 'SOC' then o.obligor_id = dabyl_party()
      when 'OWNER' then o.owner_id = dabyl_party() else false end
  $$;
revoke execute on function object_codes_of(uuid[]) from public;
grant execute on function object_codes_of(uuid[]) to dabyl_gateway;
`;
