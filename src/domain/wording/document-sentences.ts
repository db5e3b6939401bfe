import type { LocalDate } from "../instant.js";
import { writeDate } from "./times.js";
import type { Locale } from "./wording.js";

/** What a member of a document has to hold. */
export type Expected = "TEXT" | "COUNT" | "LIST" | "RECORD" | "INSTANT" | "DATE";

/** Why an XML document is not read any further. */
export type XmlFault =
  | "DOCTYPE"
  | "INSTRUCTION"
  | "INCLUSION"
  | "SCHEMA_INSTANCE"
  | "ENTITY"
  | "NAMESPACE"
  | "VERSION"
  | "ENCODING"
  | "NOT_WELL_FORMED";

/** By what a document is too large. */
export type DocumentBound = "depth" | "elements" | "names" | "attributes" | "attribute";

/** What a document looks like that was sent as something else; `LINES`: documents in JSON, one a line. */
export type Likeness = "GZIP" | "JSON" | "XML" | "LINES";

/** Why a file in a reserve folder is not touched. */
export type Untouched = "NAME" | "LINK" | "FOLDER" | "NO_FILE" | "HARD_LINK" | "NO_READ" | "NO_MOVE";

const en = {
  memberUnknown: (p: { name: string; meant: string | null; known: string }) =>
    `There is no \`${p.name}\` here. ${p.meant === null ? (p.known === "" ? "Leave it out." : `What may stand here: ${p.known}.`) : `\`${p.meant}\` is probably meant.`}`,
  memberMissing: (p: { name: string }) => `\`${p.name}\` is missing: add it.`,
  memberRepeated: (p: { name: string }) => `\`${p.name}\` stands here twice: leave one.`,
  memberOrder: (p: { name: string; before: string }) => `\`${p.name}\` is out of order: put it before \`${p.before}\`.`,
  valueUnfit: (p: { expected: Expected }) =>
    ({
      TEXT: "This is not a text: give one, in JSON in quotes.",
      COUNT: "A whole number, 0 or more, has to stand here: give one, in JSON without quotes.",
      LIST: "This is not a list: give one, in JSON in square brackets.",
      RECORD: "This is not a group of fields: give one, in JSON in braces.",
      INSTANT: "This is not a date and time with an offset (RFC 3339): give one such as 2026-03-01T15:00:00+05:00.",
      DATE: "This is not a calendar date: give one such as 2026-03-01.",
    })[p.expected],
  choiceUnknown: (p: { given: string; meant: string | null; known: string }) =>
    `\`${p.given}\` is none of the choices. ${p.meant === null ? `Give one of ${p.known}.` : `\`${p.meant}\` is probably meant.`}`,
  codeMismatched: (p: { code: number; choice: string; right: number }) =>
    `The number of \`${p.choice}\` is ${p.right}, not ${p.code}: give that, or leave the number out.`,
  textBetween: () => "Text stands between the elements here: put it into one of them, or leave it out.",
  documentKind: (p: { given: string | null; known: string }) =>
    `${p.given === null ? "Nothing names the document." : `\`${p.given}\` is not a document that is taken here.`} What may be sent: ${p.known}.`,
  fileUntouched: (p: { is: Untouched }) =>
    ({
      NAME: 'It is not taken: its name has to be NAME.json, NAME.xml or NAME.ndjson, with NAME of Latin letters, digits, ".", "_" and "-", and the ending in small letters; compressed files are not taken.',
      LINK: "It is a link: put the file itself here.",
      FOLDER: "It is a folder: put its files here one by one.",
      NO_FILE: "It is no file: take it away.",
      HARD_LINK: "The file has another name elsewhere: put a copy here.",
      NO_READ: "The gateway may not read it: give it the right to.",
      NO_MOVE: "The gateway may not move it: give it the right to change this folder.",
    })[p.is],
  filesUntouched: (p: { count: number }) => `Not listed here, but not taken either: ${p.count}.`,
  documentNaked: (p: { kind: string }) =>
    `The document stands here by itself, and its name is missing around it: send \`{"${p.kind}": …}\`, or send it to the address of its kind.`,
  documentNamed: (p: { kind: string }) =>
    `The document's name stands around it, \`{"${p.kind}": …}\`: at the address of one kind send it without that name, or send it as it is to the address for all kinds.`,
  receiptLater: () =>
    "This was recorded. As you asked, its receipt was not waited for: fetch it from the address in `Location`.",
  documentUnfit: () => "The document is not of its form: nothing of it was judged, and nothing was recorded.",
  documentRejected: () => "The document breaks rules: nothing was kept except a record of the attempt.",
  trialRejected: () => "The document breaks rules and would be refused. This was a trial: nothing was kept.",
  documentAddress: () =>
    "There is no such document, or nothing at this address. docs/documents.md lists the addresses.",
  daysUnfit: (p: { from: LocalDate; most: number }) =>
    `The last day must not be before the first (${writeDate(p.from, "en")}), and the limit for days, both counted, is ${p.most}.`,
  socUnknown: (p: { code: string }) => `There is no SOC with the code \`${p.code}\` that you may see: check the code.`,
  registerTooLong: (p: { most: number }) =>
    `The register is too long to be laid out (the limit for entries is ${p.most}, less with long texts): take it as CSV, or of fewer days.`,
  documentType: (p: { allowed: string }) => `Send one of these types: ${p.allowed}.`,
  documentAnswerType: (p: { allowed: string }) => `Accept one of these types: ${p.allowed}.`,
  printTooLarge: () => "This is too large for a PDF: ask for it as `.html` or `.csv`.",
  printBusy: () => "Too much is being printed at the moment. Try again in a few seconds, or ask for `.html`.",
  printUnmade: () => "A PDF cannot be made of this here: ask for it as `.html`, and print that.",
  gzipUnreadable: () => "The body is not gzip to its end: compress it again, or send it without.",
  idempotencyKey: () =>
    "`Idempotency-Key` is not the document's `submissionKey` in quotes: give the same, or leave the header out.",
  fileUnfit: () => "This is not a file of its own, but a link or a folder: put a copy of the file here.",
  batchFileTooLarge: (p: { limit: number }) =>
    `The file is larger than a batch in the reserve folder may be (the limit in bytes is ${p.limit}): put its documents into several files.`,
  jsonUnreadable: () => "This is not JSON (RFC 8259) from here on: correct it and send the document again.",
  documentNotUtf8: () => "The document has bytes that are not UTF-8, and nothing was recorded. Send it again in UTF-8.",
  documentLooksLike: (p: { is: Likeness }) =>
    ({
      GZIP: "This is compressed with gzip, which nothing says: send it with `Content-Encoding: gzip`, or uncompressed. Files in the reserve folder are not compressed.",
      JSON: "This looks like JSON and was sent as XML: send it with `Content-Type: application/json`, in the reserve folder as `.json`.",
      XML: "This looks like XML and was sent as JSON: send it with `Content-Type: application/xml`, in the reserve folder as `.xml`.",
      LINES:
        "These are several documents and were sent as one: send them as a batch, one a line, with `Content-Type: application/x-ndjson`.",
    })[p.is],
  documentEmpty: () => "The document is empty: nothing was recorded. Send it again, whole.",
  batchTooLong: (p: { limit: number }) =>
    `The batch has more documents than the limit of ${p.limit}: those before this one were taken. Send the rest in another batch.`,
  documentTooFine: (p: { bound: DocumentBound; limit: number }) =>
    ({
      depth: `The document is nested more deeply than the limit (levels: ${p.limit}): flatten it.`,
      elements: `The document has more elements than the limit of ${p.limit}: send less at once.`,
      names: `The document has more different names than the limit of ${p.limit}: leave out what the schema does not name.`,
      attributes: `An element has more attributes than the limit of ${p.limit}: leave out what the schema does not name.`,
      attribute: `An attribute is longer than the limit (characters: ${p.limit}): shorten it.`,
    })[p.bound],
  xmlUnfit: (p: { why: XmlFault }) =>
    ({
      DOCTYPE: "The XML has a document type declaration: leave out `<!DOCTYPE` with everything in it.",
      INSTRUCTION: "The XML has a processing instruction: leave it out. Only the XML declaration may stand there.",
      INCLUSION: "The XML includes another document (XInclude): put its content here.",
      SCHEMA_INSTANCE: "The XML names a schema or a type by itself (`xsi:`): leave that out, the schema is known here.",
      ENTITY: "The XML uses an entity that XML itself does not define, such as `&nbsp;`: write the character itself.",
      NAMESPACE: "The XML namespace has to be `urn:dabyl:exchange:1` here: give it to the root element.",
      VERSION: '`version` is missing or is none that is taken here: give the root element `version="1.0"`.',
      ENCODING: "The XML declares another encoding than UTF-8: send it in UTF-8.",
      NOT_WELL_FORMED:
        "This is not well-formed XML from here on: correct it and send the document again. In texts `&` is written `&amp;`, and `<` is written `&lt;`.",
    })[p.why],
};

