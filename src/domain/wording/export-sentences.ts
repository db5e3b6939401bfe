import type { Locale } from "./wording.js";

/** What the gateway says of exports. */
const en = {
  exportTooLong: (p: { most: number }) =>
    `This is longer than an export takes (the limit in characters: ${p.most}). Shorten it, or put long lists of values into several exports.`,
  exportDocumentUnfit: (p: { fault: string }) => `This document cannot be run: ${p.fault}`,
  exportOneOperation: () =>
    "The document of an export has exactly one operation, and that is a query. Leave the others out.",
  exportOneList: (p: { fields: string }) =>
    `An export is one list, but here the document asks for several things side by side: ${p.fields}. Ask for one, and for the others in exports of their own.`,
  exportNoList: (p: { field: string }) =>
    `\`${p.field}\` is not a list that can be exported: that would have \`nodes\` and \`pageInfo\`, and take \`first\` and \`after\`.`,
  exportWhole: (p: { argument: string }) =>
    `An export gives the whole list, page by page. Leave out \`${p.argument}\`; what you do not want is left out by a filter.`,
  exportRows: () => "Ask for the rows of the list once: in `nodes` or in `edges`.",
  exportPlain: () =>
    "On the way to the rows there may be neither `@skip` nor `@include`: without the list there would be no file. They may stand within the rows.",
  exportVariables: () => 'Variables are one JSON object as a text, such as `{"soc": "DEMO-ENERGY"}`.',
  exportsWaiting: (p: { most: number }) =>
    `You have as many exports that were prepared and not fetched as are allowed (${p.most}). Fetch them, or wait: an address works for ten minutes.`,
  exportUnknown: () => "There is no export at this address. Prepare it again (prepareExport).",
  exportFetched: () =>
    "This export has been fetched already: an address works once. Prepare it again (prepareExport), under another key.",
  exportExpired: () =>
    "The address of this export has expired: it works for ten minutes. Prepare it again (prepareExport).",
  exportNoLonger: () => "What this export asks for no longer fits the schema. Prepare it again (prepareExport).",
  exportNothing: () => "There is no such list: what it hangs on does not exist, or is not yours to see.",
  exportCellTooLong: (p: { length: number; most: number }) =>
    `Cut short here (the length in characters: ${p.length}; the most that a cell of Excel holds: ${p.most}). The other formats have all of it.`,
};

const ru: typeof en = {
  exportTooLong: (p) =>
    `Это длиннее, чем допускается для выгрузки (предел в знаках: ${p.most}). Сократите или разделите длинные перечни значений на несколько выгрузок.`,
  exportDocumentUnfit: (p) => `Этот документ нельзя выполнить: ${p.fault}`,
  exportOneOperation: () =>
    "В документе выгрузки должна быть ровно одна операция, и это запрос на чтение (query). Уберите остальное.",
  exportOneList: (p) =>
    `Выгрузка содержит один список, а в документе рядом запрошено несколько: ${p.fields}. Оставьте один, остальное запросите отдельными выгрузками.`,
  exportNoList: (p) =>
    `\`${p.field}\` не является списком, который можно выгрузить: у такого есть \`nodes\` и \`pageInfo\`, а также аргументы \`first\` и \`after\`.`,
  exportWhole: (p) =>
    `Выгружается весь список, страница за страницей. Уберите \`${p.argument}\`; лишнее исключите фильтром.`,
  exportRows: () => "Запросите строки списка один раз: в `nodes` или в `edges`.",
  exportPlain: () =>
    "На пути к строкам списка не должно быть `@skip` и `@include`: без списка не будет и файла. Внутри строк они допустимы.",
  exportVariables: () => 'Переменные задаются текстом, содержащим один объект JSON, например `{"soc": "DEMO-ENERGY"}`.',
  exportsWaiting: (p) =>
    `Подготовленных и ещё не скачанных выгрузок у вас столько, сколько допускается (${p.most}). Скачайте их или подождите: адрес действует десять минут.`,
  exportUnknown: () => "По этому адресу выгрузки нет. Подготовьте её заново (prepareExport).",
  exportFetched: () =>
    "Эта выгрузка уже скачана: адрес действует один раз. Подготовьте её заново (prepareExport) с другим ключом.",
  exportExpired: () =>
    "Срок действия адреса этой выгрузки истёк: он действует десять минут. Подготовьте её заново (prepareExport).",
  exportNoLonger: () => "Запрос этой выгрузки больше не соответствует схеме. Подготовьте её заново (prepareExport).",
  exportNothing: () => "Такого списка нет: того, к чему он относится, не существует, или оно вам недоступно.",
  exportCellTooLong: (p) =>
    `Здесь текст сокращён (длина в знаках: ${p.length}; предел ячейки Excel: ${p.most}). В других форматах он полный.`,
};

