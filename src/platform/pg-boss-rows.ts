/**
 * pg-boss, where its own table is read and written (decision 9). It has a delay and a group for a queue or for a job when it is put,
 * and none that a job that failed could change: both are columns of the job's row, which it reads again for the next attempt. Whether
 * anything is to be done it finds out only by trying: each of its workers by a fetch, its supervisor by a dozen statements.
 *
 * Shown by `test/limits/delivery-attempts`: "Retry-After is honoured" for the delay, "receivers that say nothing" for the group, "that
 * answers 400 for a while" for what is due; by `test/process/deliveries` for what is lost. A version with other tables has another number
 * (`QUEUE_VERSION`), and migrates them.
 */
import type { PgBoss } from "pg-boss";
import packageOfQueue from "pg-boss/package.json" with { type: "json" };

/** The schema of the queue's tables. */
export const SCHEMA = "queue";

/** The version of the queue's tables that its library works with. */
export const QUEUE_VERSION = packageOfQueue.pgboss.schema;

const WAIT = `update ${SCHEMA}.job set retry_delay = $3, retry_backoff = false, group_id = $4,
  priority = case when priority < 0 then priority else priority - $5::int end where name = $1 and id = $2`;

const MOVE = `update ${SCHEMA}.job set group_id = $3
  where name = $1 and data ->> 'receiver' = $2 and state in ('created', 'retry')`;

/** As the library fetches, and as it takes a job for lost. */
const LEFT = `select (select count(*) from (
    select from ${SCHEMA}.job j where name = $1 and state < 'active' and not blocked and start_after <= now() and not exists (
      select from ${SCHEMA}.job a where a.name = $1 and a.state = 'active' and a.group_id is not null and a.group_id = j.group_id)
    limit $2
  ) due)::int as due, exists (
    select from ${SCHEMA}.job where name = $1 and state = 'active' and started_on + expire_seconds * interval '1 second' < now()
  ) as "hasLost"`;

interface Left {
  readonly due: number;
  /** Whether there is one that was lost with its gateway. */
  readonly hasLost: boolean;
}

/** What is left to do in a queue; jobs that could be fetched are counted up to `most`. */
export async function leftJobs(boss: PgBoss, queue: string, most: number): Promise<Left> {
  const { rows }: { rows: Left[] } = await boss.getDb().executeSql(LEFT, [queue, most]);
  return rows[0] ?? { due: 0, hasLost: false };
}

/** Puts off a job's next attempt by so many seconds, in this group and, the first time, by `steps` of priority. */
export async function putOff(
  boss: PgBoss,
  job: { readonly queue: string; readonly id: string },
  { seconds, group, steps }: { readonly seconds: number; readonly group: string; readonly steps: number },
): Promise<void> {
  await boss.getDb().executeSql(WAIT, [job.queue, job.id, seconds, group, steps]);
}

/** Moves what waits for a receiver to a group. */
export async function regroup(boss: PgBoss, queue: string, receiver: string, group: string): Promise<void> {
  await boss.getDb().executeSql(MOVE, [queue, receiver, group]);
}
