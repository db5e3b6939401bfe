import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { withClient, type BenchCluster } from "./cluster.ts";
import { startHelper } from "./processes.ts";
import { ask, type Request } from "./questions.ts";
import type { RecipientJob } from "./recipients.ts";
import { startOn } from "./servers.ts";
import { tokenOf } from "./servers/tokens.ts";
import { FIRST_PORT } from "./settings.ts";
import { percentile } from "./statistics.ts";

/** From sending a notification to the frames of all SOCs that it reaches. */

const RECIPIENTS = 200;
const ROUNDS = 20;

export interface NotificationFigures {
  readonly recipients: number;
  readonly rounds: number;
  /** Statements of the transaction: with one recipient, and with all of them. */
  readonly statements: readonly [number, number];
  readonly receipt: Span;
  readonly last: Span;
  readonly all: Span;
}

/** Milliseconds. */
interface Span {
  readonly p50: number;
  readonly worst: number;
}

/** SOCs that only receive, each with a token. */
const LISTENERS = `
with socs as (
  insert into party (id, kind, code, name, registered_at)
  select gen_random_uuid(), 'SOC', 'HEARS-' || n, 'A SOC that receives (' || n || ')', now() from generate_series(1, ${RECIPIENTS}) n
  returning id, code
), actors as (
  insert into actor (id, party_id, name, roles, registered_at)
  select gen_random_uuid(), id, 'Reader', '{SOC_READER}', now() from socs returning id, party_id
), tokens as (
  insert into token (id, actor_id, hash, issued_at, expires_at)
  select gen_random_uuid(), a.id, sha256(convert_to('bench-' || s.code || '-SOC_READER', 'UTF8')), now(), now() + interval '1 day'
  from actors a join socs s on s.id = a.party_id returning id
)
select s.id, s.code from socs s order by s.code`;

const NOTIFY = `mutation Notify($input: NotifySocsInput!) { notifySocs(input: $input) {
  ... on SocsNotified { receipt { id position } notification { number } } ... on SubmissionRejected { violations { rule path message } } } }`;

export async function measureNotifications(cluster: BenchCluster, database: string): Promise<NotificationFigures> {
  const { socs, incident } = await withClient(cluster.url(database, "superuser"), async (client) => ({
    socs: (await client.query<{ id: string; code: string }>(LISTENERS)).rows,
    incident: (await client.query<{ id: string }>("select id from incident order by received_at desc limit 1")).rows[0],
  }));
  const file = join(tmpdir(), `dabyl-bench-notify-${process.pid}.jsonl`);
  await writeFile(file, "");
  const capture = fileURLToPath(new URL("capture.ts", import.meta.url));
  const environment = {
    BENCH_CAPTURE: file,
    ...(process.env["BENCH_DIST"] ? { BENCH_DIST: process.env["BENCH_DIST"] } : {}),
  };
  const notified = (count: number, n: number): Request => notifyRequest(incident?.id ?? "", socs.slice(0, count), n);
  const statements: [number, number] = [0, 0];
  const captured = await startOn(cluster, database, "gateway", FIRST_PORT, environment, ["--import", capture]);
  try {
    await ask(captured.url, notified(1, -3));
    for (const [index, count] of [1, RECIPIENTS].entries()) {
      const before = (await readFile(file)).length;
      await ask(captured.url, notified(count, index - 2));
      await pause(50);
      statements[index] = statementsOf((await readFile(file)).subarray(before).toString());
    }
  } finally {
    await captured.stop();
    await rm(file, { force: true });
  }
  const gateway = await startOn(cluster, database, "gateway", FIRST_PORT);
  const recipients = startHelper<RecipientJob, number[]>("recipients.ts");
  try {
    const tokens = socs.map(({ code }) => tokenOf(code, "SOC_READER"));
    await recipients.run({ open: { url: gateway.url, tokens } });
    const receipt: number[] = [];
    const last: number[] = [];
    const all: number[] = [];
    // The first rounds open sessions and compile operations.
    for (let n = -2; n < ROUNDS; n += 1) {
      const begun = performance.timeOrigin + performance.now();
      const collecting = recipients.run({ collect: RECIPIENTS });
      const answer = await ask(gateway.url, notified(RECIPIENTS, n + 100));
      if (!JSON.stringify(answer).includes('"position"')) throw new Error(`not notified: ${JSON.stringify(answer)}`);
      const acknowledged = performance.timeOrigin + performance.now();
      const arrived = await collecting;
      if (n < 0) continue;
      receipt.push(acknowledged - begun);
      last.push(Math.max(...arrived) - begun);
      all.push(...arrived.map((at) => at - begun));
    }
    return {
      recipients: RECIPIENTS,
      rounds: ROUNDS,
      statements,
      receipt: span(receipt),
      last: span(last),
      all: span(all),
    };
  } finally {
    await recipients.stop();
    await gateway.stop();
  }
}

function notifyRequest(incidentId: string, socs: readonly { readonly id: string }[], n: number): Request {
  const input = {
    submissionKey: `notify-${process.pid}-${Date.now()}-${n}`,
    incidentId: Buffer.from(`Incident:${incidentId}`).toString("base64url"),
    to: { socs: socs.map(({ id }) => Buffer.from(`Soc:${id}`).toString("base64url")) },
    text: "A mail that asks for passwords is under way; look for the address below.",
    marking: "AMBER",
    indicators: [{ type: "DOMAIN", value: "mail.host.example" }],
  };
  const body = JSON.stringify({ query: NOTIFY, variables: { input } });
  return { method: "POST", path: "/graphql", token: tokenOf("CENTRE", "CENTRE_OPERATOR"), body };
}

/** The statements of the transaction that wrote the notification, `begin` and `commit` included. */
function statementsOf(log: string): number {
  const asked = log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { event: string; session: number; text?: string })
    .filter(({ event }) => event === "asked");
  const writing = asked.find(({ text }) => /insert into "notification"/.test(text ?? ""));
  const own = asked.filter(({ session }) => session === writing?.session);
  const at = own.findIndex(({ text }) => /insert into "notification"/.test(text ?? ""));
  const begin = own.slice(0, at).findLastIndex(({ text }) => text?.startsWith("begin"));
  const commit = own.findIndex(({ text }, index) => index > at && text === "commit");
  return commit - begin + 1;
}

function span(values: readonly number[]): Span {
  const sorted = Float64Array.from(values).toSorted();
  return { p50: percentile(sorted, 0.5), worst: sorted.at(-1) ?? Number.NaN };
}