const kk: typeof en = {
  exportTooLong: (p) =>
    `Бұл жүктеп алуға рұқсат етілгеннен ұзын (таңба бойынша шегі: ${p.most}). Қысқартыңыз немесе ұзын мәндер тізімін бірнеше жүктеп алуға бөліңіз.`,
  exportDocumentUnfit: (p) => `Бұл құжатты орындау мүмкін емес: ${p.fault}`,
  exportOneOperation: () =>
    "Жүктеп алу құжатында дәл бір операция болуы керек және ол оқу сұрауы (query) болуға тиіс. Қалғанын алып тастаңыз.",
  exportOneList: (p) =>
    `Жүктеп алынатын файлда бір ғана тізім болады, ал құжатта қатар бірнешеуі сұралған: ${p.fields}. Біреуін қалдырып, қалғанын бөлек жүктеп алыңыз.`,
  exportNoList: (p) =>
    `\`${p.field}\` жүктеп алынатын тізім емес: ондай тізімде \`nodes\` пен \`pageInfo\`, сондай-ақ \`first\` және \`after\` аргументтері болады.`,
  exportWhole: (p) =>
    `Тізім бет-бетімен түгел жүктеледі. \`${p.argument}\` аргументін алып тастаңыз; керек емесін сүзгімен шығарып тастауға болады.`,
  exportRows: () => "Тізімнің жолдарын бір рет сұраңыз: `nodes` ішінде немесе `edges` ішінде.",
  exportPlain: () =>
    "Тізім жолдарына дейін `@skip` те, `@include` та болмауға тиіс: тізім болмаса, файл да болмайды. Жолдардың ішінде оларға рұқсат.",
  exportVariables: () => 'Айнымалылар бір JSON нысаны бар мәтінмен беріледі, мысалы `{"soc": "DEMO-ENERGY"}`.',
  exportsWaiting: (p) =>
    `Дайындалған, бірақ әлі жүктеп алынбаған файлдарыңыз шекке жетті (${p.most}). Оларды жүктеп алыңыз немесе күтіңіз: мекенжай он минут жарамды.`,
  exportUnknown: () => "Бұл мекенжайда жүктеп алатын файл жоқ. Оны қайта дайындаңыз (prepareExport).",
  exportFetched: () =>
    "Бұл файл жүктеп алынған: мекенжай бір рет қана жарамды. Оны басқа кілтпен қайта дайындаңыз (prepareExport).",
  exportExpired: () =>
    "Бұл файл мекенжайының мерзімі өтті: ол он минут жарамды. Файлды қайта дайындаңыз (prepareExport).",
  exportNoLonger: () => "Бұл файлдың сұрауы енді схемаға сәйкес келмейді. Оны қайта дайындаңыз (prepareExport).",
  exportNothing: () => "Мұндай тізім жоқ: ол тиесілі нәрсе не жоқ, не сізге қолжетімсіз.",
  exportCellTooLong: (p) =>
    `Мәтін осы жерде қысқартылды (таңба саны: ${p.length}; Excel ұяшығының шегі: ${p.most}). Басқа форматтарда ол толық.`,
};

export const EXPORT_SENTENCES = { en, ru, kk } as const satisfies Record<Locale, unknown>;
