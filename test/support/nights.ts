import { HOUR, MINUTE, SECOND } from "../../src/domain/instant.js";
import { SECTORS } from "../../src/domain/parties.js";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { waterBegins } from "./dossiers.js";
import { NIGHT, Night, type Soc } from "./night.js";
import { accepted } from "./person.js";

/** The nights of the scenes; each ends at its moment. */
export const NIGHTS = { full: fullNight, busy: busyNight, quiet: () => Night.begin() };
export type NightName = keyof typeof NIGHTS;

/** A sign that the water SOC has seen too. */
const SHARED = { type: "IPV4", value: "198.51.100.7" } as const;

/** Duties of each kind and standing, a dossier with everything in it, and notifications in each state. */
async function fullNight(): Promise<Night> {
  const night = await Night.begin("2026-02-26T21:33:01Z");
  const { clock, centre } = night;
  const [water, energy, health] = [night.soc("WATER"), night.soc("ENERGY"), night.soc("HEALTH")];
  const exploited = await night.reports("GOV", {
    type: "VULNERABILITY_EXPLOITATION",
    severity: "MEDIUM",
    ago: 0,
    summary: "Портал арқылы рұқсатсыз сұраулар орындалған.",
  });
  clock.advance(3 * MINUTE);
  await night.ownerKnows("GOV", exploited.id);
  await notifies(night, "EVENT", {
    summary: "Многократные входы под учётными записями подрядчиков из сети 203.0.113.0/28.",
    text: "Проверьте входы подрядчиков за последние десять дней и сообщите, подтвердилось ли.",
    indicators: [{ type: "CIDR", value: "203.0.113.0/28" }],
  });
  clock.advance(45 * MINUTE + 25 * SECOND);
  const spam = await night.reports("GOV", { type: "SPAM", severity: "LOW", ago: 0, summary: "Спам-хаттар таратылды." });
  await night.ownerKnows("GOV", spam.id);
  accepted(await night.soc("GOV").asksForRetraction(spam.id, "Бұл оқу-жаттығу болды."));
  clock.advance(20 * HOUR);
  const stolen = await night.reports("HEALTH", {
    type: "CREDENTIAL_COMPROMISE",
    severity: "UNDETERMINED",
    summary: "Учётные записи трёх врачей использованы с чужого адреса.",
  });
  await night.ownerKnows("HEALTH", stolen.id);
  clock.advance(9 * HOUR);
  const bots = await night.reports("ENERGY", {
    type: "BOTNET",
    severity: "UNDETERMINED",
    summary: "Two hosts of the office network speak to a control server.",
  });
  await night.ownerKnows("ENERGY", bots.id);
  const threat = await notifies(night, "THREAT", {
    summary: "Рассылка обновления «pump-update» с вредоносным вложением операторам диспетчерских.",
    text: "Проверьте почтовые шлюзы и журналы за 10 дней, сообщите о находках и принятых мерах.",
    indicators: [SHARED, { type: "DOMAIN", value: "pump-update.example" }],
  });
  accepted(await energy.acknowledges({ notificationId: threat }));
  accepted(
    await energy.analysesThreat(threat, {
      findings: "Two mailboxes have received it; nobody has opened the attachment.",
      conclusions: "The grid was not reached.",
      measures: "Both mails were deleted, the sender is blocked.",
    }),
  );
  clock.advance(Date.parse("2026-02-28T21:20:12Z") - clock.now());
  const pumps = await waterBegins(night);
  accepted(await water.acknowledges({ notificationId: threat }));
  await centre.sendsNotification({
    supplements: threat,
    text: "Дополнение: управляющий сервер переехал на control.example.",
    indicators: [{ type: "DOMAIN", value: "control.example" }],
  });
  clock.advance(2 * HOUR);
  const phishing = await night.reports("ENERGY", {
    type: "PHISHING",
    severity: "LOW",
    summary: "Letters in the name of the grid company ask for passwords.",
  });
  await night.ownerKnows("ENERGY", phishing.id);
  await notifies(night, "EVENT", {
    summary: "Сканирование портов ПЛК из двух автономных систем.",
    text: "Сообщите, обращались ли эти адреса к вашим контроллерам.",
    indicators: [{ type: "ASN", value: "AS64496" }],
  });
  clock.advance(Date.parse("2026-03-01T21:41:10Z") - clock.now());
  await pumps.isCorrected();
  await waivesCard(night, stolen.number);
  clock.advance(Date.parse(NIGHT) - clock.now() - 22 * MINUTE);
  night.evening = await centre.feedHead();
  await night.reports("WATER", { summary: "На сервере учёта воды зашифрованы файлы, требуют выкуп." });
  clock.advance(9 * MINUTE);
  await night.reports("ENERGY", {
    type: "UNAUTHORIZED_ACCESS",
    summary: "Somebody has changed the pages of the dispatchers' portal.",
  });
  clock.advance(8 * MINUTE);
  await night.reports("GOV", {
    type: "PHISHING",
    severity: "MEDIUM",
    summary: "Портал атынан алаяқтық хаттар таратылып жатыр.",
  });
  clock.advance(4 * MINUTE);
  const flooded = await night.reports("HEALTH", {
    type: "DENIAL_OF_SERVICE",
    severity: "LOW",
    summary: "Запись к врачу недоступна: поток обращений с тысячи адресов.",
  });
  await night.ownerKnows("HEALTH", flooded.id);
  accepted(await health.asksForCorrection(flooded.id, clock.now(), "Часы дежурного отставали на минуту."));
  clock.advance(MINUTE);
  return night;
}

/** Twenty-five reports of each SOC within an hour: a hundred terms that end soon, or have ended. */
async function busyNight(): Promise<Night> {
  const night = await Night.begin("2026-03-01T21:44:07Z");
  const types = ["PHISHING", "RANSOMWARE", "BOTNET", "SPAM"] as const;
  const levels = ["HIGH", "MEDIUM", "LOW", "UNDETERMINED"] as const;
  for (let count = 0; count < 25; count += 1) {
    for (const [place, soc] of (["ENERGY", "HEALTH", "WATER", "GOV"] satisfies Soc[]).entries())
      await night.reports(soc, {
        type: types[(count + place) % 4] ?? "SPAM",
        severity: levels[(count * 3 + place) % 4] ?? "LOW",
      });
    night.clock.advance(70 * SECOND);
  }
  night.clock.advance(Date.parse(NIGHT) - night.clock.now());
  return night;
}

async function notifies(
  night: Night,
  subject: "THREAT" | "EVENT",
  { text, ...of }: { readonly summary: string; readonly text: string; readonly indicators: readonly (typeof SHARED | { readonly type: "DOMAIN" | "CIDR" | "ASN"; readonly value: string })[] }, // prettier-ignore
): Promise<string> {
  const { centre } = night;
  const detected = { ...of, indicators: [...of.indicators], source: "CERT" };
  const about =
    subject === "THREAT"
      ? { threatId: accepted(await centre.registersThreat(detected)).threat.id }
      : { eventId: accepted(await centre.registersEvent(detected)).event.id };
  return (await centre.sendsNotification({ ...about, text, to: { sectors: [...SECTORS] } })).notification.id;
}

/** The centre waives the card of an incident. */
async function waivesCard({ centre }: Night, number: string): Promise<void> {
  const { incident } = await centre.gets(IncidentDocument, { number });
  const card = incident?.obligations.find(({ rule }) => rule === "R9.3");
  accepted(await centre.waives(card?.id ?? "", "Объект передан другому ОЦИБ, карточку отправит он."));
}
