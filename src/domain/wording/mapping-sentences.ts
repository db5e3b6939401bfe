import type { Locale } from "./wording.js";

/** What is wrong at a place of a mapping. */
export type MappingFault =
  | "OBJECT"
  | "SHEET"
  | "HEADER_ROW"
  | "JOIN_ROWS"
  | "COLUMNS"
  | "NO_COLUMN"
  | "TWICE"
  | "KEYS"
  | "JOIN_KEY"
  | "TO"
  | "PREFIX"
  | "TYPE"
  | "SEPARATORS"
  | "DATES"
  | "FORMAT"
  | "VALUES"
  | "MEANING"
  | "CONSTANTS"
  | "LEADS";

/** Why an import cannot begin with what it was given. */
export type StartFault =
  "ONE_FILE" | "NO_ADDRESS" | "ADDRESS" | "NO_TOKEN" | "TOKEN" | "MAPPING_OF_DOCUMENTS" | "NO_MAPPING";

const en = {
  mappingUnfit: (p: { at: string; is: MappingFault }) =>
    `${p.at}: ${
      {
        OBJECT: "a mapping is an object, see docs/import.md.",
        SHEET: "give the name of a sheet, as the workbook has it.",
        HEADER_ROW: "give the number of the row that names the columns, from 1.",
        JOIN_ROWS: "give true or false.",
        COLUMNS: "give an object: the name of each column, and where its cells go.",
        NO_COLUMN: "name at least one column, and where its cells go.",
        TWICE: "the column is named twice, capitals and spaces aside: name it once; where its cells go may be a list.",
        KEYS: "`submissionKey` comes from one column.",
        JOIN_KEY: "with `joinRows` a column goes to `submissionKey`, since rows that have the same belong together.",
        TO: 'say where its cells go: "to" and the path of a member, such as "card.nature".',
        PREFIX: "give a text, which is put before what cells say.",
        TYPE: "a type is for a list of indicators.",
        SEPARATORS: "give a list of texts.",
        DATES: 'give a list of formats, such as "dd.MM.yyyy HH:mm".',
        FORMAT: "this is no format: write yyyy or yy, MM or M, dd or d, and with a time HH or H, mm, ss.",
        VALUES: 'give an object, such as {"high": "HIGH"}.',
        MEANING: "give a text, or a list of them, [] for nothing.",
        CONSTANTS: "give an object: paths of members, and what they hold where no column says it.",
        LEADS: "this leads into something that has no members: correct the path.",
      }[p.is]
    }`,
  mappingUnknown: (p: { at: string; given: string; meant: string | null; known: string }) =>
    `${p.at}: there is no \`${p.given}\`. ${p.meant === null ? `Known: ${p.known}.` : `\`${p.meant}\` is probably meant.`}`,
  mappingMembers: (p: { at: string; known: string }) => `${p.at}: this has members, name one of them: ${p.known}.`,
  mappingNotJson: (p: { file: string; why: string }) => `${p.file} is no JSON (${p.why}): correct it.`,
  importStart: (p: { is: StartFault }) =>
    ({
      ONE_FILE: "Give one file or folder; `--help` lists the options.",
      NO_ADDRESS: "Give the gateway's address (`--url`), or `--dry-run`.",
      ADDRESS: "`--url` is the gateway's address, such as https://gateway.example: correct it.",
      NO_TOKEN:
        "There is no token: set `DABYL_TOKEN`, or name a file that holds it (`--token-file`). It is no argument, since others on this machine see those.",
      TOKEN: "The token is one word of ASCII: that is none.",
      MAPPING_OF_DOCUMENTS: "A mapping is for tables: documents say themselves what they are.",
      NO_MAPPING: "Say where the columns of the table go: `--mapping` and a file (docs/import.md).",
    })[p.is],
  importOption: (p: { option: string; known: string }) => `${p.option} is one of: ${p.known}.`,
  importOptionUnknown: (p: { why: string }) => `The options cannot be read (${p.why}); \`--help\` lists them.`,
  importNothingAt: (p: { path: string }) => `There is nothing at ${p.path}: check the path.`,
  importNoTable: (p: { path: string }) =>
    `${p.path} is neither a table (.csv, .tsv, .txt, .xlsx) nor documents (.xml, .json, .ndjson): save it as one.`,
  importUnreadable: (p: { path: string; why: string }) => `${p.path} cannot be read (${p.why}): check the file.`,
  importUnwritable: (p: { path: string; why: string }) =>
    `The results cannot be written to ${p.path} (${p.why}): close it elsewhere, or check the folder. Nothing was sent.`,
  importTrialCut: (p: { path: string; why: string }) =>
    `${p.path} cannot be written (${p.why}): the trial goes on without it.`,
  importResultsCut: (p: { path: string; why: string }) =>
    `The results cannot be written to ${p.path} any more (${p.why}): make room there, then import the same file again. What was accepted stands, whether it is in there or not.`,
  importEmpty: (p: { path: string }) => `${p.path} was read, and there is nothing in it to send.`,
  importEmptyFolder: (p: { path: string }) => `The folder ${p.path} has no file .xml, .json, .ndjson or .jsonl.`,
  importTooLarge: (p: { path: string }) => `${p.path} is too large for one document: send its parts.`,
  importCsvRow: (p: { path: string; row: number; why: string | null }) =>
    `${p.path}, row ${p.row}: ${p.why === null ? "it begins with a quotation mark that is not closed." : `it cannot be read (${p.why}).`}`,
  importEncoding: (p: { path: string; encoding: string; line: number }) =>
    `${p.path} is not ${p.encoding}, behind line ${p.line}: save it as "CSV UTF-8", or name what it is in the mapping ("encoding": "windows-1251").`,
  importNoHeader: (p: { row: number }) =>
    `The table has no row ${p.row}, which names its columns: correct \`headerRow\`.`,
  importHeaderEmpty: (p: { row: number }) => `Row ${p.row}, which names the columns, is empty: correct \`headerRow\`.`,
  importHeaderMerged: (p: { row: number; cells: string }) =>
    `The row of names (${p.row}) has merged cells (${p.cells}): give each column a name of its own in one row, and name that row as \`headerRow\`.`,
  importColumnMissing: (p: { row: number; column: string; meant: string | null; known: string }) =>
    `The row of names (${p.row}) has no column "${p.column}". ${p.meant === null ? `It has: ${p.known}.` : `"${p.meant}" is probably meant.`}`,
  importColumnTwice: (p: { column: string }) => `The table has two columns "${p.column}": rename one of them.`,
  importNoWorkbook: (p: { path: string; why: string }) =>
    `${p.path} is no workbook as Excel 2007 and newer write it (${p.why}).`,
  importWorkbookLocked: (p: { path: string }) =>
    `${p.path} has a password, or is a workbook of Excel 97 to 2003: open it in a spreadsheet and save it as .xlsx without a password.`,
  importSheets: (p: { path: string; sheets: string; wanted: string | null }) =>
    `${p.path}: ${p.wanted === null ? 'the sheet that is meant is to be named in the mapping as "sheet"' : `there is no sheet "${p.wanted}"`}. It has: ${p.sheets}.`,
  importWorkbookTooLarge: (p: { path: string; most: number }) =>
    `${p.path} has more text than the limit (characters: ${p.most}): use CSV.`,
  importWorkbookDamaged: (p: { path: string; row: number; why: string }) =>
    `${p.path} is damaged behind row ${p.row} (${p.why}): save it again.`,
};