const ru: typeof en = {
  memberUnknown: (p) =>
    `Поля \`${p.name}\` здесь нет. ${p.meant === null ? (p.known === "" ? "Уберите его." : `Здесь допустимы: ${p.known}.`) : `Вероятно, имелось в виду \`${p.meant}\`.`}`,
  memberMissing: (p) => `Не хватает \`${p.name}\`: добавьте.`,
  memberRepeated: (p) => `\`${p.name}\` указано дважды: оставьте одно.`,
  memberOrder: (p) => `\`${p.name}\` стоит не на своём месте: поместите его перед \`${p.before}\`.`,
  valueUnfit: (p) =>
    ({
      TEXT: "Это не текст: укажите текст, в JSON — в кавычках.",
      COUNT: "Здесь должно быть целое число, 0 или больше: укажите его, в JSON — без кавычек.",
      LIST: "Это не список: укажите список, в JSON — в квадратных скобках.",
      RECORD: "Это не группа полей: укажите группу, в JSON — в фигурных скобках.",
      INSTANT: "Это не дата и время со смещением от UTC (RFC 3339): укажите, например, 2026-03-01T15:00:00+05:00.",
      DATE: "Это не календарная дата: укажите, например, 2026-03-01.",
    })[p.expected],
  choiceUnknown: (p) =>
    `Значения \`${p.given}\` нет в перечне. ${p.meant === null ? `Укажите одно из: ${p.known}.` : `Вероятно, имелось в виду \`${p.meant}\`.`}`,
  codeMismatched: (p) =>
    `Число ${p.code} не соответствует значению \`${p.choice}\`: укажите ${p.right} или не указывайте число.`,
  textBetween: () => "Между элементами здесь стоит текст: перенесите его в один из них или уберите.",
  documentKind: (p) =>
    `${p.given === null ? "Вид документа не назван." : `Документ \`${p.given}\` здесь не принимается.`} Можно передать: ${p.known}.`,
  fileUntouched: (p) =>
    ({
      NAME: "Файл не принят: имя должно иметь вид NAME.json, NAME.xml или NAME.ndjson, где NAME состоит из латинских букв, цифр и знаков «.», «_», «-», а расширение написано строчными; сжатые файлы не принимаются.",
      LINK: "Это ссылка: положите сюда сам файл.",
      FOLDER: "Это папка: положите сюда её файлы по одному.",
      NO_FILE: "Это не файл: уберите его отсюда.",
      HARD_LINK: "У файла есть другое имя в другом месте: положите сюда копию.",
      NO_READ: "Шлюзу нельзя его читать: дайте шлюзу это право.",
      NO_MOVE: "Шлюзу нельзя его перемещать: дайте шлюзу право изменять эту папку.",
    })[p.is],
  filesUntouched: (p) => `Не перечислены, но тоже не приняты: ${p.count}.`,
  documentNaked: (p) =>
    `Документ передан без имени: отправьте \`{"${p.kind}": …}\` или отправьте его по адресу для документов этого вида.`,
  documentNamed: (p) =>
    `Документ заключён в своё имя, \`{"${p.kind}": …}\`: по адресу для одного вида отправляйте его без имени, а как есть отправляйте по адресу для всех видов.`,
  receiptLater: () =>
    "Отправленное сохранено. Квитанции, как вы просили, не ждали: запросите её по адресу из заголовка `Location`.",
  documentUnfit: () => "Документ не соответствует форме: он не рассматривался, ничего не сохранено.",
  documentRejected: () => "Документ нарушает правила: сохранена только запись о попытке.",
  trialRejected: () => "Документ нарушает правила и был бы отклонён. Это была проверка: ничего не сохранено.",
  documentAddress: () =>
    "Такого документа нет, или по этому адресу ничего нет. Адреса перечислены в docs/documents.md.",
  daysUnfit: (p) =>
    `Последний день не может быть раньше первого (${writeDate(p.from, "ru")}), а дней, считая оба, — не более ${p.most}.`,
  socUnknown: (p) => `Доступного вам ОЦИБ с кодом \`${p.code}\` нет: проверьте код.`,
  registerTooLong: (p) =>
    `Реестр слишком велик для печати (записей не более ${p.most}, с длинными текстами меньше): возьмите его в CSV или за меньшее число дней.`,
  documentType: (p) => `Передайте документ одного из этих типов: ${p.allowed}.`,
  documentAnswerType: (p) => `Укажите в \`Accept\` один из этих типов: ${p.allowed}.`,
  printTooLarge: () => "Для PDF это слишком много: запросите `.html` или `.csv`.",
  printBusy: () => "Сейчас печатается слишком много. Повторите через несколько секунд или запросите `.html`.",
  printUnmade: () => "PDF из этого здесь не получить: запросите `.html` и распечатайте его.",
  gzipUnreadable: () => "Тело запроса — не gzip, или архив обрывается: сожмите ещё раз или передайте без сжатия.",
  idempotencyKey: () =>
    "`Idempotency-Key` не совпадает с `submissionKey` документа в кавычках: укажите то же значение или уберите заголовок.",
  fileUnfit: () => "Это не отдельный файл, а ссылка или папка: положите копию файла.",
  batchFileTooLarge: (p) =>
    `Файл больше, чем может быть пакет в резервной папке (предел в байтах: ${p.limit}): разложите документы по нескольким файлам.`,
  jsonUnreadable: () => "С этого места это не JSON (RFC 8259): исправьте ошибку и передайте документ ещё раз.",
  documentNotUtf8: () => "В документе есть байты не в UTF-8, ничего не сохранено. Передайте его ещё раз в UTF-8.",
  documentLooksLike: (p) =>
    ({
      GZIP: "Это сжато gzip, но нигде об этом не сказано: передайте с `Content-Encoding: gzip` или без сжатия. Файлы в резервной папке не сжимаются.",
      JSON: "Это похоже на JSON, а передано как XML: передайте с `Content-Type: application/json`, в резервной папке — как `.json`.",
      XML: "Это похоже на XML, а передано как JSON: передайте с `Content-Type: application/xml`, в резервной папке — как `.xml`.",
      LINES:
        "Здесь несколько документов, а переданы они как один: передайте их пакетом, по одному в строке, с `Content-Type: application/x-ndjson`.",
    })[p.is],
  documentEmpty: () => "Документ пуст, ничего не сохранено. Передайте его ещё раз целиком.",
  batchTooLong: (p) =>
    `Документов в пакете больше допустимого (${p.limit}): те, что до этого, приняты к рассмотрению. Передайте остальные другим пакетом.`,
  documentTooFine: (p) =>
    ({
      depth: `Вложенность документа больше допустимой (уровней: ${p.limit}): уменьшите её.`,
      elements: `Элементов в документе больше допустимого (${p.limit}): передайте меньше за один раз.`,
      names: `Разных имён в документе больше допустимого (${p.limit}): уберите то, чего нет в схеме.`,
      attributes: `У элемента больше атрибутов, чем допустимо (${p.limit}): уберите то, чего нет в схеме.`,
      attribute: `Атрибут длиннее допустимого (символов: ${p.limit}): сократите его.`,
    })[p.bound],
  xmlUnfit: (p) =>
    ({
      DOCTYPE: "В XML есть объявление типа документа: уберите `<!DOCTYPE` со всем содержимым.",
      INSTRUCTION: "В XML есть инструкция обработки: уберите её. Допустимо только объявление XML.",
      INCLUSION: "В XML включён другой документ (XInclude): вставьте сюда его содержимое.",
      SCHEMA_INSTANCE: "В XML указаны схема или тип (`xsi:`): уберите это, схема и так известна.",
      ENTITY:
        "В XML есть ссылка на сущность, которую сам XML не определяет, например `&nbsp;`: замените её самим символом.",
      NAMESPACE: "Пространством имён XML здесь должно быть `urn:dabyl:exchange:1`: укажите его в корневом элементе.",
      VERSION: 'Версия `version` не указана или здесь не принимается: укажите в корневом элементе `version="1.0"`.',
      ENCODING: "В XML объявлена кодировка, отличная от UTF-8: передайте документ в UTF-8.",
      NOT_WELL_FORMED:
        "С этого места XML построен неправильно: исправьте ошибку и передайте документ ещё раз. В текстах вместо `&` пишется `&amp;`, вместо `<` — `&lt;`.",
    })[p.why],
};

