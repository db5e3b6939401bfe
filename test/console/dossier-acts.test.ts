import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { Acting, MOST } from "../support/dossier-acts.js";
import { Night, NIGHT } from "../support/night.js";
import { accepted, type Language } from "../support/person.js";

let night: Night;
let minutes = 1;

beforeAll(async () => {
  night = await Night.begin(NIGHT, { MAX_TEXT: String(MOST) });
});
afterAll(() => night[Symbol.asyncDispose]());

/** An incident of its own for each test. */
const reported = () => night.reports("WATER", { severity: "MEDIUM", ago: MINUTE + 1_000 * (minutes += 1) });
const ofCentre = (number: string, language: Language) => Acting.on(night, number, night.credentials.centre, language);
const ofSoc = (number: string, language: Language) => Acting.on(night, number, night.soc("WATER").token, language);

/** What acts change of an incident. */
interface Stands {
  readonly confirmedAt: string;
  readonly retractedAt: string | null;
  readonly takenBy: object | null;
  readonly openQuestions: readonly string[];
  readonly objectLinks: readonly { readonly description: string; readonly code: string; readonly unlinkedAt: string | null }[]; // prettier-ignore
  readonly sameAs: readonly { readonly number: string }[];
}

async function incidentOf(number: string): Promise<Stands> {
  const { incident } = await night.centre.gets<{ incident: Stands }, object>(
    `query ($number: String!) {
      incident(number: $number) {
        confirmedAt retractedAt takenBy { at } openQuestions
        objectLinks { description code unlinkedAt }
        sameAs { number }
      }
    }`,
    { number },
  );
  return incident;
}

test("F25: the centre waives one of several duties; the reason is asked at its field, and the term says that it is waived", async () => {
  const { number } = await reported();
  await using acting = await ofCentre(number, "ru");
  const { page, dialog } = acting;
  await page.keyboard.press("KeyW");
  await dialog.getByRole("button", { name: /R9\.2/ }).click();
  await dialog.getByRole("heading", { name: /^Снять обязанность/ }).waitFor();
  expect(await dialog.innerText()).toContain(number);
  await acting.sends();
  await acting.isRefusedAt("reason", "Укажите основание.", "F1");
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("Владельцу позвонил дежурный НКЦИБ.");
  await acting.sends();
  await dialog.getByRole("heading", { name: "Обязанность снята." }).waitFor();
  await acting.isAccepted();
  expect((await night.centre.standings(number))["R9.2"]).toBe("WAIVED");
  await page.getByRole("region", { name: "Сроки" }).getByText("Владельцу позвонил дежурный НКЦИБ.").waitFor();
});

test("L3, L4: the centre corrects a confirmation, which does not lie ahead; the terms move with it", async () => {
  const { number } = await reported();
  await using acting = await ofCentre(number, "kk");
  await acting.opens("Растау уақытын түзету");
  await acting.field("reason").fill("АҚЖО сағаты қате болған.");
  await acting.field("confirmedAt").fill("03.03.2026 09:00");
  await acting.sends();
  await acting.isRefusedAt("confirmedAt", "әлі келген жоқ", "L3");
  expect(await acting.field("reason").inputValue()).toBe("АҚЖО сағаты қате болған.");
  await acting.field("confirmedAt").fill("02.03.2026 03:00");
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("АҚЖО сағаты қате болған.");
  await acting.sends();
  await acting.isAccepted();
  expect((await incidentOf(number)).confirmedAt).toBe("2026-03-01T22:00:00.000Z");
  await acting.page.getByText("АҚҰҰО түзеткен", { exact: false }).first().waitFor();
});

test("L4: a SOC asks for a correction and takes it back, asks again, and the centre refuses with its reason", async () => {
  const { number } = await reported();
  await using soc = await ofSoc(number, "ru");
  const asks = async (): Promise<void> => {
    await soc.field("confirmedAt").fill("02.03.2026 02:50");
    await soc.field("reason").fill("Час был введён с ошибкой.");
    await soc.sends();
    await soc.isAccepted();
  };
  await soc.opensOther("Попросить исправить время подтверждения");
  await soc.sends();
  await soc.isRefusedAt("reason", "Текст пуст: заполните его.", "F1");
  await soc.isRefusedTooLong("reason");
  await asks();
  await soc.opens("Отозвать запрос об исправлении");
  await soc.dialog.getByRole("button", { name: "Отозвать запрос" }).click();
  await soc.isAccepted();
  await soc.opensOther("Попросить исправить время подтверждения");
  await asks();

  await using centre = await ofCentre(number, "kk");
  await centre.opens("Растау уақытын түзетуден бас тарту");
  await centre.isRefusedTooLong("reason");
  await centre.field("reason").fill("Журналда басқаша жазылған.");
  await centre.sends();
  await centre.isAccepted();
  // Nobody waits for an answer any more, on the page of the SOC too.
  await soc.page.getByRole("button", { name: "Отозвать запрос об исправлении" }).waitFor({ state: "detached" });
  expect((await incidentOf(number)).openQuestions).toEqual([]);
});

