import { expect, test } from "vitest";
import { exchange, sends } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { LANGUAGES, unique } from "../support/person.js";

/** The card on paper, over HTTP (R13.2). What is on it is tested in `test/paper`, the PDF's making in `test/process/press`. */

const shared = sharedGateway();

const TITLES = {
  kk: "Ақпараттық қауіпсіздік оқыс оқиғасының карточкасы",
  ru: "Карточка инцидента информационной безопасности",
  en: "Information-security incident card",
};

test("a card is printed in the reader's language, for whoever may read it, in its last revision or the one that is named", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const [soc, stranger, centre] = [
    await world.soc({ covering: [object] }),
    await world.soc(),
    await world.nationalCentre(),
  ];
  const input = cardInput(world.clock.now(), { affectedObjects: [{ objectCode: object.code }], note: "Бірінші" });
  const { json } = await sends(soc, "incidentCard", {
    submissionKey: unique("k"),
    card: { ...input },
  });
  const number = json["number"] as string;
  const second = { ...input, note: "Екінші" };
  await sends(soc, "incidentCard", { submissionKey: unique("k"), incidentId: number, revision: 1, card: second });
  for (const language of LANGUAGES) {
    const print = await exchange(soc, `incident-cards/${number}.html`, {
      headers: { "accept-language": language, accept: "text/html" },
    });
    expect([print.status, print.headers.get("content-type"), print.headers.get("content-language")]).toEqual([
      200,
      "text/html; charset=utf-8",
      language,
    ]);
    expect(print.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(print.text).toContain(TITLES[language]);
    expect(print.text).toContain("Екінші");
    expect(
      (await exchange(centre, `incident-cards/${number}.html`, { headers: { "accept-language": language } })).text,
    ).toBe(print.text);
  }
  const first = await exchange(soc, `incident-cards/${number}/revisions/1.html`);
  expect([first.text.includes("Бірінші"), first.text.includes("Екінші")]).toEqual([true, false]);
  expect((await exchange(stranger, `incident-cards/${number}.html`)).status).toBe(404);
  expect((await exchange(soc, `incident-cards/${number}/revisions/3.html`)).status).toBe(404);
});

const narrow = sharedGateway({ settings: { MAX_OPERATION_COST: "2000" } });

test("a card is printed and given out however many revisions it has: only the one that is asked for is read", async () => {
  const world = narrow();
  const soc = await world.soc();
  const indicators = Array.from({ length: 400 }, (_, at) => ({ type: "DOMAIN", value: `host${at}.example` }));
  const card = { ...cardInput(world.clock.now()), indicators };
  const { json } = await sends(soc, "incidentCard", { submissionKey: unique("k"), card });
  const number = json["number"] as string;
  const again = { submissionKey: unique("k"), incidentId: number, revision: 1, card: { ...card, note: "Екінші" } };
  expect((await sends(soc, "incidentCard", again)).status).toBe(200);
  for (const path of ["", ".html", "/revisions/1", "/revisions/1.html"])
    expect([path, (await exchange(soc, `incident-cards/${number}${path}`)).status]).toEqual([path, 200]);
});
