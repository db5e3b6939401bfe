import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { GatewayClient } from "../../client/index.js";
import { ObligationsDocument } from "../../schema/operations.generated.js";
import { HOUR } from "../../src/domain/instant.js";
import { eventually } from "../support/eventually.js";
import { createDataDir, credentialsOf, freePort, GatewayProcess, runTool } from "../support/process.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

/** What somebody who watches the demonstration sees, in the order in which it comes. */
const PLAYED = [
  /centre receives REPORTED /,
  /duty@grid\.example gets mail \d/,
  /warning R9\.2 .* No address is registered/,
  /records that it notified the owner itself, by telephone/,
  /centre receives SEVERITY_REVIEWED /,
  /centre receives CARD_AMENDED /,
  /late by 8 h \(R9\.3\)/,
  /refused, recorded as /,
  /the notification would reach 3 SOCs/,
  /DEMO-ENERGY +has an incident of its own with /,
  /DEMO-HEALTH +covers the object DEMO-CLINIC-RECORDS/,
  /DEMO-WATER +covers an object of the sector WATER_SUPPLY/,
  /receives NOTIFIED \S+ about a threat/,
  /centre receives ANSWERED \S+ about a threat by DEMO-WATER .*\n +R9\.4 met/,
  /centre receives ANSWERED \S+ about an event by DEMO-GOV .*\n +R9\.5 met/,
  /accepted NOTIFICATION-\S+ and DEMO-ENERGY-\S+,/,
  /│ From: dabyl@localhost\n +│ To: duty@grid\.example\n +│ Subject: Incident DEMO-ENERGY-/,
  /│ Message-ID: <\S+@dabyl>/,
  /│ > Мердігердің есептік жазбасымен/,
  /centre receives OWNER_ACKNOWLEDGED DEMO-ENERGY-/,
  /centre receives ANSWERED \S+ about an incident by DEMO-HEALTH .*\n +R9\.6 met/,
  /accepted DETECTED-INCIDENT-/,
  /telephoned the centre at minute 4/,
  /Three objects: DEMO-GRID-SCADA, .*; DEMO-GRID-OFFICE, /,
  /late by 9 min \(R9\.1\)|R9\.1 met late/,
  /centre receives RECEIVED_OTHERWISE DEMO-ENERGY-/,
  /They stay open\. Look at the wall/,
  /What the centre sees of this morning/,
  /DEMO-ENERGY-\S+ +HIGH .* met +DEMO-GRID-SCADA met late \+9 min +met +NOTIFICATION-\S+ met +—\n +“Қалалық қазандықтың…” met +NOTIFICATION-\S+ met\n/,
  /THREAT +DEMO-ENERGY .* running +— +—\n/,
  /THREAT +DEMO-HEALTH .* running +\d\d:\d\d:\d\d +—\n/,
  /THREAT +DEMO-WATER .* met +\d\d:\d\d:\d\d +analysis\n/,
  /EVENT +DEMO-ENERGY .* met .* analysis, DEMO-ENERGY-/,
  /EVENT +DEMO-GOV .* met .* not confirmed/,
  /INCIDENT +DEMO-HEALTH .* met .* card, DEMO-HEALTH-/,
  /DEMO-CANAL +— +NO_ADDRESS/,
  /DEMO-GRID +EMAIL +ACCEPTED +\S+ +\S+ \w+ +\d\d:\d\d:\d\d +250 taken into the demonstration's mailbox/,
];

/** What one card and the one analysis after it are seen to meet, in whatever order their screens receive it. */
const ANSWERED_TOGETHER = [
  /centre receives CARD_SUBMITTED DEMO-ENERGY-/,
  /centre receives ANSWERED \S+ about an event by DEMO-ENERGY .*\n +R9\.5 met/,
  /centre receives ANSWERED \S+ about an incident by DEMO-ENERGY .*\n +R9\.6 met/,
];

