import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A description is a registered code or name however it is written: with other quotation marks, dashes, spaces or capitals, or a
 * full stop behind it.
 */
export class RegisteredNames1764000000027 implements MigrationInterface {
  readonly name = "RegisteredNames1764000000027";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function plain_name(written text) returns text language sql immutable parallel safe
        set search_path = pg_catalog, public, pg_temp
        as $$
          select lower(btrim(regexp_replace(translate(written, '${DASHES}${SPACES}${QUOTATION_MARKS}',
            '${"-".repeat(DASHES.length)}${" ".repeat(SPACES.length)}'), '\\s+', ' ', 'g'), ' .,;:'))
        $$;
      drop index protected_object_by_lower_code, protected_object_by_lower_name;
      create index protected_object_by_plain_code on protected_object (plain_name(code));
      create index protected_object_by_plain_name on protected_object (plain_name(name));
      create or replace function is_registered_name(description text) returns boolean language sql stable security definer
        set search_path = pg_catalog, public, pg_temp
        as $$
          select exists (select from protected_object p where plain_name(p.code) = plain_name(description))
            or exists (select from protected_object p where plain_name(p.name) = plain_name(description))
        $$;
      create or replace function objects_named(soc uuid, instants timestamptz[], ids uuid[], codes text[], descriptions text[])
        returns table (ordinal int, id uuid, code text, is_covered boolean, is_registered_name boolean, protected_in jsonb,
          ended_at timestamptz, successor text)
        language sql volatile security definer set search_path = pg_catalog, public, pg_temp
        as $$
          select from protected_object o where o.id = any (ids) or o.code = any (select upper(n) from unnest(codes) as n)
            order by o.id for key share;
          select n.ordinal::int, o.id, o.code,
            exists (select from coverage c cross join unnest(instants) as i (at) where c.object_id = o.id and c.soc_id = soc
              and c.starts_at <= i.at and (c.ends_at is null or c.ends_at > i.at)),
            is_registered_name(n.description),
            protection_of(o.id), o.ended_at, (select s.code from protected_object s where s.id = o.replaced_by)
          from unnest(ids, codes, descriptions) with ordinality as n (id, code, description, ordinal)
            left join protected_object o on o.id = coalesce(n.id, (select c.id from protected_object c where c.code = upper(n.code)))
          order by n.ordinal
        $$;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

/** Hyphens and dashes (U+2010 to U+2015, U+2212), each as a hyphen. */
const DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
/** Spaces that do not break, and the like (U+00A0, U+2007, U+202F), each as a space. */
const SPACES = "\u00A0\u2007\u202F";
/** Left out. */
const QUOTATION_MARKS = "\u00AB\u00BB\u201C\u201D\u201E\u2018\u2019\"''";
