import { Field, ID, InputType, Int } from "type-graphql";
import type {
  Consequence,
  IncidentScale,
  IncidentSign,
  IncidentType,
  NetworkContour,
  Recurrence,
  Severity,
} from "../../domain/incident-card.js";
import type { IndicatorType } from "../../domain/indicator.js";
import type { Instant, LocalDate } from "../../domain/instant.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { DateTime, LocalDateScalar } from "../../graph/scalars.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { PlainType } from "../../graph/plain-type.js";

export const SeverityEnum = registerValues<Severity>("Severity", "The level of an incident (annex 3).", {
  HIGH: "Жоғары (4), Высокий.",
  MEDIUM: "Орташа (3), Средний.",
  LOW: "Төмен (2), Низкий.",
  UNDETERMINED: "Анықталмаған (1), Неопределенный: to be reviewed within 48 hours of confirmation (RA.1).",
});

export const IncidentTypeEnum = registerValues<IncidentType>("IncidentType", "The type of an incident (annex 3).", {
  DENIAL_OF_SERVICE: "Қызмет көрсетуден бас тарту (DoS, DDoS), Отказ в обслуживании.",
  UNAUTHORIZED_ACCESS:
    "Рұқсатсыз қол жеткізу және мазмұнды түрлендіру, Несанкционированный доступ и модификация содержания.",
  BOTNET: "Ботнет.",
  VIRUS_ATTACK: "Вирустық шабуыл, Вирусная атака.",
  RANSOMWARE: "Шифрлаушы, Шифровальщик.",
  VULNERABILITY_EXPLOITATION: "Осалдықты пайдалану, Эксплуатация уязвимости.",
  CREDENTIAL_COMPROMISE:
    "Аутентификация/авторизация құралдарының жария етілуі, Компрометация средств аутентификации/авторизации.",
  PHISHING: "Фишинг.",
  SPAM: "Спам.",
  OTHER: "Өзге ақпараттық қауіпсіздіктің оқыс оқиғалары, Иные инциденты ИБ.",
});

export const IncidentScaleEnum = registerValues<IncidentScale>("IncidentScale", "Ауқымы, Масштаб (annex 3).", {
  INDIVIDUAL: "Жеке, Единичный.",
  MASS: "Жаппай, Массовый.",
});

export const RecurrenceEnum = registerValues<Recurrence>("Recurrence", "Қайта / жаңа, Повторный / новый (annex 3).", {
  NEW: "Жаңа, новый.",
  REPEAT: "Қайта, повторный.",
});

export const IncidentSignEnum = registerValues<IncidentSign>("IncidentSign", "Белгісі, Признак (annex 3).", {
  ACTUAL: "Жарамды, Действительный.",
  ATTEMPT: "Әрекет, read as Попытка.",
  SUSPICION: "Күдік, Подозрение.",
});

export const NetworkContourEnum = registerValues<NetworkContour>(
  "NetworkContour",
  "Шеңбер, Контур (annex 3): a statutory term of Kazakhstan, not a network perimeter.",
  {
    INTERNAL: "Ішкі шеңбердің жергілікті желісі, Локальная сеть внутреннего контура.",
    EXTERNAL: "Сыртқы шеңбердің жергілікті желісі, Локальная сеть внешнего контура.",
  },
);

export const ConsequenceEnum = registerValues<Consequence>("Consequence", "Салдары, Последствия (annex 3).", {
  NONE: "Салдары жоқ, Последствий нет: excludes the others (F5).",
  OPERABILITY: "Жұмысқа қабілеттілігінің бұзылуы, Нарушение работоспособности.",
  INTEGRITY: "Тұтастығының бұзылуы, Нарушение целостности.",
  CONFIDENTIALITY: "Ақпараттың құпиялылық режимінің бұзылуы, Нарушение режима конфиденциальности информации.",
});

export const IndicatorTypeEnum = registerValues<IndicatorType>("IndicatorType", "What an indicator's value is (F8).", {
  IPV4: "An IPv4 address.",
  IPV6: "An IPv6 address.",
  CIDR: "A network, IPv4 or IPv6, with its prefix; also one of a single address.",
  DOMAIN: "A domain name, in any script.",
  URL: "A URL with a scheme and a host.",
  URL_PATH: "A host and a path whose scheme is not known: `bad.example/a`.",
  HOST_PORT: "A host and a port: `198.51.100.7:443`, `[2001:db8::1]:443`, `bad.example:8080`.",
  EMAIL: "An e-mail address.",
  MD5: "An MD5 hash of a file, hexadecimal.",
  SHA1: "A SHA-1 hash of a file, hexadecimal.",
  SHA256: "A SHA-256 hash of a file, hexadecimal.",
  SHA512: "A SHA-512 hash of a file, hexadecimal.",
  IMPHASH: "The hash of a Windows program's imports, 32 hexadecimal digits; not compared with MD5.",
  JA3: "The fingerprint of a TLS client, 32 hexadecimal digits; not compared with MD5.",
  FILE_NAME: "A file's name without its path, as it stands.",
  FILE_PATH: "A file's or a folder's path: Windows without case, POSIX with it.",
  REGISTRY_KEY: "A key of the Windows registry from its hive on, with a value's name or not; without case.",
  MUTEX: "A mutex or another named object of a system, as it stands, with `Global\\` or `Local\\`.",
  USER_AGENT: "The User-Agent of a client, as it stands.",
  WALLET: "An address of a cryptocurrency, its checksum verified where its form has one.",
  ASN: "The number of an autonomous system: `AS64500`.",
  CVE: "A CVE id.",
  OTHER: "Anything else, as text.",
});

