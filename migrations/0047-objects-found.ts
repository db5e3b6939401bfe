import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The objects that a draft names are found one by one by their indexes, however many are registered: every act that names one asks for
 * them, and sessions plan once for all parameters. `any (select …)` beside an `or`, a join and `exists` were each a pass over a table.
 */
export class ObjectsFound1764000000047 implements MigrationInterface {
  readonly name = "ObjectsFound1764000000047";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function objects_named(soc uuid, instants timestamptz[], ids uuid[], codes text[], descriptions text[])
        returns table (ordinal int, id uuid, code text, is_covered boolean, is_registered_name boolean, protected_in jsonb,
          ended_at timestamptz, successor text)
        language sql volatile security definer set search_path = pg_catalog, public, pg_temp
        as $$
          select from protected_object o where o.id = any (ids) or o.code = any (array(select upper(n) from unnest(codes) as n))
            order by o.id for key share;
          select n.ordinal::int, o.id, o.code,
            (select count(*) > 0 from coverage c cross join unnest(instants) as i (at) where c.object_id = o.id and c.soc_id = soc
              and c.starts_at <= i.at and (c.ends_at is null or c.ends_at > i.at)),
            n.description is not null and is_registered_name(n.description),
            protection_of(o.id), o.ended_at, (select s.code from protected_object s where s.id = o.replaced_by)
          from unnest(ids, codes, descriptions) with ordinality as n (id, code, description, ordinal)
            left join lateral (
              select p.id, p.code, p.ended_at, p.replaced_by from protected_object p
              where p.id = coalesce(n.id, (select c.id from protected_object c where c.code = upper(n.code))) offset 0
            ) o on true
          order by n.ordinal
        $$;
      -- A page's duties, not the thousand that PostgreSQL assumes, for which it would go through all there are.
      alter function object_codes_of(uuid[]) rows 10;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
