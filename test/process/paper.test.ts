import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { instant, MINUTE } from "../../src/domain/instant.js";
import { systemClock } from "../../src/platform/clock.js";
import { createDemoDatabase } from "../support/demo-world.js";
import { eventually } from "../support/eventually.js";
import { cardInput } from "../support/inputs.js";
import { indicators, joined, readPdf } from "../support/papers.js";
import { GatewayProcess } from "../support/process.js";
import { COMPILED } from "../support/programs.js";

/** R13.2: the card as PDF from a running gateway, which forks the press. */

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Asks a running gateway as somebody. */
function asking({ url }: GatewayProcess, token: string) {
  return async (path: string, document?: object): Promise<Answer> => {
    const answer = await fetch(`${url}/exchange/${path}`, {
      headers: { authorization: `Bearer ${token}`, "accept-language": "kk", "content-type": "application/json" },
      ...(document ? { method: "POST", body: JSON.stringify(document) } : {}),
    });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
}

/** The processes that another one has forked (Linux). */
function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        return new RegExp(`^PPid:\\s+${pid}$`, "m").test(readFileSync(`/proc/${child}/status`, "utf8"));
      } catch {
        return false;
      }
    });
}

test(
  "a gateway prints PDF over HTTP, the same bytes each time and after its press was killed while it laid out",
  { timeout: 300_000 },
  async () => {
    await using database = await createDemoDatabase();
    const [soc, stranger] = database.credentials.socs;
    if (!soc || !stranger) throw new Error("the demonstration has two SOCs");
    const environment = {
      DATABASE_URL: database.gatewayUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PUBLIC_URL: "https://gateway.example.kz",
      COST_AT_ONCE: "100000000",
      COST_PER_MINUTE: "100000000",
    };
    await using gateway = await GatewayProcess.start(environment, COMPILED);
    const ask = asking(gateway, soc.token);
    const card = cardInput(instant(systemClock.now() - MINUTE), { nature: "Екі сервер." });
    const sent = await ask("incident-cards", { submissionKey: "paper", card });
    const { number } = JSON.parse(sent.body.toString()) as { readonly number: string };
    const second = { ...card, nature: "Үш сервер." };
    const many = indicators(6_000).map(({ type, submitted }) => ({ type, value: submitted }));
    const amended = async (revision: number, of: object): Promise<number> =>
      (await ask("incident-cards", { submissionKey: `paper-${revision}`, incidentId: number, revision, card: of }))
        .status;
    expect([sent.status, await amended(1, second), await amended(2, { ...second, indicators: many })]).toEqual([
      200, 200, 200,
    ]);

    const first = await ask(`incident-cards/${number}/revisions/1.pdf`);
    expect([first.status, first.headers.get("content-type"), first.headers.get("content-language")]).toEqual([
      200,
      "application/pdf",
      "kk",
    ]);
    expect((await readPdf(first.body)).pages.join("")).toContain(joined("Екі сервер."));
    expect((await ask(`incident-cards/${number}/revisions/1.pdf`)).body.equals(first.body)).toBe(true);
    const differing = await ask(`incident-cards/${number}/revisions/2.pdf?since=1`);
    expect(differing.status).toBe(200);
    expect((await readPdf(differing.body)).pages.join("")).toContain("[−Екі−][+Үш+]сервер.");
    expect((await asking(gateway, stranger.token)(`incident-cards/${number}.pdf`)).status).toBe(404);

    if (process.platform === "linux") {
      const idle = new Set(childrenOf(gateway.pid).map((pid) => `${pid} ${computed(pid)}`));
      const killed = ask(`incident-cards/${number}.pdf`);
      const press = await layingOut(gateway.pid, idle);
      process.kill(press, "SIGKILL");
      const { status, body } = await killed;
      expect([status, body.toString()]).toMatchObject([501, expect.stringContaining(".html")]);
      expect((await ask(`incident-cards/${number}/revisions/1.pdf`)).body.equals(first.body)).toBe(true);
    }
  },
);

/** Hundredths of a second of a processor that a process has taken (proc(5), utime). */
function computed(pid: number): number {
  const [, rest = ""] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
  return Number(rest.split(" ")[11]);
}

/** The process that lays out: one that has computed for half a second since it was looked at, or that is new. */
async function layingOut(gateway: number, before: ReadonlySet<string>): Promise<number> {
  let found = 0;
  await eventually(() => {
    found =
      childrenOf(gateway).find((pid) => {
        const idle = [...before].find((one) => one.startsWith(`${pid} `))?.split(" ")[1];
        return computed(pid) - Number(idle ?? 0) > 50;
      }) ?? 0;
    return found !== 0;
  });
  return found;
}
