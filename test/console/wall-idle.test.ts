import { expect, test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { theBrowser } from "../support/browser.js";
import { Night } from "../support/night.js";

/** Milliseconds over which the wall is left alone. */
const IDLE = 20_000;
const CLOCKS = 100;
/** Shares of one core: the target, and what would be a fault on the busiest machine. */
const TARGET = 0.03;
const MOST = 0.15;

interface Processes {
  readonly processInfo: readonly { readonly type: string; readonly cpuTime: number }[];
}

test("a wall of a hundred running clocks that nobody touches costs next to nothing", async () => {
  await using night = await Night.begin();
  for (let count = 0; count < CLOCKS; count += 1)
    await night.reports("ENERGY", { severity: "LOW", ago: MINUTE + count * 1_000 });
  await using window = await night.wall();
  const { page } = window;
  const clocks = page.getByRole("list", { name: "Needs attention" }).getByRole("timer");
  await clocks.nth(CLOCKS - 1).waitFor();
  const session = await (await theBrowser()).newBrowserCDPSession();
  /** Seconds of processor time of all pages. */
  const spent = async (): Promise<number> => {
    const { processInfo } = (await session.send("SystemInfo.getProcessInfo")) as Processes;
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  await page.waitForTimeout(2_000);
  const before = await spent();
  await page.waitForTimeout(IDLE);
  const share = ((await spent()) - before) / (IDLE / 1_000);
  console.log(
    `an idle wall with ${CLOCKS} clocks: ${(share * 100).toFixed(1)} % of a core (target ${TARGET * 100} %), by processor time`,
  );
  expect(share).toBeLessThan(MOST);
});
