import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import form from "../../schema/form.kk.json" with { type: "json" };
import { look } from "../support/console.js";
import { waterDossier } from "../support/dossiers.js";
import { accepted } from "../support/person.js";

const { members } = form.documents.incidentCard.members.card;

test("a card is printed on A4: annex 3's rows in their order, its Kazakh words, boxes, and what it is a print of (R9.3)", async () => {
  await using told = await waterDossier();
  const { night, number } = told;
  await using window = await look(night.url, {
    at: `/print/incidents/${number}`,
    person: { token: night.credentials.centre },
    language: "ru",
  });
  const { page } = window;
  const rows = page.locator('table th[scope="row"] [lang="kk"]');
  await rows.first().waitFor();
  expect(await rows.allInnerTexts()).toEqual(Object.values(members).map(({ label }) => label));
  expect(await page.getByText("☑").count()).toBe(8);
  expect(await window.barriers()).toEqual([]);
  const foot = await page.locator("tfoot").innerText();
  expect(foot).toContain(number);
  expect(foot).toMatch(/Квитанция: запись \d+ · хеш записи [0-9a-f]{64}/);

  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  expect(pdf.numPages).toBeLessThanOrEqual(2);
  const [, , width, height] = (await pdf.getPage(1)).view;
  expect([width, height].map((points) => Math.round(((points ?? 0) / 72) * 25.4))).toEqual([210, 297]);
  const { text } = await extractText(pdf, { mergePages: true });
  expect(text.normalize("NFC").replaceAll(/\s+/g, " ")).toContain("Ақпараттық қауіпсіздік оқыс оқиғасының сипаты");
  expect(text).toContain(`1 / ${pdf.numPages}`);
  expect(text.split("хеш записи").length - 1).toBe(pdf.numPages);

  // The same as a file, from the gateway's own address, with the token and in the page's language.
  let asked: Record<string, string> = {};
  await page.route("**/exchange/incident-cards/**", (route) => {
    asked = route.request().headers();
    return route.fulfill({ contentType: "application/pdf", body: "%PDF-1.7" });
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toContain(number);
  expect((await readFile(await download.path())).toString()).toBe("%PDF-1.7");
  expect([asked["accept-language"], asked["authorization"]]).toEqual(["ru", `Bearer ${night.credentials.centre}`]);
});

test("the letters that only Kazakh has are printed in the page's own font, and are read back from the paper", async () => {
  await using told = await waterDossier();
  const { night, number, id } = told;
  const letters = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і";
  accepted(await night.soc("WATER").amends(id, 2, { note: letters }));
  await using window = await look(night.url, {
    at: `/print/incidents/${number}`,
    person: { token: night.credentials.centre },
    language: "kk",
  });
  const { page } = window;
  await page.getByText(letters).first().waitFor();
  await page.evaluate("document.fonts.ready.then(() => null)");
  const session = await page.context().newCDPSession(page);
  for (const domain of ["DOM.enable", "CSS.enable", "DOM.getDocument"] as const) await session.send(domain);
  const expression = `[...document.querySelectorAll("main *")].findLast((one) => one.textContent.includes("${letters}"))`;
  const { result } = await session.send("Runtime.evaluate", { expression });
  const { nodeId } = await session.send("DOM.requestNode", { objectId: result.objectId ?? "" });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  expect(fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }))).toEqual([
    { familyName: expect.stringMatching(/^Inter/), isCustomFont: true },
  ]);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(pdf, { mergePages: true });
  expect(text.normalize("NFC").replaceAll(/\s+/g, " ")).toContain(letters);
});

test("another revision is printed where it is named, and what there is not is said", async () => {
  await using told = await waterDossier();
  const { night, number } = told;
  const person = { token: night.credentials.centre };
  await using window = await look(night.url, { at: `/print/incidents/${number}?revision=1`, person });
  await window.page.getByText("Станции отключены от сети.", { exact: true }).waitFor();
  expect(await window.page.title()).toBe(`Incident card ${number}, revision 1`);
  await window.page.goto(new URL(`/print/incidents/${number}?revision=9`, night.url).href);
  await window.page.getByText("The card has no revision 9.").waitFor();
  expect(await window.barriers()).toEqual([]);
});