test("L18: a SOC asks to retract its incident, and the centre decides", async () => {
  const { number } = await reported();
  await using soc = await ofSoc(number, "ru");
  await soc.opensOther("Попросить отозвать инцидент");
  await soc.isRefusedTooLong("grounds");
  await soc.field("grounds").fill("Это были учения.");
  await soc.sends();
  await soc.isAccepted();

  await using centre = await ofCentre(number, "kk");
  await centre.opens("Кері қайтарып алу туралы шешім");
  await centre.dialog.getByText("«Это были учения.»").waitFor();
  await centre.field("reason").fill("Журнал солай дейді.");
  await centre.sends();
  await centre.isRefusedAt("isGranted", "Біреуін таңдаңыз.", "");
  await centre.dialog.getByRole("radio", { name: "Қанағаттандыру" }).check();
  await centre.isRefusedTooLong("reason");
  await centre.field("reason").fill("Журнал солай дейді.");
  await centre.sends();
  await centre.isAccepted();
  expect((await incidentOf(number)).retractedAt).not.toBeNull();
  // It is said to the SOC, whose acts are over.
  await soc.page
    .getByText(/инцидент отозван/i)
    .first()
    .waitFor();
  await soc.page.getByRole("button", { name: "Уведомить владельца", exact: true }).waitFor({ state: "detached" });
});

test("RA.1, L11: a SOC reviews the level; one that stays undetermined needs its reason", async () => {
  const { number } = await night.reports("WATER", { severity: "UNDETERMINED", ago: 3 * MINUTE });
  await using acting = await ofSoc(number, "kk");
  await acting.opensOther("Деңгейді қайта қарау");
  await acting.sends();
  await acting.isRefusedAt("severity", "Біреуін таңдаңыз.", "");
  await acting.dialog.locator("label").filter({ hasText: "Анықталмаған" }).click();
  await acting.sends();
  await acting.isRefusedAt("reason", "Мәтін бос: оны толтырыңыз.", "F1");
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("Журналдар әлі қаралып жатыр.");
  await acting.sends();
  await acting.isAccepted();
  expect((await night.centre.standings(number))["RA.1"]).toBe("MET");
});

test("R9.2: a SOC records that the owner was told, and not at a time that has not come", async () => {
  const { number } = await reported();
  await using acting = await ofSoc(number, "ru");
  const { page, dialog } = acting;
  await page.keyboard.press("KeyO");
  await dialog.getByText("У шлюза нет адреса владельца: уведомите его сами.").waitFor();
  await dialog.getByRole("button", { name: "Записать", exact: true }).click();
  await acting.isRefusedAt("recipient", "Текст пуст: заполните его.", "F1");
  await acting.field("recipient").fill("А. Серик, диспетчер");
  await acting.field("notifiedAt").fill("03.03.2026 09:00");
  await dialog.getByRole("button", { name: "Записать", exact: true }).click();
  await acting.isRefusedAt("notifiedAt", "ещё не наступило", "F11");
  expect(await acting.field("recipient").inputValue()).toBe("А. Серик, диспетчер");
  await dialog.getByRole("button", { name: "Сейчас" }).click();
  await dialog.getByRole("button", { name: "Записать", exact: true }).click();
  await dialog.getByText("Записано: обязанность по R9.2 выполнена").waitFor();
  await acting.isAccepted();
  expect((await night.centre.standings(number))["R9.2"]).toBe("MET");
});