@PlainType({ description: "An observable sign of compromise." })
export class Indicator {
  @Field(() => IndicatorTypeEnum, { description: "What the value is." })
  type!: IndicatorType;
  @Field(() => String, { description: "The value in its normal form: equal indicators are equal texts." })
  value!: string;
  @Field(() => String, { description: "The value as it was submitted." })
  submitted!: string;
}

@PlainType({ description: "What the incident harmed: a registered object or a description." })
export class AffectedObject {
  @Field(() => ProtectedObject, { nullable: true, description: "The registered object, if it is yours to see." })
  object!: ProtectedObject | null;
  @Field(() => String, { nullable: true, description: "The description of an object that is not registered." })
  description!: string | null;
}

@PlainType({
  implements: Node,
  description: "Annex 3: one revision of an incident's card. A correction is a new revision; none is overwritten (L6).",
})
export class IncidentCard extends Node {
  @Field(() => Int, { description: "From 1." })
  revision!: number;
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Instant;
  @Field(() => LocalDateScalar, { description: "Тіркелген күні, Дата регистрации." })
  registeredOn!: LocalDate;
  @Field(() => SeverityEnum, { description: "Маңыздылық деңгейі, Уровень критичности." })
  severity!: Severity;
  @Field(() => IncidentTypeEnum, { description: "Түрі, Вид." })
  type!: IncidentType;
  @Field(() => IncidentScaleEnum, { description: "Ауқымы, Масштаб." })
  scale!: IncidentScale;
  @Field(() => DateTime, { description: "Туындау күні мен уақыты, Дата и время возникновения." })
  occurredAt!: Instant;
  @Field(() => DateTime, {
    description: "Растау күні мен уақыты, Дата и время подтверждения, as this revision declares.",
  })
  confirmedAt!: Instant;
  @Field(() => RecurrenceEnum, { description: "Қайта / жаңа, Повторный / новый." })
  recurrence!: Recurrence;
  @Field(() => IncidentSignEnum, { description: "Белгісі, Признак." })
  sign!: IncidentSign;
  @Field(() => [NetworkContourEnum], { description: "Шеңбер, Контур." })
  contours!: readonly NetworkContour[];
  @Field(() => String, { description: "Сипаты, Характер." })
  nature!: string;
  @Field(() => [ConsequenceEnum], { description: "Салдары, Последствия." })
  consequences!: readonly Consequence[];
  @Field(() => String, { description: "Жою үшін қолданылған әрекеттер, Действия, предпринятые для устранения." })
  measures!: string;
  @Field(() => String, { nullable: true, description: "Ескертпе, Примечание." })
  note!: string | null;
}

@InputType({ description: "An indicator of compromise as submitted; defanged forms are understood (F8)." })
export class IndicatorInput {
  @Field(() => IndicatorTypeEnum, { description: "What the value is." })
  type!: IndicatorType;
  @Field(() => String, { description: "The value, at most 4,000 characters." })
  value!: string;
}

@InputType({ description: "Exactly one of the two (F6)." })
export class AffectedObjectInput {
  @Field(() => ID, {
    nullable: true,
    description: "A registered object that your SOC covered at the confirmation (F7).",
  })
  objectId?: string | null;
  @Field(() => String, { nullable: true, description: "The description of an object that is not registered." })
  description?: string | null;
}

@InputType({ description: "Annex 3, as submitted. All fields but the note are required (L12)." })
export class IncidentCardInput {
  @Field(() => LocalDateScalar, { description: "Date of registration; not in the future (F11)." })
  registeredOn!: LocalDate;
  @Field(() => SeverityEnum, { description: "The level." })
  severity!: Severity;
  @Field(() => IncidentTypeEnum, { description: "The type." })
  type!: IncidentType;
  @Field(() => IncidentScaleEnum, { description: "Individual or mass." })
  scale!: IncidentScale;
  @Field(() => DateTime, { description: "When it occurred." })
  occurredAt!: Instant;
  @Field(() => DateTime, {
    description: "When your SOC confirmed it; terms run from the earliest one declared (L3, L4).",
  })
  confirmedAt!: Instant;
  @Field(() => RecurrenceEnum, { description: "New or repeat." })
  recurrence!: Recurrence;
  @Field(() => [IndicatorInput], { description: "Indicators of compromise; may be empty (F9)." })
  indicators!: IndicatorInput[];
  @Field(() => IncidentSignEnum, { description: "Actual, attempt or suspicion." })
  sign!: IncidentSign;
  @Field(() => [NetworkContourEnum], { description: "One or both (F4)." })
  contours!: NetworkContour[];
  @Field(() => String, { description: "The nature of the incident (F1 to F3)." })
  nature!: string;
  @Field(() => [ConsequenceEnum], { description: "NONE alone, or any of the others (F4, F5)." })
  consequences!: Consequence[];
  @Field(() => AffectedObjectInput, { description: "What it harmed (F6, F7)." })
  affectedObject!: AffectedObjectInput;
  @Field(() => String, { description: "Measures taken (F1 to F3)." })
  measures!: string;
  @Field(() => String, { nullable: true, description: "A note (F2, F3)." })
  note?: string | null;
}
