import { expect, test } from "vitest";
import { ChangeProtectedObjectDocument } from "../../schema/operations.generated.js";
import { HOUR } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
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

test("L6: what differs between any two revisions is printed, and given out as JSON, to whoever may read them", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const [soc, stranger] = [await world.soc({ covering: [object] }), await world.soc()];
  const input = cardInput(world.clock.now(), { affectedObjects: [{ objectCode: object.code }], nature: "Екі сервер." });
  const { json } = await sends(soc, "incidentCard", { submissionKey: unique("k"), card: { ...input } });
  const number = json["number"] as string;
  const amended = async (revision: number, changes: object): Promise<void> => {
    const card = { ...input, ...changes };
    await sends(soc, "incidentCard", { submissionKey: unique("k"), incidentId: number, revision, card });
  };
  const third = {
    nature: "Үш сервер.",
    severity: "MEDIUM" as const,
    indicators: [{ type: "DOMAIN", value: "bad.example" }],
  };
  await amended(1, { ...third, affectedObjects: [{ description: "Сервер", kinds: [] }] });
  await amended(2, third);
  const asked = (path: string, headers = {}) =>
    exchange(soc, `incident-cards/${number}${path}`, { headers: { "accept-language": "kk", ...headers } });
  for (const path of ["/revisions/3.html?since=1", ".html?since=1"]) {
    const { status, text } = await asked(path);
    expect(status).toBe(200);
    for (const said of [
      "[− <del>Екі</del> −] [+ <ins>Үш</ins> +] сервер.",
      "[− <del>Жоғары (4)</del> −]",
      "bad.example",
      "+ қосылды",
    ])
      expect(text).toContain(said);
    expect(text).not.toContain(object.code);
  }
  expect((await asked("/revisions/1.html?since=2")).text).toContain("[− <del>Үш</del> −] [+ <ins>Екі</ins> +]");
  expect((await asked("/revisions/2?since=1")).json).toMatchObject({
    number,
    from: 1,
    to: 2,
    differences: [
      { field: "severity", kind: "value", before: { value: "HIGH" }, after: { value: "MEDIUM", label: "Орташа (3)" } },
      { field: "indicators", kind: "indicators", added: [{ type: "DOMAIN", value: "bad.example" }], removed: [{}] },
      { field: "nature", kind: "text", spans: [{ kind: "REMOVED", text: "Екі" }, { kind: "ADDED" }, { kind: "KEPT" }] },
      {
        field: "affectedObjects",
        kind: "affectedObjects",
        added: [{ description: "Сервер", registered: null }],
        removed: [{ code: object.code }],
      },
    ],
  });
  expect((await asked("/revisions/2?since=2")).json).toMatchObject({ differences: [] });
  expect((await asked("/revisions/2?since=1", { accept: "application/xml" })).status).toBe(406);
  for (const path of ["/revisions/2.html?since=4", "/revisions/4.pdf?since=1"])
    expect((await asked(path)).status).toBe(404);
  expect((await exchange(stranger, `incident-cards/${number}/revisions/2?since=1`)).status).toBe(404);
  for (const since of ["", "0", "x", "1&since=2"])
    expect((await asked(`/revisions/2.pdf?since=${since}`)).json).toMatchObject({
      status: 400,
      code: "BAD_USER_INPUT",
      violations: [{ parameter: "since" }],
    });
});

test("L9: of a registered object the register's kinds and owners are printed as of when the revision was received", async () => {
  const world = shared();
  const [first, second] = [await world.owner(), await world.owner()];
  const object = await world.protectedObject({ owner: first });
  const soc = await world.soc({ covering: [object] });
  const input = cardInput(world.clock.now(), { affectedObjects: [{ objectCode: object.code }] });
  const { json } = await sends(soc, "incidentCard", { submissionKey: unique("k"), card: { ...input } });
  const number = json["number"] as string;
  world.clock.advance(HOUR);
  const change = {
    objectId: object.id,
    ownerId: toGlobalId("Owner", second.partyId),
    kinds: [],
    reason: "It was sold.",
  };
  const answer = await world.administrator().gets(ChangeProtectedObjectDocument, { input: change });
  expect(answer.changeProtectedObject.__typename).toBe("ProtectedObjectChanged");
  world.clock.advance(HOUR);
  await sends(soc, "incidentCard", {
    submissionKey: unique("k"),
    incidentId: number,
    revision: 1,
    card: { ...input, note: "Екінші" },
  });
  const [before, after] = await Promise.all(
    [1, 2].map(async (revision) => {
      const { text } = await exchange(soc, `incident-cards/${number}/revisions/${revision}.html`, {
        headers: { "accept-language": "en" },
      });
      return text.slice(text.indexOf('<th scope="col">Kind of object'), text.indexOf("What stands after"));
    }),
  );
  const registered = (kinds: string, owner: string) =>
    `<td dir="auto">${object.code}\nRegister: ${object.code}</td><td dir="auto">Register: ${kinds}</td><td dir="auto">Register: ${owner} (owner)</td>`;
  const [was, is] = (
    await Promise.all([first, second].map((owner) => owner.asks("{ me { party { ... on Owner { name } } } }")))
  ).map(({ data }) => (data as { readonly me: { readonly party: { readonly name: string } } }).me.party.name);
  expect(before).toContain(registered("critical", was ?? ""));
  // A SOC sees whose it was while it covers it.
  expect(after).toContain(registered("neither e-government nor critical", is ?? ""));
});
