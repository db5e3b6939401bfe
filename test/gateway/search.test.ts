import { expect, test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { accepted, LANGUAGES } from "../support/person.js";
import { finds, marked, named, seeks, takenIn } from "../support/search.js";

const shared = sharedGateway({ at: "MOVING" });

const PERIOD = "Қарағандыдағы серверлердің деректері шифрланды";

test("a card is found by any form of its words, in three languages and on any keyboard, with the words marked", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard({
    nature: `😀 ${PERIOD}; злоумышленник зашифровал учётные записи`,
    measures: "The encrypted servers were isolated.",
  });
  for (const [text, words] of [
    ["қараганды сервер", ["Қарағандыдағы", "серверлердің"]],
    ["КАРАГАНДЫ ДЕРЕКТЕРДІҢ", ["Қарағандыдағы", "деректері"]],
    ["учетная запись", ["учётные", "записи"]],
    ["isolate encrypting", ["encrypted", "isolated"]],
    ["дерек isolating", ["деректері", "isolated"]],
  ] as const) {
    const found = await finds(soc, { text });
    expect(named(found), text).toEqual([incident.number]);
    expect(marked(found)[0], text).toEqual(words);
    expect(found).toMatchObject({ meant: [], orderedBy: "RANK", totalCount: { value: 1, isExact: true } });
  }
  expect(named(await finds(soc, { text: "дерек гидроагрегат" }))).toEqual([]);
});

test("a word without a hit is taken as the one written alike, and the answer says so", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard({ nature: PERIOD });
  const found = await finds(soc, { text: "қараганты сервер" });
  expect(found.meant).toEqual(["қарағандыдағы"]);
  expect(named(found)).toEqual([incident.number]);
  expect(await finds(soc, { text: "гидротурбина сервер" })).toMatchObject({ meant: [], edges: [] });
});

test("of the words written like one without a hit that is meant with which all the others are found", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard({ nature: "Қарағандыдағы орталықтың серверлері шифрланған" });
  // Written more like it, in a card without the other words.
  await soc.sendsCard({ nature: "Шифрлаушы кеңсе желісінде табылды" });
  const found = await finds(soc, { text: "қараганды серверлер шифрлау" });
  expect(found.meant).toEqual(["шифрланған"]);
  expect(named(found)).toEqual([incident.number]);
  expect(await finds(soc, { text: "шифрлау" })).toMatchObject({ meant: ["шифрлаушы"] });
});

test("an address, a file and a host are found as written; an indicator where it is asked for", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard({
    nature: "Файл update-7.exe обратился к srv-09.example.kz",
    indicators: [{ type: "IPV4", value: "198.51.100.77" }],
  });
  for (const text of ["update-7.exe", "SRV-09.example.kz", "198.51.100.77"])
    expect(named(await finds(soc, { text })), text).toEqual([incident.number]);
  expect(named(await finds(soc, { text: "198.51.100.77", in: ["INDICATOR"] }))).toEqual([incident.number]);
  expect(named(await finds(soc, { text: "198.51.100.77", in: ["NATURE", "MEASURES"] }))).toEqual([]);
  expect(named(await finds(soc, { text: "файл", in: ["OBJECT"] }))).toEqual([]);
});

test("the latest revision of a card is found, and no earlier one; the report beside it", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsReport({ summary: "Обнаружен вымогатель." });
  await soc.sendsCard({ nature: "Заражены турбины." }, { incidentId: incident.id });
  expect(named(await finds(soc, { text: "турбина" }))).toEqual([incident.number]);
  await soc.amends(incident.id, 1, { nature: "Заражены насосы." });
  expect(named(await finds(soc, { text: "турбина" }))).toEqual([]);
  const found = await finds(soc, { text: "насос" });
  expect(named(found)).toEqual([incident.number]);
  expect(named(await finds(soc, { text: "вымогатели", in: ["SUMMARY"] }))).toEqual([incident.number]);
});

test("pages of hits neither repeat nor miss; a cursor of something else is refused", async () => {
  const world = shared();
  const soc = await world.soc();
  const sent: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    world.clock.advance(MINUTE);
    sent.push((await soc.sendsReport({ summary: `Фишинг ${"письмо ".repeat(count % 2)}` })).incident.number);
  }
  const got: string[] = [];
  let after: string | null = null;
  do {
    const found = await finds(soc, { text: "фишинга", first: 2, after });
    expect(found.totalCount).toEqual({ value: 5, isExact: true });
    got.push(...named(found));
    after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  } while (after !== null);
  expect(got.toSorted()).toEqual(sent.toSorted());
  for (const cursor of [
    "",
    "x",
    Buffer.from(JSON.stringify(["search", "1", "2026-13-77 00:00:00+00", "x"])).toString("base64url"),
  ])
    expect((await seeks(soc, { text: "фишинг", after: cursor })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", path: ["after"] } },
    ]);
});