const kk: typeof en = {
  memberUnknown: (p) =>
    `Мұнда \`${p.name}\` өрісі жоқ. ${p.meant === null ? (p.known === "" ? "Оны алып тастаңыз." : `Мұнда тек мыналар бола алады: ${p.known}.`) : `Сірә, \`${p.meant}\` жазылуға тиіс еді.`}`,
  memberMissing: (p) => `\`${p.name}\` жетіспейді: оны қосыңыз.`,
  memberRepeated: (p) => `\`${p.name}\` екі рет жазылған: біреуін қалдырыңыз.`,
  memberOrder: (p) => `\`${p.name}\` өз орнында емес: оны \`${p.before}\` алдына қойыңыз.`,
  valueUnfit: (p) =>
    ({
      TEXT: "Бұл мәтін емес: мәтін жазыңыз, JSON-да тырнақшаға алыңыз.",
      COUNT: "Мұнда 0 немесе одан үлкен бүтін сан болуға тиіс: оны жазыңыз, JSON-да тырнақшасыз.",
      LIST: "Бұл тізім емес: тізім жазыңыз, JSON-да тік жақшаға алыңыз.",
      RECORD: "Бұл өрістер тобы емес: өрістер тобын жазыңыз, JSON-да ирек жақшаға алыңыз.",
      INSTANT:
        "Бұл уақыт белдеуі көрсетілген күн мен уақыт емес (RFC 3339): мысалы, 2026-03-01T15:00:00+05:00 жазыңыз.",
      DATE: "Бұл күнтізбелік күн емес: мысалы, 2026-03-01 жазыңыз.",
    })[p.expected],
  choiceUnknown: (p) =>
    `\`${p.given}\` тізбеде жоқ. ${p.meant === null ? `Мыналардың бірін көрсетіңіз: ${p.known}.` : `Сірә, \`${p.meant}\` жазылуға тиіс еді.`}`,
  codeMismatched: (p) => `${p.code} саны \`${p.choice}\` мәніне сай емес: ${p.right} жазыңыз немесе санды көрсетпеңіз.`,
  textBetween: () => "Мұнда элементтердің арасында мәтін тұр: оны солардың біріне көшіріңіз немесе алып тастаңыз.",
  documentKind: (p) =>
    `${p.given === null ? "Құжаттың түрі аталмаған." : `\`${p.given}\` құжаты мұнда қабылданбайды.`} Мыналарды жіберуге болады: ${p.known}.`,
  fileUntouched: (p) =>
    ({
      NAME: "Файл қабылданбады: атауы NAME.json, NAME.xml немесе NAME.ndjson түрінде болуы тиіс, мұнда NAME латын әріптерінен, цифрлардан және «.», «_», «-» таңбаларынан тұрады, ал кеңейтімі кіші әріптермен жазылады; сығылған файлдар қабылданбайды.",
      LINK: "Бұл сілтеме: мұнда файлдың өзін салыңыз.",
      FOLDER: "Бұл қалта: файлдарын мұнда бір-бірден салыңыз.",
      NO_FILE: "Бұл файл емес: оны мұнан алып тастаңыз.",
      HARD_LINK: "Файлдың басқа жерде тағы бір атауы бар: мұнда көшірмесін салыңыз.",
      NO_READ: "Шлюздің оны оқуға құқығы жоқ: шлюзге сол құқықты беріңіз.",
      NO_MOVE: "Шлюздің оны жылжытуға құқығы жоқ: шлюзге осы қалтаны өзгерту құқығын беріңіз.",
    })[p.is],
  filesUntouched: (p) => `Тізімде жоқ, бірақ қабылданбағандары: ${p.count}.`,
  documentNaked: (p) =>
    `Құжат атауынсыз жіберілген: \`{"${p.kind}": …}\` түрінде жіберіңіз немесе осы түрдегі құжаттардың мекенжайына жіберіңіз.`,
  documentNamed: (p) =>
    `Құжат өз атауының ішінде тұр, \`{"${p.kind}": …}\`: бір түрге арналған мекенжайға атауынсыз жіберіңіз немесе осы күйінде барлық түрге арналған мекенжайға жіберіңіз.`,
  receiptLater: () =>
    "Жіберілгені сақталды. Сұрауыңыз бойынша түбіртегі күтілген жоқ: оны `Location` тақырыбындағы мекенжайдан алыңыз.",
  documentUnfit: () => "Құжат өз нысанына сай емес: ол қаралған жоқ, ештеңе сақталған жоқ.",
  documentRejected: () => "Құжат ережелерді бұзады: әрекет жасалғаны туралы жазбадан басқа ештеңе сақталған жоқ.",
  trialRejected: () => "Құжат ережелерді бұзады, ол қабылданбас еді. Бұл тек тексеру болды: ештеңе сақталған жоқ.",
  documentAddress: () =>
    "Мұндай құжат жоқ немесе бұл мекенжайда ештеңе жоқ. Мекенжайлар docs/documents.md ішінде берілген.",
  daysUnfit: (p) =>
    `Соңғы күн бірінші күннен (${writeDate(p.from, "kk")}) бұрын болмауы тиіс, ал екеуін қоса алғанда күндер санының шегі: ${p.most}.`,
  socUnknown: (p) => `Сізге көрінетін, коды \`${p.code}\` болатын АҚЖО жоқ: кодты тексеріңіз.`,
  registerTooLong: (p) =>
    `Тізілім басып шығаруға тым үлкен (ең көбі ${p.most} жазба, мәтіндері ұзын болса, одан аз): оны CSV түрінде немесе азырақ күнге алыңыз.`,
  documentType: (p) => `Құжатты мына типтердің бірімен жіберіңіз: ${p.allowed}.`,
  documentAnswerType: (p) => `\`Accept\` тақырыбында мына типтердің бірін көрсетіңіз: ${p.allowed}.`,
  printTooLarge: () => "Бұл PDF үшін тым үлкен: оны `.html` немесе `.csv` түрінде сұраңыз.",
  printBusy: () => "Қазір басып шығарылатыны тым көп. Бірнеше секундтан кейін қайталаңыз немесе `.html` сұраңыз.",
  printUnmade: () => "Мұнда бұдан PDF жасау мүмкін емес: оны `.html` түрінде сұрап, соны басып шығарыңыз.",
  gzipUnreadable: () => "Сұраудың денесі gzip емес немесе толық емес: қайта сығыңыз немесе сықпай жіберіңіз.",
  idempotencyKey: () =>
    "`Idempotency-Key` құжаттың тырнақшаға алынған `submissionKey` мәнімен бірдей емес: сол мәнді көрсетіңіз немесе тақырыпты алып тастаңыз.",
  fileUnfit: () => "Бұл жеке файл емес, сілтеме немесе қалта: файлдың көшірмесін салыңыз.",
  batchFileTooLarge: (p) =>
    `Файл резервтік қалтадағы топтама шегінен үлкен (байтпен шегі: ${p.limit}): құжаттарды бірнеше файлға бөліңіз.`,
  jsonUnreadable: () => "Осы жерден бастап бұл JSON емес (RFC 8259): қатені түзетіп, құжатты қайта жіберіңіз.",
  documentNotUtf8: () => "Құжатта UTF-8 емес байттар бар, ештеңе сақталған жоқ. Оны UTF-8 кодтауымен қайта жіберіңіз.",
  documentLooksLike: (p) =>
    ({
      GZIP: "Бұл gzip арқылы сығылған, бірақ ол туралы еш жерде айтылмаған: `Content-Encoding: gzip` көрсетіп немесе сықпай жіберіңіз. Резервтік қалтадағы файлдар сығылмайды.",
      JSON: "Бұл JSON-ға ұқсайды, ал XML ретінде жіберілген: `Content-Type: application/json` көрсетіп жіберіңіз, резервтік қалтаға `.json` ретінде салыңыз.",
      XML: "Бұл XML-ға ұқсайды, ал JSON ретінде жіберілген: `Content-Type: application/xml` көрсетіп жіберіңіз, резервтік қалтаға `.xml` ретінде салыңыз.",
      LINES:
        "Мұнда бірнеше құжат бар, ал олар бір құжат ретінде жіберілген: оларды әр жолға біреуден жазып, `Content-Type: application/x-ndjson` көрсетіп, топтамамен жіберіңіз.",
    })[p.is],
  documentEmpty: () => "Құжат бос, ештеңе сақталған жоқ. Оны толық күйінде қайта жіберіңіз.",
  batchTooLong: (p) =>
    `Топтамадағы құжаттар рұқсат етілген саннан (${p.limit}) көп: бұған дейінгілері қарауға алынды. Қалғанын басқа топтамамен жіберіңіз.`,
  documentTooFine: (p) =>
    ({
      depth: `Құжаттағы кірістіру деңгейлері рұқсат етілген шектен (${p.limit}) көп: оларды азайтыңыз.`,
      elements: `Құжаттағы элементтер рұқсат етілген шектен (${p.limit}) көп: бір жолы азырақ жіберіңіз.`,
      names: `Құжаттағы әртүрлі атаулар рұқсат етілген шектен (${p.limit}) көп: схемада жоғын алып тастаңыз.`,
      attributes: `Элементтің атрибуттары рұқсат етілген шектен (${p.limit}) көп: схемада жоғын алып тастаңыз.`,
      attribute: `Атрибут рұқсат етілген шектен (таңба саны: ${p.limit}) ұзын: оны қысқартыңыз.`,
    })[p.bound],
  xmlUnfit: (p) =>
    ({
      DOCTYPE: "XML-да құжат типінің декларациясы бар: `<!DOCTYPE` бөлігін түгел алып тастаңыз.",
      INSTRUCTION: "XML-да өңдеу нұсқауы бар: оны алып тастаңыз. Тек XML декларациясы бола алады.",
      INCLUSION: "XML-ға басқа құжат қосылған (XInclude): оның мазмұнын осы жерге жазыңыз.",
      SCHEMA_INSTANCE: "XML-да схема немесе тип көрсетілген (`xsi:`): оны алып тастаңыз, схема онсыз да белгілі.",
      ENTITY:
        "XML-да XML өзі анықтамайтын нысанға (entity) сілтеме бар, мысалы `&nbsp;`: орнына таңбаның өзін жазыңыз.",
      NAMESPACE: "XML атаулар кеңістігі `urn:dabyl:exchange:1` болуға тиіс: оны түбір элементте көрсетіңіз.",
      VERSION: '`version` жоқ немесе мұнда қабылданбайды: түбір элементте `version="1.0"` көрсетіңіз.',
      ENCODING: "XML-да UTF-8-ден басқа кодтау көрсетілген: оны UTF-8 кодтауымен жіберіңіз.",
      NOT_WELL_FORMED:
        "Осы жерден бастап XML дұрыс құрылмаған: қатені түзетіп, құжатты қайта жіберіңіз. Мәтінде `&` орнына `&amp;`, `<` орнына `&lt;` жазылады.",
    })[p.why],
};

/** What the gateway says of documents in XML and JSON, in each language. */
export const DOCUMENT_SENTENCES: Readonly<Record<Locale, typeof en>> = { en, ru, kk };
