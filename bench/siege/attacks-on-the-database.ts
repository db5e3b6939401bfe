import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Attack } from "./attacks.ts";
import { AMEND, card, key } from "./world.ts";

/** Seconds for which PostgreSQL is stopped. */
const STOPPED = 5;

/** What someone with a login could do to PostgreSQL, or to its machine. */
export const onTheDatabase = {
  "a locked row": async ({ url, hostile, incident, databaseUrl }, over, tell) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("begin");
    const id = Buffer.from(incident.id, "base64url").toString().split(":")[1];
    await client.query("select 1 from incident where id = $1 for update", [id]);
    const amend = async (): Promise<void> => {
      while (!over.aborted) {
        const input = {
          submissionKey: key(`locked-${Math.random()}`),
          incidentId: incident.id,
          revision: 1,
          card: card(hostile.objectId, 1),
        };
        const answer = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${hostile.token}` },
          body: JSON.stringify({ query: AMEND, variables: { input } }),
        }).then(
          async (response) => /"code":"(\w+)"/.exec(await response.text())?.[1] ?? `HTTP ${response.status}`,
          () => "no answer",
        );
        tell(answer);
        await pause(10);
      }
    };
    const amending = Array.from({ length: 20 }, amend);
    await new Promise((resolve) => over.addEventListener("abort", resolve, { once: true }));
    await client.query("rollback");
    await client.end();
    await Promise.race([Promise.all(amending), pause(20_000)]);
  },

  "the journal's lock held": async ({ databaseUrl }, over, tell) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    while (!over.aborted) {
      await client.query("begin; select pg_advisory_xact_lock(hashtext('dabyl journal'))");
      await pause(2_000);
      await client.query("commit");
      tell("held for 2 s");
      await pause(3_000);
    }
    await client.end();
  },

  "a stopped PostgreSQL": async ({ postmaster }, over, tell) => {
    await pause(2_000);
    const processes = [postmaster, ...(await childrenOf(postmaster))];
    for (const pid of processes) process.kill(pid, "SIGSTOP");
    await pause(STOPPED * 1_000);
    for (const pid of processes) process.kill(pid, "SIGCONT");
    tell(`stopped for ${STOPPED} s`);
    while (!over.aborted) await pause(50);
  },
} satisfies Record<string, Attack>;

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    pids.map(async (pid) => [pid, await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")] as const),
  );
  return stats
    .filter(([, stat]) => Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent)
    .map(([pid]) => Number(pid));
}