test("a notification is found by its recipients, an analysis by its SOC, an object by who covers or owns it", async () => {
  const world = await startGateway();
  await using _ = world;
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const stranger = await world.soc();
  const centre = await world.nationalCentre();
  const { threat } = accepted(await centre.registersThreat());
  const { notification } = await centre.sendsNotification({
    threatId: threat.id,
    to: { socs: [soc.party("Soc")] },
    text: "Шлюздердің осалдықтары туралы.",
  });
  await soc.analysesThreat(notification.id, { findings: "Осалдық екі серверде табылды." });
  for (const person of [soc, centre]) {
    expect(named(await finds(person, { text: "шлюз осалдығы" }))).toEqual([notification.number]);
    expect(named(await finds(person, { text: "осалдық табылу" }))).toEqual(["Analysis"]);
  }
  for (const person of [soc, centre, owner])
    expect(named(await finds(person, { text: object.code }))).toEqual([object.code]);
  for (const text of ["шлюз осалдығы", "осалдық табылу", object.code])
    expect(named(await finds(stranger, { text }))).toEqual([]);
  expect(named(await finds(owner, { text: "осалдық" }))).toEqual([]);
});

test("an owner finds what was said of its own objects", async () => {
  const world = shared();
  const [owner, other] = [await world.owner(), await world.owner()];
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsCard({
    nature: "Заражён контроллер котла.",
    affectedObjects: [{ objectId: object.id }],
  });
  expect(named(await finds(owner, { text: "котла контроллера" }))).toEqual([incident.number]);
  expect(named(await finds(other, { text: "котла контроллера" }))).toEqual([]);
});

test("another SOC's words change no answer, no rank and no suggestion", async () => {
  const asked = ["сервер", "серверлер шифрланды", "сирвер", "турбина", "турбинаа", "host98061"];
  const answers = async (others: readonly string[]): Promise<unknown[]> => {
    await using world = await startGateway();
    const [soc, other] = [await world.soc(), await world.soc()];
    await soc.sendsReport({ summary: "Серверлер шифрланды." });
    world.clock.advance(MINUTE);
    await soc.sendsReport({ summary: "Сервер зашифрован, сервер недоступен." });
    for (const summary of others) await other.sendsReport({ summary });
    await takenIn(world);
    return await Promise.all(
      asked.map(async (text) => {
        const { edges, ...rest } = await finds(soc, { text });
        return { ...rest, pageInfo: null, edges: edges.map(({ rank, passages }) => ({ rank, passages })) };
      }),
    );
  };
  const others = [
    "Турбина host98062 сирверы сервер",
    "турбинаны сервера сирвера серверлерді",
    "турбиналар сервис сирвер",
  ];
  expect(await answers(others)).toEqual(await answers([]));
});

test("what was there before the search is taken in, batch by batch", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({ summary: "Ботнет обнаружен." });
  await takenIn(world);
  await world.database.asOwner("delete from search_text");
  expect(named(await finds(soc, { text: "ботнет" }))).toEqual([]);
  await world.database.asOwner(
    "insert into search_due (kind, id) select 'REPORT', r.incident_id from incident_report r, generate_series(1, 250)",
  );
  await soc.sendsReport({ summary: "Ещё одно." });
  expect(named(await finds(soc, { text: "ботнет" }))).toEqual([incident.number]);
});

test.each([
  ["is too long", "а".repeat(201), /200/],
  ["has too many words", "а1 ".repeat(11), /10/],
  ["is empty", " \u200b ", /./],
  ["says nothing", "и the және", /./],
  ["has signs alone", "§!?'\\", /./],
])("a question that %s is refused in each language", async (_, text, says) => {
  const soc = await shared().soc();
  const messages = await Promise.all(
    LANGUAGES.map(async (language) => {
      const { errors } = await seeks(soc.speaking(language), { text });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["text"] } }]);
      expect(errors?.[0]?.message).toMatch(says);
      return errors?.[0]?.message;
    }),
  );
  expect(new Set(messages).size).toBe(3);
});

test("signs of the scope and of a question in a text are no words, and break nothing", async () => {
  const soc = await shared().soc();
  const stranger = await shared().soc();
  const { incident } = await soc.sendsReport({ summary: `§s${stranger.partyId} §kCARD червь' & | ! :* <-> \\ "` });
  expect(named(await finds(stranger, { text: "червь" }))).toEqual([]);
  expect(named(await finds(stranger, { text: `§s${soc.partyId} червь` }))).toEqual([]);
  expect(named(await finds(soc, { text: "червь' & | ! :* <-> \\ \"" }))).toEqual([incident.number]);
});