const ru: typeof en = {
  mappingUnfit: (p) =>
    `${p.at}: ${
      {
        OBJECT: "файл соответствий должен быть объектом, см. docs/import.md.",
        SHEET: "укажите имя листа так, как оно записано в книге.",
        HEADER_ROW: "укажите номер строки с именами столбцов, начиная с 1.",
        JOIN_ROWS: "укажите true или false.",
        COLUMNS: "укажите объект: имя каждого столбца и куда попадают его ячейки.",
        NO_COLUMN: "назовите хотя бы один столбец и укажите, куда попадают его ячейки.",
        TWICE:
          "столбец назван дважды (регистр и пробелы не учитываются): назовите его один раз; куда попадают ячейки, можно указать списком.",
        KEYS: "`submissionKey` берётся из одного столбца.",
        JOIN_KEY:
          "при `joinRows` один из столбцов попадает в `submissionKey`: строки с одинаковым ключом составляют одно целое.",
        TO: 'укажите, куда попадают ячейки: "to" и путь к полю, например "card.nature".',
        PREFIX: "укажите текст, который ставится перед содержимым ячеек.",
        TYPE: "тип задаётся только для списка индикаторов.",
        SEPARATORS: "укажите список текстов.",
        DATES: 'укажите список форматов, например "dd.MM.yyyy HH:mm".',
        FORMAT: "это не формат: пишите yyyy или yy, MM или M, dd или d, для времени HH или H, mm, ss.",
        VALUES: 'укажите объект, например {"высокий": "HIGH"}.',
        MEANING: "укажите текст или список текстов, [] если ничего.",
        CONSTANTS: "укажите объект: пути к полям и что в них, если столбец этого не задаёт.",
        LEADS: "путь ведёт туда, где нет полей: исправьте путь.",
      }[p.is]
    }`,
  mappingUnknown: (p) =>
    `${p.at}: имени \`${p.given}\` нет. ${p.meant === null ? `Допустимы: ${p.known}.` : `Вероятно, имелось в виду \`${p.meant}\`.`}`,
  mappingMembers: (p) => `${p.at}: здесь есть поля, назовите одно из них: ${p.known}.`,
  mappingNotJson: (p) => `${p.file} не является JSON (${p.why}): исправьте файл.`,
  importStart: (p) =>
    ({
      ONE_FILE: "Укажите один файл или одну папку; параметры перечисляет `--help`.",
      NO_ADDRESS: "Укажите адрес шлюза (`--url`) или `--dry-run`.",
      ADDRESS: "`--url` задаёт адрес шлюза, например https://gateway.example: исправьте его.",
      NO_TOKEN:
        "Токена нет: задайте `DABYL_TOKEN` или назовите файл с ним (`--token-file`). В параметрах он не указывается: их видят другие пользователи этой машины.",
      TOKEN: "Токен состоит из одного слова в ASCII: это не токен.",
      MAPPING_OF_DOCUMENTS: "Файл соответствий нужен только для таблиц: вид документа указан в нём самом.",
      NO_MAPPING: "Укажите, куда попадают столбцы таблицы: `--mapping` и файл (docs/import.md).",
    })[p.is],
  importOption: (p) => `Для ${p.option} допустимы: ${p.known}.`,
  importOptionUnknown: (p) => `Параметры не удалось прочитать (${p.why}); их перечисляет \`--help\`.`,
  importNothingAt: (p) => `По пути ${p.path} ничего нет: проверьте путь.`,
  importNoTable: (p) =>
    `${p.path}: это не таблица (.csv, .tsv, .txt, .xlsx) и не документы (.xml, .json, .ndjson). Сохраните в одном из этих видов.`,
  importUnreadable: (p) => `Не удалось прочитать ${p.path} (${p.why}): проверьте файл.`,
  importUnwritable: (p) =>
    `Не удалось записать результаты в ${p.path} (${p.why}): закройте файл в другой программе или проверьте папку. Ничего не отправлено.`,
  importTrialCut: (p) => `Не удалось записать ${p.path} (${p.why}): проверка продолжается без этого файла.`,
  importResultsCut: (p) =>
    `Результаты больше не удаётся записывать в ${p.path} (${p.why}): освободите место и запустите импорт того же файла ещё раз. Принятое остаётся в силе, даже если его нет в этом файле.`,
  importEmpty: (p) => `Файл ${p.path} прочитан, отправлять в нём нечего.`,
  importEmptyFolder: (p) => `В папке ${p.path} нет файлов .xml, .json, .ndjson и .jsonl.`,
  importTooLarge: (p) => `${p.path}: слишком велик для одного документа, отправьте частями.`,
  importCsvRow: (p) =>
    `${p.path}, строка ${p.row}: ${p.why === null ? "в начале стоит кавычка, которая не закрыта." : `её не удалось прочитать (${p.why}).`}`,
  importEncoding: (p) =>
    `${p.path}: кодировка не ${p.encoding}, после строки ${p.line}. Сохраните как «CSV UTF-8» или назовите кодировку в файле соответствий ("encoding": "windows-1251").`,
  importNoHeader: (p) => `В таблице нет строки ${p.row} с именами столбцов: исправьте \`headerRow\`.`,
  importHeaderEmpty: (p) => `Строка ${p.row}, где должны быть имена столбцов, пуста: исправьте \`headerRow\`.`,
  importHeaderMerged: (p) =>
    `В строке с именами столбцов (${p.row}) есть объединённые ячейки (${p.cells}): дайте каждому столбцу своё имя в одной строке и укажите её в \`headerRow\`.`,
  importColumnMissing: (p) =>
    `В строке с именами столбцов (${p.row}) нет столбца «${p.column}». ${p.meant === null ? `Есть: ${p.known}.` : `Вероятно, имелось в виду «${p.meant}».`}`,
  importColumnTwice: (p) => `В таблице два столбца «${p.column}»: переименуйте один из них.`,
  importNoWorkbook: (p) => `${p.path} не является книгой Excel 2007 или новее (${p.why}).`,
  importWorkbookLocked: (p) =>
    `Файл ${p.path} защищён паролем или сохранён в Excel 97–2003: откройте его и сохраните как .xlsx без пароля.`,
  importSheets: (p) =>
    `${p.path}: ${p.wanted === null ? 'назовите нужный лист в файле соответствий как "sheet"' : `листа «${p.wanted}» нет`}. Есть: ${p.sheets}.`,
  importWorkbookTooLarge: (p) => `${p.path}: текста больше предела (знаков: ${p.most}), используйте CSV.`,
  importWorkbookDamaged: (p) => `${p.path}: файл повреждён после строки ${p.row} (${p.why}), сохраните его заново.`,
};

