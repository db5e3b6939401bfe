import type { AffectedObjectInput, IncidentCardInput } from "../schema/operations.generated.js";
import { dateInAlmaty, HOUR, instant, MINUTE, toIso } from "../src/domain/instant.js";

/** `milliseconds` ago, as the schema writes it. */
export function ago(milliseconds: number): string {
  return toIso(instant(Date.now() - milliseconds));
}

function today(): string {
  return dateInAlmaty(instant(Date.now()));
}

/** What the dispatchers' ransomware left behind; the centre looks for the same elsewhere. */
export const RANSOMWARE_INDICATORS = [
  { type: "SHA256", value: "4be1d0c7a25f3396e8b07d14c2f95a6830de71bb49c85f0a1763e2d9940c5b18" },
  { type: "DOMAIN", value: "kilt-satyp-al[.]example" },
] as const;

/** Kazakh: ransomware on the dispatchers' computers of an electricity network. */
export function dispatchersRansomware(affectedObjects: AffectedObjectInput[], confirmedAt: string): IncidentCardInput {
  return {
    registeredOn: today(),
    severity: "HIGH",
    type: "RANSOMWARE",
    scale: "MASS",
    occurredAt: ago(50 * MINUTE),
    confirmedAt,
    recurrence: "NEW",
    indicators: [...RANSOMWARE_INDICATORS, { type: "FILE_NAME", value: "ҚАЛПЫНА_КЕЛТІРУ.txt" }],
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature:
      "Шифрлаушы бағдарлама диспетчерлердің екі жұмыс станциясына қашықтан қол жеткізу арнасы арқылы енген. Технологиялық басқару сегментіне таралған жоқ.",
    consequences: ["OPERABILITY", "INTEGRITY"],
    affectedObjects,
    measures:
      "Станциялар желіден ажыратылды, қашықтан қол жеткізу жабылды, жүйе резервтік көшірмеден қалпына келтірілуде.",
  };
}

/** Russian: a copy of patients' records was taken; confirmed long ago. */
export function patientsRecords(affectedObjects: AffectedObjectInput[]): IncidentCardInput {
  return {
    registeredOn: today(),
    severity: "HIGH",
    type: "VULNERABILITY_EXPLOITATION",
    scale: "INDIVIDUAL",
    occurredAt: ago(92 * HOUR),
    confirmedAt: ago(80 * HOUR),
    recurrence: "NEW",
    indicators: [
      { type: "IPV4", value: "203[.]0[.]113[.]45" },
      { type: "URL", value: "hxxps://files[.]zapis-vracha[.]example/dump.zip" },
      { type: "CVE", value: "CVE-2026-12345" },
    ],
    sign: "ACTUAL",
    contours: ["EXTERNAL"],
    nature:
      "Через неустранённую уязвимость веб-сервера регистратуры получен доступ к выгрузке медицинских записей пациентов.",
    consequences: ["CONFIDENTIALITY"],
    affectedObjects,
    measures: "Сервер выведен из сети, обновление установлено, ключи доступа заменены, журналы переданы на анализ.",
    note: "Карточка направлена с опозданием: журналы сервера восстанавливались из резервной копии.",
  };
}

/** Russian: a card filled in with haste, which breaks a rule in six fields. */
export function hastyCard(affectedObjects: AffectedObjectInput[]): IncidentCardInput {
  return {
    ...patientsRecords(affectedObjects),
    type: "DENIAL_OF_SERVICE",
    occurredAt: ago(1 * HOUR),
    confirmedAt: ago(2 * HOUR),
    indicators: [{ type: "IPV4", value: "198.51.100.300" }],
    contours: [],
    nature: "Отказ портала записи на приём из-за потока запросов.",
    consequences: ["NONE", "OPERABILITY"],
    affectedObjects: [{ ...affectedObjects[0], description: "Портал записи на приём" }],
    measures: " ",
    note: null,
  };
}