test.concurrent(
  "the demonstration plays to its end against a gateway that is up, without a mailbox and again with one, and says so where none is",
  async () => {
    await using data = await createDataDir();
    const settings = { DATA_DIR: data.path, SMTP_URL: `smtp://127.0.0.1:${await freePort()}` };
    await using gateway = await GatewayProcess.start(settings);
    const environment = { ...settings, PORT: new URL(gateway.url).port };
    const mailless = await runTool("../demo/main", { ...environment, SMTP_URL: "none" }, ["morning"]);
    expect(mailless).toMatchObject({
      code: 0,
      output: expect.stringContaining("The gateway has no mail server (SMTP_URL)."),
    });
    expect(mailless.output).toMatch(/centre receives OWNER_ACKNOWLEDGED /);
    // What the first run left is there, its mails on their way among it.
    const { code, output } = await runTool("../demo/main", environment, ["morning"]);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("From the gateway to the screens") });
    let place = 0;
    for (const seen of PLAYED) {
      const rest = output.slice(place);
      expect(rest).toMatch(seen);
      place += rest.search(seen);
    }
    const afterReceipt = output.slice(output.search(/centre receives RECEIVED_OTHERWISE /));
    for (const seen of ANSWERED_TOGETHER) expect(afterReceipt).toMatch(seen);
    expect(new Set(output.match(/\S+ receives NOTIFIED \S+ about a threat/g)).size).toBe(3);
    // Whoever opens the console then finds what is late, and what soon will be.
    const { centre } = await credentialsOf(data.path);
    const open = { filter: { standings: ["RUNNING" as const, "OVERDUE" as const] }, first: 100 };
    const { obligations } = await new GatewayClient({ address: gateway.url, token: centre }).ask(
      ObligationsDocument,
      open,
    );
    const leftOf = (rule: string): number[] =>
      obligations.nodes.filter((duty) => duty.rule === rule).map(({ dueAt }) => Date.parse(dueAt) - Date.now());
    expect(Math.min(...leftOf("R9.3"))).toBeLessThan(0);
    expect(Math.max(...leftOf("R9.2"))).toBeGreaterThan(0);
    expect(Math.min(...leftOf("RA.1"))).toBeLessThan(HOUR);
    await gateway.end("SIGTERM");
    expect((await runTool("../demo/main", environment)).code).toBe(1);
  },
);

test.concurrent(
  "the demonstration shows three days of clocks on a gateway of its own, which leaves nothing behind",
  async () => {
    await using folder = await scratch();
    const { code, output } = await runTool("../demo/main", { TMPDIR: folder.path }, ["clocks"]);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("How well each SOC met its terms") });
    expect(output).toMatch(/⏰ overdue R9\.2 of DEMO-ENERGY for DEMO-ENERGY-\d+-0001, due at \+00:15/);
    expect(output).toMatch(/⏰ due soon RA\.1 of DEMO-WATER /);
    expect(output).not.toMatch(/⏰ overdue RA\.1 /);
    expect(output).toMatch(/⏰ overdue R9\.4 of DEMO-HEALTH /);
    expect(output).toMatch(/⏰ overdue R9\.3 of DEMO-ENERGY for DEMO-ENERGY-\d+-0001, due at \+72:00/);
    // An hour, by two clocks of which each runs two hours in a second.
    expect(output).toMatch(/late by (?:[1-5]\d min|\d+ h(?: \d+ min)?) \(R9\.3\)/);
    expect(output).toMatch(/DEMO-HEALTH +R9\.4 +1 +0 +0 +1 +0 +0 %/);
    expect(output).toMatch(/DEMO-WATER +RA\.1 +1 +1 +0 +0 +0 +100 %/);
    expect(await readdir(folder.path)).toEqual([]);
  },
);

test.concurrent("the fictional year is asked until it is interrupted, and leaves nothing behind", async () => {
  await using folder = await scratch();
  await using gateway = await GatewayProcess.start({ TMPDIR: folder.path }, undefined, ["../demo/main", "year"]);
  await eventually(() => gateway.reported.includes("Ctrl+C"));
  const [, token = ""] = /Analyst +(\S+)/.exec(gateway.reported) ?? [];
  expect(await gateway.asks(token, "{ serverTime incidents { totalCount { value } } }")).toMatchObject({
    data: { serverTime: expect.stringContaining("2026-11-30T04:0"), incidents: { totalCount: { value: 25 } } },
  });
  expect(await gateway.end("SIGINT")).toMatchObject({ code: 0 });
  expect(await readdir(folder.path)).toEqual([]);
});

/** A folder of this test's own for temporary files: another run may be at work beside it. */
async function scratch(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await scratchFolder("dabyl-demonstration-");
  return { path, [Symbol.asyncDispose]: async () => removeFolder(path) };
}
