import { expect, test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { OUTAGE, type Window } from "../support/console.js";
import { Line } from "../support/line.js";
import { Night } from "../support/night.js";

const feedOf = ({ page }: Window) => page.getByRole("list", { name: "Feed" });
const reported = async (window: Window): Promise<string[]> =>
  feedOf(window).getByRole("listitem").filter({ hasText: "Incident reported" }).getByRole("link").allInnerTexts();

/** Keeps in `links` how the link stands, whenever that changes. */
const LINKS = `
  globalThis.links = [];
  new MutationObserver(() => {
    const link = document.querySelector("[data-link]")?.dataset.link;
    if (link !== links.at(-1)) links.push(link);
  }).observe(document.body, { attributes: true, subtree: true, childList: true });
`;

test("a gateway that stops and starts again loses and doubles nothing: twenty reports are there in their order", async () => {
  await using night = await Night.begin();
  await using line = await Line.to(night.url);
  const elsewhere = await night.another();
  await using window = await night.wall({ url: line.address, expects: OUTAGE });
  const { page } = window;

  await night.stops();
  const stopped = performance.now();
  await page.locator("[data-link=LOST]").waitFor();
  console.log(`from the end of the gateway to the banner: ${Math.round(performance.now() - stopped)} ms`);
  await page.getByText(/^No link to the gateway since/).waitFor();
  const numbers: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const { number } = await night.reports("ENERGY", { severity: "LOW", ago: MINUTE + count, url: elsewhere });
    numbers.push(number);
  }
  line.leadsTo(await night.another());

  await feedOf(window)
    .getByText(numbers.at(-1) ?? "")
    .first()
    .waitFor();
  await page.locator("[data-link=LIVE]").waitFor();
  expect(await reported(window)).toEqual(numbers.toReversed());
});

test("the wall goes on at another gateway by its cursor, and catches up after it was closed for reading too slowly (4290)", async () => {
  await using night = await Night.begin();
  const other = await night.another();
  await using line = await Line.to(night.url);
  await using window = await night.wall({ url: line.address, expects: OUTAGE });
  const { page } = window;
  const first = await night.reports("GOV", { severity: "LOW" });
  await feedOf(window).getByText(first.number).first().waitFor();

  line.leadsTo(other);
  await night.stops();
  const second = await night.reports("GOV", { severity: "LOW", ago: 2 * MINUTE, url: other });
  await feedOf(window).getByText(second.number).first().waitFor();
  expect(await reported(window)).toEqual([second.number, first.number]);

  let close: ((code: number) => void) | null = null;
  await page.routeWebSocket(/graphql/, (socket) => {
    socket.connectToServer();
    close ??= (code) => void socket.close({ code });
  });
  // From here on its sockets are such as the test can close.
  await page.reload();
  await page.locator("[data-link=LIVE]").waitFor();
  const closed = close as ((code: number) => void) | null;
  if (!closed) throw new Error("the page has opened no socket");
  await page.evaluate(LINKS);
  closed(4290);
  const third = await night.reports("GOV", { severity: "LOW", ago: 3 * MINUTE, url: other });
  await feedOf(window).getByText(third.number).first().waitFor();
  await page.locator("[data-link=LIVE]").waitFor();
  expect(await page.evaluate("links")).toContain("CATCHING_UP");
  expect(await reported(window)).toEqual([third.number, second.number, first.number]);
});