test("an incident is taken in hand and released by the same key", async () => {
  const { number } = await reported();
  await using acting = await ofCentre(number, "kk");
  const { page } = acting;
  await page.getByText("АҚҰҰО-да ешкім бақылауға алмаған").waitFor();
  await page.keyboard.press("KeyA");
  await page.getByText(/^Сіздің бақылауыңызда/).waitFor();
  await page.keyboard.press("KeyA");
  await page.getByText("АҚҰҰО-да ешкім бақылауға алмаған").waitFor();
  expect((await incidentOf(number)).takenBy).toBeNull();
});

test("L22: the centre records what came by telephone, not before it could have come, and takes the record back", async () => {
  const { number, id } = await reported();
  accepted(await night.soc("WATER").recordsOwnerNotified(id, night.clock.now()));
  await using acting = await ofCentre(number, "ru");
  await acting.opensOther("Получено другим путём");
  await acting.sends();
  for (const name of ["obligationId", "channel"]) await acting.isRefusedAt(name, "Выберите одно значение.", "");
  await acting.isRefusedAt("receivedAt", "Укажите дату и время", "");
  await acting.dialog.getByRole("radio", { name: /R9\.3/ }).check();
  await acting.dialog.getByRole("radio", { name: /елефон/ }).check();
  await acting.field("receivedBy").fill("Дежурный НКЦИБ");
  await acting.field("reason").fill("Шлюз не отвечал.");
  await acting.field("receivedAt").fill("03.03.2026 09:00");
  await acting.sends();
  await acting.isRefusedAt("receivedAt", "ещё не наступило", "F11");
  await acting.dialog.getByRole("button", { name: "Сейчас" }).click();
  await acting.sends();
  await acting.isAccepted();
  expect((await night.centre.standings(number))["R9.3"]).toBe("MET");

  await acting.opensOther("Отменить запись о полученном");
  await acting.field("reason").fill("Это был другой инцидент.");
  await acting.sends();
  await acting.isRefusedAt("receivedOtherwiseId", "Выберите одно значение.", "");
  await acting.dialog.getByRole("radio").first().check();
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("Это был другой инцидент.");
  await acting.sends();
  await acting.isAccepted();
  expect((await night.centre.standings(number))["R9.3"]).toBe("RUNNING");
});

test("L9: what a report describes is found in the register, and the link is taken back", async () => {
  const description = "Насосная у канала";
  const { incident } = await night.soc("WATER").sendsReport({ affectedObjects: [{ description }] });
  await using acting = await ofCentre(incident.number, "ru");
  await acting.opensOther("Найти описанный объект в реестре");
  await acting.field("reason").fill("Адрес тот же.");
  await acting.sends();
  await acting.isRefusedAt("objectId", "Выберите одно значение.", "");
  await acting.field("objectId").fill("CANAL-PUMPS");
  await acting.dialog.getByRole("option").first().click();
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("Адрес тот же.");
  await acting.sends();
  await acting.isAccepted();
  expect((await incidentOf(incident.number)).objectLinks).toMatchObject([{ description, code: "DEMO-CANAL-PUMPS" }]);

  await acting.opensOther("Отменить связь описания с реестром");
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("Другой адрес.");
  await acting.sends();
  await acting.isAccepted();
  expect((await incidentOf(incident.number)).objectLinks.filter(({ unlinkedAt }) => !unlinkedAt)).toEqual([]);
});

test("F17: dossiers are linked as of one incident by their numbers, and this one stands alone again", async () => {
  const [{ number }, { number: other }] = [await reported(), await night.reports("GOV", { ago: 2 * MINUTE })];
  await using acting = await ofCentre(number, "kk");
  await acting.opensOther("Бір оқыс оқиға ретінде байланыстыру");
  await acting.field("reason").fill("Мекенжайы бір, сағаты бір.");
  // Itself alone.
  await acting.field("incidentIds").fill(number);
  await acting.sends();
  await acting.isRefusedAt("incidentIds", "кемінде екі досьені", "F17");
  await acting.field("incidentIds").fill(other.toLowerCase());
  await acting.sends();
  await acting.isAccepted();
  expect((await incidentOf(number)).sameAs.map((one) => one.number)).toEqual([other]);

  await acting.opensOther("Бір оқыс оқиға деген байланысты кері қайтарып алу");
  await acting.isRefusedTooLong("reason");
  await acting.field("reason").fill("Екі түрлі мекенжай.");
  await acting.sends();
  await acting.isAccepted();
  expect((await incidentOf(number)).sameAs).toEqual([]);
});