const kk: typeof en = {
  mappingUnfit: (p) =>
    `${p.at}: ${
      {
        OBJECT: "сәйкестік файлы объект болуы тиіс, docs/import.md қараңыз.",
        SHEET: "парақтың атауын кітапта жазылғандай беріңіз.",
        HEADER_ROW: "баған атаулары тұрған жолдың нөмірін беріңіз, санау 1 санынан басталады.",
        JOIN_ROWS: "true немесе false беріңіз.",
        COLUMNS: "объект беріңіз: әр бағанның атауы және ұяшықтары қайда түсетіні.",
        NO_COLUMN: "кемінде бір бағанды атап, ұяшықтары қайда түсетінін көрсетіңіз.",
        TWICE:
          "баған екі рет аталған (бас әріптер мен бос орындар ескерілмейді): оны бір рет атаңыз; ұяшықтары қайда түсетінін тізіммен беруге болады.",
        KEYS: "`submissionKey` бір ғана бағаннан алынады.",
        JOIN_KEY: "`joinRows` болса, бір баған `submissionKey` өрісіне түседі: кілті бірдей жолдар бірге жатады.",
        TO: 'ұяшықтар қайда түсетінін айтыңыз: "to" және өрістің толық атауы, мысалы "card.nature".',
        PREFIX: "ұяшық мазмұнының алдына қойылатын мәтінді беріңіз.",
        TYPE: "түр тек индикаторлар тізімі үшін беріледі.",
        SEPARATORS: "мәтіндер тізімін беріңіз.",
        DATES: 'пішімдер тізімін беріңіз, мысалы "dd.MM.yyyy HH:mm" пішімі.',
        FORMAT: "бұл пішім емес: yyyy не yy, MM не M, dd не d, уақыт үшін HH не H, mm, ss жазыңыз.",
        VALUES: 'объект беріңіз, мысалы {"жоғары": "HIGH"}.',
        MEANING: "мәтін немесе мәтіндер тізімін беріңіз, ештеңе болмаса [].",
        CONSTANTS: "объект беріңіз: өрістердің толық атаулары және баған мән бермесе, олар алатын мәндер.",
        LEADS: "бұл атау өрістері жоқ жерге апарады: өрістің толық атауын түзетіңіз.",
      }[p.is]
    }`,
  mappingUnknown: (p) =>
    `${p.at}: \`${p.given}\` деген атау жоқ. ${p.meant === null ? `Мыналар бола алады: ${p.known}.` : `Сірә, \`${p.meant}\` жазылуға тиіс еді.`}`,
  mappingMembers: (p) => `${p.at}: мұнда өрістер бар, біреуін атаңыз: ${p.known}.`,
  mappingNotJson: (p) => `${p.file} JSON емес (${p.why}): файлды түзетіңіз.`,
  importStart: (p) =>
    ({
      ONE_FILE: "Бір файлды немесе бір қалтаны көрсетіңіз; параметрлер тізімі `--help` арқылы шығады.",
      NO_ADDRESS: "Шлюз мекенжайын (`--url`) немесе `--dry-run` беріңіз.",
      ADDRESS: "`--url` шлюз мекенжайын береді, мысалы https://gateway.example: оны түзетіңіз.",
      NO_TOKEN:
        "Токен жоқ: `DABYL_TOKEN` айнымалысын беріңіз немесе ол жазылған файлды атаңыз (`--token-file`). Параметр ретінде берілмейді: оларды осы машинадағы басқалар көреді.",
      TOKEN: "Токен ASCII таңбаларынан тұратын бір сөз: бұл токен емес.",
      MAPPING_OF_DOCUMENTS: "Сәйкестік файлы кестелерге ғана керек: құжаттың түрі өзінде көрсетілген.",
      NO_MAPPING: "Кесте бағандары қайда түсетінін айтыңыз: `--mapping` және файл (docs/import.md).",
    })[p.is],
  importOption: (p) => `${p.option} үшін мыналар бола алады: ${p.known}.`,
  importOptionUnknown: (p) => `Параметрлерді оқу мүмкін болмады (${p.why}); олардың тізімі \`--help\` арқылы шығады.`,
  importNothingAt: (p) => `${p.path} деген жерде ештеңе жоқ: файлдың орнын тексеріңіз.`,
  importNoTable: (p) =>
    `${p.path} кесте де (.csv, .tsv, .txt, .xlsx), құжаттар да (.xml, .json, .ndjson) емес. Солардың бірі түрінде сақтаңыз.`,
  importUnreadable: (p) => `${p.path} файлын оқу мүмкін болмады (${p.why}): файлды тексеріңіз.`,
  importUnwritable: (p) =>
    `Нәтижелерді ${p.path} файлына жазу мүмкін болмады (${p.why}): файлды басқа бағдарламада жабыңыз немесе қалтаны тексеріңіз. Ештеңе жіберілген жоқ.`,
  importTrialCut: (p) => `${p.path} файлын жазу мүмкін болмады (${p.why}): тексеру бұл файлсыз жалғасады.`,
  importResultsCut: (p) =>
    `Нәтижелерді ${p.path} файлына енді жазу мүмкін емес (${p.why}): орын босатып, сол файлдың импортын қайта іске қосыңыз. Қабылданғаны осы файлда болмаса да күшінде қалады.`,
  importEmpty: (p) => `${p.path} файлы оқылды, онда жіберетін ештеңе жоқ.`,
  importEmptyFolder: (p) => `${p.path} қалтасында .xml, .json, .ndjson немесе .jsonl файлы жоқ.`,
  importTooLarge: (p) => `${p.path} файлы бір құжат үшін тым үлкен: бөліп жіберіңіз.`,
  importCsvRow: (p) =>
    `${p.path}, жол: ${p.row}. ${p.why === null ? "Оның басында жабылмаған тырнақша тұр." : `Оны оқу мүмкін болмады (${p.why}).`}`,
  importEncoding: (p) =>
    `${p.path}: кодтауы ${p.encoding} емес, мына жолдан кейін: ${p.line}. «CSV UTF-8» түрінде сақтаңыз немесе кодтауын сәйкестік файлында атаңыз ("encoding": "windows-1251").`,
  importNoHeader: (p) => `Кестеде баған атаулары тұратын жол жоқ (${p.row}): \`headerRow\` мәнін түзетіңіз.`,
  importHeaderEmpty: (p) => `Баған атаулары тұруға тиіс жол (${p.row}) бос: \`headerRow\` мәнін түзетіңіз.`,
  importHeaderMerged: (p) =>
    `Баған атаулары жолында (${p.row}) біріктірілген ұяшықтар бар (${p.cells}): бір жолда әр бағанға өз атауын беріп, сол жолды \`headerRow\` арқылы көрсетіңіз.`,
  importColumnMissing: (p) =>
    `Баған атаулары жолында (${p.row}) «${p.column}» бағаны жоқ. ${p.meant === null ? `Мыналар бар: ${p.known}.` : `Сірә, «${p.meant}» жазылуға тиіс еді.`}`,
  importColumnTwice: (p) => `Кестеде екі «${p.column}» бағаны бар: біреуінің атауын өзгертіңіз.`,
  importNoWorkbook: (p) => `${p.path} Excel 2007 немесе одан жаңа нұсқаның кітабы емес (${p.why}).`,
  importWorkbookLocked: (p) =>
    `${p.path} файлында құпиясөз бар немесе ол Excel 97–2003 кітабы: оны ашып, құпиясөзсіз .xlsx түрінде сақтаңыз.`,
  importSheets: (p) =>
    `${p.path}: ${p.wanted === null ? 'қажетті парақты сәйкестік файлында "sheet" арқылы атаңыз' : `«${p.wanted}» парағы жоқ`}. Мыналар бар: ${p.sheets}.`,
  importWorkbookTooLarge: (p) => `${p.path}: мәтіні шектен көп (таңба саны: ${p.most}), CSV пайдаланыңыз.`,
  importWorkbookDamaged: (p) => `${p.path}: файл мына жолдан кейін бүлінген: ${p.row} (${p.why}). Оны қайта сақтаңыз.`,
};

/** What an import says of what it is given to begin with, in each language. */
export const MAPPING_SENTENCES: Readonly<Record<Locale, typeof en>> = { en, ru, kk };