/** English: somebody wrote to the pump controllers; by now the level is known. */
export function pumpControllers(affectedObjects: AffectedObjectInput[], confirmedAt: string): IncidentCardInput {
  return {
    registeredOn: today(),
    severity: "MEDIUM",
    type: "UNAUTHORIZED_ACCESS",
    scale: "INDIVIDUAL",
    occurredAt: ago(3 * HOUR),
    confirmedAt,
    recurrence: "NEW",
    indicators: [
      { type: "IPV4", value: "192.0.2.77" },
      { type: "OTHER", value: "engineering workstation without an inventory number" },
    ],
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature: "Set points of two pumping stations were rewritten from a workstation that is not on the inventory.",
    consequences: ["OPERABILITY"],
    affectedObjects,
    measures: "Stations put on manual control, the workstation's port closed, set points restored from the register.",
  };
}

/** Kazakh: phishing in the name of the state portal. */
export function portalPhishing(affectedObjects: AffectedObjectInput[]): IncidentCardInput {
  return {
    registeredOn: today(),
    severity: "HIGH",
    type: "PHISHING",
    scale: "MASS",
    occurredAt: ago(4 * HOUR),
    confirmedAt: ago(9 * MINUTE),
    recurrence: "REPEAT",
    indicators: [{ type: "URL", value: "hxxps://qiyal-portal[.]example/kiru" }],
    sign: "ATTEMPT",
    contours: ["EXTERNAL"],
    nature: "Азаматтарға портал атынан хаттар таратылды; сілтеме құпиясөзді сұрайтын жалған бетке апарады.",
    consequences: ["NONE"],
    affectedObjects,
    measures: "Жалған доменді бұғаттауға өтініш жіберілді, порталда ескерту жарияланды.",
  };
}

/** Kazakh: the same card with its level corrected and a second address. */
export function portalPhishingCorrected(card: IncidentCardInput): IncidentCardInput {
  return {
    ...card,
    severity: "LOW",
    indicators: [...card.indicators, { type: "EMAIL", value: "habarlama@qiyal-portal.example" }],
    note: "Деңгей түзетілді: портал жұмысына әсер болған жоқ. Жіберушінің мекенжайы қосылды.",
  };
}

/** Kazakh: spam in the mail of an office, which is no critical object. */
export function officeSpam(affectedObjects: AffectedObjectInput[]): IncidentCardInput {
  return {
    ...portalPhishing(affectedObjects),
    severity: "LOW",
    type: "SPAM",
    confirmedAt: ago(7 * MINUTE),
    indicators: [{ type: "DOMAIN", value: "arzan-tolem[.]example" }],
    sign: "ACTUAL",
    nature: "Кеңсенің пошта жәшіктеріне жалған шоттар бар жаппай хаттар келді, ешкім тіркемені ашқан жоқ.",
    measures: "Жіберушінің домені пошта шлюзінде бұғатталды, хаттар жәшіктерден өшірілді.",
  };
}

/** Russian: the same mails in the name of the portal reached the clinic, as the centre had notified. */
export function clinicPhishing(affectedObjects: AffectedObjectInput[]): IncidentCardInput {
  return {
    registeredOn: today(),
    severity: "LOW",
    type: "PHISHING",
    scale: "MASS",
    occurredAt: ago(5 * HOUR),
    confirmedAt: ago(5 * MINUTE),
    recurrence: "NEW",
    indicators: [
      { type: "URL", value: "hxxps://qiyal-portal[.]example/kiru" },
      { type: "EMAIL", value: "habarlama@qiyal-portal.example" },
    ],
    sign: "ATTEMPT",
    contours: ["EXTERNAL"],
    nature:
      "Регистраторы получили письма от имени портала с той же ссылкой; два человека открыли её, паролей не вводили.",
    consequences: ["NONE"],
    affectedObjects,
    measures: "Письма удалены из ящиков, домен заблокирован на почтовом шлюзе, сотрудники предупреждены.",
  };
}
