import type { TestDatabase } from "./database.js";

/** Where the sums of timeliness, with what is still to be added to them, are not what the duties themselves give; in one snapshot. */
export function tallyDifferences(database: TestDatabase): Promise<Record<string, unknown>[]> {
  return database.asOwner(`
    with kept as (
      select obligor_id, rule, month, settled_as, met_by, sum(duties)::int as duties
      from (select * from duty_tally union all select * from duty_tally_change) t group by 1, 2, 3, 4, 5 having sum(duties) <> 0
    )
    (select 'too much' as fault, k.* from (select * from kept except select * from count_settled_duties()) k)
    union all
    (select 'missing', m.* from (select * from count_settled_duties() except select * from kept) m)`);
}
