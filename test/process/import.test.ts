import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createDemoDatabase } from "../support/demo-world.js";
import { one } from "../support/place.js";
import { freePort, GatewayProcess, runTool } from "../support/process.js";
import { eventually } from "../support/eventually.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

const ROWS = 1_000;

test(
  "the published examples are accepted, and an import goes on where a gateway was killed: each row has one receipt (R13.2)",
  { timeout: 300_000 },
  async () => {
    await using database = await createDemoDatabase();
    const [soc] = database.credentials.socs;
    const folder = await scratchFolder("dabyl-import-");
    try {
      const table = join(folder, "reports.csv");
      const rows = Array.from({ length: ROWS }, (_, index) => `${index};01.10.2026 10:00;Фишинг;Письмо ${index}`);
      await writeFile(table, ["№;Когда;Вид;Суть", ...rows, ""].join("\r\n"));
      const mapping = join(folder, "m.json");
      const columns = {
        "№": { to: "submissionKey", prefix: "row " },
        Когда: { to: "report.confirmedAt", dates: ["dd.MM.yyyy HH:mm"] },
        Вид: "report.type",
        Суть: "report.summary",
      };
      const constants = { "report.affectedObjects": [{ description: "Сервер" }] };
      await writeFile(mapping, JSON.stringify({ document: "incidentReport", columns, constants }));
      const environment = {
        DATABASE_URL: database.gatewayUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        PORT: String(await freePort()),
      };
      let gateway = await GatewayProcess.start(environment);
      // The published examples: the same table in two formats is the same documents.
      for (const [name, status] of [
        ["csv", "accepted"],
        ["xlsx", "repeated"],
      ] as const) {
        const own = join(folder, `incidents.${name}`);
        await copyFile(resolve(`docs/import/incidents.${name}`), own);
        const ended = await runTool("tools/import", { DABYL_TOKEN: soc?.token ?? "" }, [
          own,
          "--mapping",
          resolve("docs/import/incidents.mapping.json"),
          "--url",
          gateway.url,
        ]);
        expect(ended).toMatchObject({ code: 0 });
        expect(await readFile(`${own}.results.csv`, "utf8")).toMatch(
          new RegExp(
            ["3,journal-2026-1", "6,journal-2026-2", "7,journal-2026-3"]
              .map((row) => `\\n${row},${status},DEMO-`)
              .join("[^]*"),
          ),
        );
      }
      const importing = runTool("tools/import", { DABYL_TOKEN: soc?.token ?? "" }, [
        table,
        "--mapping",
        mapping,
        "--url",
        gateway.url,
      ]);
      const results = (): Promise<string> => readFile(`${table}.results.csv`, "utf8").catch(() => "");
      await eventually(async () => (await results()).includes(",accepted,"));
      await gateway.end("SIGKILL");
      gateway = await GatewayProcess.start(environment);
      try {
        const { code, output } = await importing;
        expect([code, output]).toEqual([0, expect.stringContaining(`Read: ${ROWS} of ${ROWS};`)]);
      } finally {
        await gateway.end("SIGTERM");
      }
      expect((await results()).match(/,(?:accepted|repeated),DEMO-/g)).toHaveLength(ROWS);
      const counted = "select count(*)::int as submissions from submission where key like 'row %'";
      expect(await one(database.ownerUrl, counted)).toEqual({ submissions: ROWS });
    } finally {
      removeFolder(folder);
    }
  },
);
