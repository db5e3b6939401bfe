import { DataSource } from "typeorm";
import { expect, test } from "vitest";
import { Holders1764000000040 } from "../../migrations/0040-holders.js";
import { RolesByScope1764000000043 } from "../../migrations/0043-roles-by-scope.js";
import { MINUTE, toIso } from "../../src/domain/instant.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { changesObject, heldObject, seenBy, standingsFor } from "../support/holders.js";
import { accepted } from "../support/person.js";

/** Takes out what an earlier release had not, and migrates again. */
async function migrated({ database }: TestGateway): Promise<void> {
  for (const table of ["obligation", "owner_notification", "protected_object", "waiver"])
    await database.asOwner(`alter table ${table} drop column holder_id cascade`);
  await database.asOwner(`drop index if exists obligation_timeliness`);
  await database.asOwner(`create index obligation_timeliness on obligation (obligor_id, rule, starts_at)`);
  await database.asOwner(`drop index ownership_current`);
  await database.asOwner(`alter table ownership drop column capacity`);
  await database.asOwner(`create unique index ownership_current on ownership (object_id) where ends_at is null`);
  await database.asOwner(`drop function holder_at(uuid, timestamptz), owner_and_holder_at(uuid, timestamptz),
    told_as(uuid, uuid[], boolean), parties_known_to(uuid) cascade`);
  await database.asOwner(
    `create function told_as(uuid, uuid, boolean) returns jsonb language sql as 'select null::jsonb'`,
  );
  await database.asOwner(`create function socs_known_to(uuid) returns setof uuid language sql as 'select $1'`);
  await database.asOwner(`do $$ declare p record; begin
    for p in select tablename, policyname from pg_policies where policyname in ('everything', 'soc', 'owner') loop
      execute format('drop policy %I on %I', p.policyname, p.tablename);
    end loop;
    for p in select tablename from pg_policies where policyname = 'house' and tablename <> 'outbox' loop
      execute format('create policy scope on %I using (false)', p.tablename);
    end loop;
  end $$`);
  const dataSource = new DataSource({ type: "postgres", url: database.ownerUrl });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  await new Holders1764000000040().up(runner);
  await new RolesByScope1764000000043().up(runner);
  await runner.release();
  await dataSource.destroy();
}

test("R9.2 what was owed to owners before there were holders stands as it stood, and is for a holder that is registered since", async () => {
  await using world = await startGateway();
  const { owner, centre, object, soc, report, changes, ago } = await heldObject(world);
  accepted(await changes({ holderId: null, from: toIso(ago(24 * 60 * MINUTE)), reason: "There were none." }));
  const [told, untold] = [await report(), await report(ago(2 * MINUTE))];
  accepted(await owner.acknowledges({ incidentId: told.id }));
  await world.database.asOwner("delete from ownership where capacity = 'HOLDER'");
  await migrated(world);
  for (const person of [owner, soc, centre]) {
    expect(await standingsFor(person, told.number)).toEqual([{ standing: "MET", metBy: "OWNER_ACKNOWLEDGEMENT" }]);
    expect(await standingsFor(person, untold.number)).toEqual([{ standing: "RUNNING", metBy: null }]);
  }
  accepted(await soc.reviews(told.id, "HIGH", "It spreads."));
  expect(await standingsFor(soc, told.number)).toEqual([{ standing: "MET", metBy: "OWNER_ACKNOWLEDGEMENT" }]);
  const holder = await world.owner();
  const lease = { holderId: holder.party("Owner"), from: toIso(ago(10 * MINUTE)), reason: "The lease." };
  accepted(await changesObject(world, object.id, lease));
  expect(await seenBy(holder, untold.number)).toMatchObject({ report: {}, deliveries: [{}] });
  accepted(await holder.acknowledges({ incidentId: untold.id }));
  expect(await standingsFor(soc, untold.number)).toEqual([{ standing: "MET", metBy: "OWNER_ACKNOWLEDGEMENT" }]);
});
