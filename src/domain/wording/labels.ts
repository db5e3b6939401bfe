import type { IncidentType, Severity } from "../incident-card.js";
import type { InEach } from "./wording.js";

/** The form's types: in Kazakh its own words (annex 3), in Russian and English our renderings. */
export const TYPE_LABELS: Readonly<Record<IncidentType, InEach>> = {
  DENIAL_OF_SERVICE: {
    kk: "Қызмет көрсетуден бас тарту (DoS, DDoS)",
    ru: "Отказ в обслуживании (DoS, DDoS)",
    en: "Denial of service (DoS, DDoS)",
  },
  UNAUTHORIZED_ACCESS: {
    kk: "Рұқсатсыз қол жеткізу және мазмұнды түрлендіру",
    ru: "Несанкционированный доступ и модификация содержания",
    en: "Unauthorized access and content modification",
  },
  BOTNET: { kk: "Ботнет", ru: "Ботнет", en: "Botnet" },
  VIRUS_ATTACK: { kk: "Вирустық шабуыл", ru: "Вирусная атака", en: "Virus attack" },
  RANSOMWARE: { kk: "Шифрлаушы", ru: "Шифровальщик", en: "Ransomware" },
  VULNERABILITY_EXPLOITATION: {
    kk: "Осалдықты пайдалану",
    ru: "Эксплуатация уязвимости",
    en: "Vulnerability exploitation",
  },
  CREDENTIAL_COMPROMISE: {
    kk: "Аутентификация/авторизация құралдарының жария етілуі",
    ru: "Компрометация средств аутентификации/авторизации",
    en: "Compromise of authentication or authorization means",
  },
  PHISHING: { kk: "Фишинг", ru: "Фишинг", en: "Phishing" },
  SPAM: { kk: "Спам", ru: "Спам", en: "Spam" },
  OTHER: {
    kk: "Өзге ақпараттық қауіпсіздіктің оқыс оқиғалары",
    ru: "Иные инциденты ИБ",
    en: "Other information-security incidents",
  },
};

/** The form's levels, as above. */
export const SEVERITY_LABELS: Readonly<Record<Severity, InEach>> = {
  HIGH: { kk: "Жоғары (4)", ru: "Высокий (4)", en: "High (4)" },
  MEDIUM: { kk: "Орташа (3)", ru: "Средний (3)", en: "Medium (3)" },
  LOW: { kk: "Төмен (2)", ru: "Низкий (2)", en: "Low (2)" },
  UNDETERMINED: { kk: "Анықталмаған (1)", ru: "Неопределённый (1)", en: "Undetermined (1)" },
};
