import type { Locale } from "./wording.js";

/** Why a row has the key of an earlier one: it says the same, or its column of keys does. */
export type KeyTwice = "SAME" | "KEY" | "JOINED";

const en = {
  importKeyMissing: () => "The row has no key: each needs one of its own.",
  importKeyTwice: (p: { is: KeyTwice; row: string }) =>
    ({
      SAME: `It says the same as ${p.row}: take one of them out, or let a column go to \`submissionKey\`.`,
      KEY: `It has the key of ${p.row}: each document needs a key of its own. If rows are one document, set \`joinRows\`.`,
      JOINED: `It has the key of ${p.row}: each document needs a key of its own. Rows that belong together follow each other.`,
    })[p.is],
  importRowWidth: (p: { cells: number; names: number }) =>
    `The number of its cells is ${p.cells}, that of the row of names ${p.names}: a text with a separator or a line break in it stands in quotation marks.`,
  importRowEmpty: () => "None of its columns that go anywhere says anything: take the row out.",
  importMerged: (p: { cells: string }) =>
    `The cells ${p.cells} are merged, so that only the first one says anything: take the merging back and fill each cell.`,
  importBelongs: (p: { row: number; said: string }) =>
    `This row belongs to an earlier one (${p.row}), which says "${p.said}": say the same, or nothing.`,
  importCounts: (p: { count: number; column: string; most: number }) =>
    `The number of values is ${p.count}, in column "${p.column}" it is ${p.most}: give one for each, or one for all.`,
  importNoNumber: (p: { said: string }) => `"${p.said}" is no number: give one.`,
  importNoTime: (p: { said: string }) => `"${p.said}" has no time: give it, or let a column of times go there too.`,
  importNoDate: (p: { said: string; formats: string; is: "SERIAL" | null }) =>
    `"${p.said}" is no date as ${p.formats}.${p.is === null ? "" : ' If it is Excel\'s number of a day, add "serial" to `dates`.'}`,
  importNoDay: (p: { said: string }) => `"${p.said}": the calendar has no such day.`,
  importNoClock: (p: { said: string }) => `Clocks in Almaty never showed "${p.said}": give another time.`,
  importIndicator: (p: { said: string; is: "SEVERAL" | null }) =>
    `What "${p.said}" is cannot be told: write its type before it (FILE_NAME: …), or name \`type\` in the mapping.${p.is === null ? "" : " If it is several, name `separators` in the mapping."}`,
  importFormula: () => "The formula has no value stored: open the file in a spreadsheet and save it.",
  importFormulaError: (p: { shown: string }) => `The cell shows ${p.shown}: mend its formula.`,
  importChanged: () =>
    "Something else was accepted under this key: the row was changed after it was sent. Put it back as it was; or send what is different as a correction, a row with a new key, `incidentId` and `revision`.",
  importKind: (p: { count: number; rows: string; is: "ALL" | "FIRST" }) =>
    `The same is wrong or doubtful in others, ${p.count} in all${p.is === "ALL" ? "" : "; the first"}: ${p.rows}.`,
  importTried: (p: { documents: number; ready: number; faulty: number }) =>
    `Documents read: ${p.documents}; can be sent: ${p.ready}; faulty: ${p.faulty}.`,
  importJudged: (p: { judged: number; refused: number; warned: number }) =>
    `Judged by the gateway: ${p.judged}; would be refused: ${p.refused}; have warnings: ${p.warned}.`,
  importNotJudged: () => "Rules were not judged: no gateway was given (`--url`).",
  importNothingSent: (p: { faulty: number; documents: number }) =>
    `Documents: ${p.documents}; faulty: ${p.faulty}. Nothing was sent: mend them, or give \`--skip-faulty\`. \`--dry-run\` lists each row with its faults.`,
  importProgress: (p: { read: number; all: number | null; said: string; rate: number }) =>
    `Read: ${p.read}${p.all === null ? "" : ` of ${p.all}`}${p.said === "" ? "" : `; ${p.said}`}; per second: ${p.rate}.`,
  importResults: (p: { path: string }) => `What became of each row: ${p.path}.`,
  importTrial: (p: { path: string }) => `What is wrong or doubtful in each row stands in ${p.path}.`,
  importFailed: (p: { count: number }) => `Failed on the gateway's side: ${p.count}. Tell its operator.`,
  importUnfinished: () => "Not everything was sent: run the same again. What was accepted comes back as repeated.",
  importWaits: (p: { why: string; seconds: number }) => `${p.why}: tried again after so many seconds: ${p.seconds}.`,
  importStopping: () => "Stopping: what is under way is waited for. Once more ends at once.",
  importInterrupted: () => "This was interrupted: run the same again.",
  importGoes: (p: { column: string; to: string }) => `Column "${p.column}" goes to ${p.to}.`,
  importConstant: (p: { path: string; value: string }) => `Where no column says it, ${p.path} is ${p.value}.`,
  importNowhere: (p: { columns: string | null }) =>
    p.columns === null ? "Every column goes somewhere." : `Columns that go nowhere: ${p.columns}.`,
  importUnfilled: (p: { members: string | null }) =>
    p.members === null ? "Something goes to every member." : `Members that nothing goes to: ${p.members}.`,
  importKeyColumn: (p: { column: string }) =>
    `The key of each row is from column "${p.column}": a row that is changed and sent again is refused (409), not taken for another incident.`,
  importKeyMade: () =>
    "The key of each row is made of what it says, for no column goes to `submissionKey`: a row that is changed and sent again IS ANOTHER DOCUMENT.",
  importFiles: (p: { count: number }) => `Files: ${p.count}. Documents are sent with the keys that they have.`,
  importTooManyAnswers: () => "The gateway answered more documents than were sent: run the same again.",
  importNoGateway: (p: { address: string; why: string | null }) =>
    `No gateway answers at ${p.address}${p.why === null ? "" : ` (${p.why})`}: check the address, and whether it runs.`,
  importIdle: (p: { address: string; why: string }) =>
    `${p.address} has accepted and refused nothing for ten minutes (${p.why}): run the same again later.`,
  importAnswered: (p: { address: string; status: string; title: string; is: "TOKEN" | "ADDRESS" | null }) =>
    `${p.address} answered ${p.status}.${p.title === "" ? "" : ` ${p.title}`}${p.is === null ? "" : p.is === "TOKEN" ? " The token is that of `DABYL_TOKEN` or of `--token-file`." : " Check that `--url` is the gateway's address."}`,
};

const ru: typeof en = {
  importKeyMissing: () => "В строке нет ключа: каждой нужен свой.",
  importKeyTwice: (p) =>
    ({
      SAME: `Здесь сказано то же, что и здесь: ${p.row}. Уберите одно из двух или направьте один из столбцов в \`submissionKey\`.`,
      KEY: `Такой же ключ стоит здесь: ${p.row}. Каждому документу нужен свой. Если строки составляют один документ, задайте \`joinRows\`.`,
      JOINED: `Такой же ключ стоит здесь: ${p.row}. Каждому документу нужен свой. Строки одного документа идут подряд.`,
    })[p.is],
  importRowWidth: (p) =>
    `Число ячеек в строке: ${p.cells}, в строке заголовков: ${p.names}. Текст с разделителем или переносом строки заключается в кавычки.`,
  importRowEmpty: () => "Ни в одном из используемых столбцов ничего нет: уберите строку.",
  importMerged: (p) =>
    `Ячейки ${p.cells} объединены, и значение есть только в первой: отмените объединение и заполните каждую.`,
  importBelongs: (p) =>
    `Строка относится к более ранней (${p.row}), где сказано «${p.said}»: укажите то же или оставьте пустым.`,
  importCounts: (p) =>
    `Число значений: ${p.count}, в столбце «${p.column}»: ${p.most}. Укажите по одному на каждое или одно на все.`,
  importNoNumber: (p) => `«${p.said}» не является числом: укажите число.`,
  importNoTime: (p) => `«${p.said}»: не указано время. Укажите его или направьте туда и столбец со временем.`,
  importNoDate: (p) =>
    `«${p.said}» не является датой вида ${p.formats}.${p.is === null ? "" : ' Если это номер дня в Excel, добавьте "serial" в `dates`.'}`,
  importNoDay: (p) => `«${p.said}»: такого дня в календаре нет.`,
  importNoClock: (p) => `Часы в Алматы никогда не показывали «${p.said}»: укажите другое время.`,
  importIndicator: (p) =>
    `Непонятно, что такое «${p.said}»: укажите перед ним тип (FILE_NAME: …) или задайте \`type\` в файле соответствий.${p.is === null ? "" : " Если это несколько значений, задайте `separators`."}`,
  importFormula: () => "У формулы не сохранено значение: откройте файл в табличном редакторе и сохраните.",
  importFormulaError: (p) => `Ячейка показывает ${p.shown}: исправьте формулу.`,
  importChanged: () =>
    "Под этим ключом принято другое: строку изменили после отправки. Верните её прежний вид или отправьте отличия как исправление: строкой с новым ключом, `incidentId` и `revision`.",
  importKind: (p) => `То же есть и в других, всего ${p.count}${p.is === "ALL" ? "" : ", первые из них"}: ${p.rows}.`,
  importTried: (p) => `Прочитано документов: ${p.documents}; можно отправить: ${p.ready}; с ошибками: ${p.faulty}.`,
  importJudged: (p) =>
    `Проверено шлюзом: ${p.judged}; было бы отклонено: ${p.refused}; с предупреждениями: ${p.warned}.`,
  importNotJudged: () => "Соответствие правилам не проверялось: шлюз не указан (`--url`).",
  importNothingSent: (p) =>
    `Документов: ${p.documents}; с ошибками: ${p.faulty}. Ничего не отправлено: исправьте ошибки или укажите \`--skip-faulty\`. Все строки с их ошибками перечисляет \`--dry-run\`.`,
  importProgress: (p) =>
    `Прочитано: ${p.read}${p.all === null ? "" : ` из ${p.all}`}${p.said === "" ? "" : `; ${p.said}`}; в секунду: ${p.rate}.`,
  importResults: (p) => `Что стало с каждой строкой: ${p.path}.`,
  importTrial: (p) => `Ошибки и предупреждения по каждой строке: ${p.path}.`,
  importFailed: (p) => `Сбой на стороне шлюза: ${p.count}. Сообщите его оператору.`,
  importUnfinished: () => "Отправлено не всё: запустите то же ещё раз. Принятое вернётся как повтор.",
  importWaits: (p) => `${p.why}: повтор через (секунд): ${p.seconds}.`,
  importStopping: () => "Остановка: ожидается завершение начатого. Повторное прерывание завершит работу сразу.",
  importInterrupted: () => "Работа прервана: запустите то же ещё раз.",
  importGoes: (p) => `Столбец «${p.column}» попадает в ${p.to}.`,
  importConstant: (p) => `Если столбец этого не задаёт, ${p.path} принимает значение ${p.value}.`,
  importNowhere: (p) =>
    p.columns === null ? "Используются все столбцы." : `Столбцы, которые не используются: ${p.columns}.`,
  importUnfilled: (p) =>
    p.members === null ? "Заполняются все поля." : `Поля, которые ничем не заполняются: ${p.members}.`,
  importKeyColumn: (p) =>
    `Ключ каждой строки берётся из столбца «${p.column}»: строка, изменённая и отправленная снова, отклоняется (409), а не принимается за другой инцидент.`,
  importKeyMade: () =>
    "Ключ каждой строки составляется из её содержания, так как ни один столбец не попадает в `submissionKey`: строка, изменённая и отправленная снова, СТАНЕТ ДРУГИМ ДОКУМЕНТОМ.",
  importFiles: (p) => `Файлов: ${p.count}. Документы отправляются со своими ключами.`,
  importTooManyAnswers: () => "Шлюз ответил на большее число документов, чем отправлено: запустите то же ещё раз.",
  importNoGateway: (p) =>
    `По адресу ${p.address} шлюз не отвечает${p.why === null ? "" : ` (${p.why})`}: проверьте адрес и то, работает ли шлюз.`,
  importIdle: (p) =>
    `${p.address}: за десять минут ничего не принято и не отклонено (${p.why}). Запустите то же позже.`,
  importAnswered: (p) =>
    `${p.address}: получен ответ ${p.status}.${p.title === "" ? "" : ` ${p.title}`}${p.is === null ? "" : p.is === "TOKEN" ? " Токен берётся из `DABYL_TOKEN` или из `--token-file`." : " Проверьте, адрес ли шлюза указан в `--url`."}`,
};

const kk: typeof en = {
  importKeyMissing: () => "Жолда кілт жоқ: әр жолға өз кілті керек.",
  importKeyTwice: (p) =>
    ({
      SAME: `Мұнда айтылғанның өзі мына жерде де бар: ${p.row}. Бірін алып тастаңыз немесе бір бағанды \`submissionKey\` өрісіне бағыттаңыз.`,
      KEY: `Дәл осы кілт мына жерде де бар: ${p.row}. Әр құжатқа өз кілті керек. Жолдар бір құжат болса, \`joinRows\` беріңіз.`,
      JOINED: `Дәл осы кілт мына жерде де бар: ${p.row}. Әр құжатқа өз кілті керек. Бір құжаттың жолдары қатар тұрады.`,
    })[p.is],
  importRowWidth: (p) =>
    `Жолдағы ұяшықтар саны: ${p.cells}, атаулар жолында: ${p.names}. Бөлгіші немесе жол үзілімі бар мәтін тырнақшаға алынады.`,
  importRowEmpty: () => "Пайдаланылатын бағандардың ешқайсысында ештеңе жоқ: жолды алып тастаңыз.",
  importMerged: (p) =>
    `${p.cells} ұяшықтары біріктірілген, мәні тек біріншісінде бар: біріктіруді алып тастап, әр ұяшықты толтырыңыз.`,
  importBelongs: (p) =>
    `Бұл жол бұрынғы жолға (${p.row}) жатады, онда «${p.said}» деп тұр: соны қайталаңыз немесе бос қалдырыңыз.`,
  importCounts: (p) =>
    `Мәндер саны: ${p.count}, «${p.column}» бағанында: ${p.most}. Әрқайсысына бір-бірден немесе бәріне біреуін беріңіз.`,
  importNoNumber: (p) => `«${p.said}» сан емес: сан беріңіз.`,
  importNoTime: (p) => `«${p.said}»: уақыты көрсетілмеген. Оны беріңіз немесе сол жерге уақыт бағанын да бағыттаңыз.`,
  importNoDate: (p) =>
    `«${p.said}» мына түрдегі күн емес: ${p.formats}.${p.is === null ? "" : ' Бұл Excel күнінің нөмірі болса, `dates` тізіміне "serial" қосыңыз.'}`,
  importNoDay: (p) => `«${p.said}»: күнтізбеде мұндай күн жоқ.`,
  importNoClock: (p) => `Алматыда сағат ешқашан «${p.said}» деп көрсетпеген: басқа уақыт беріңіз.`,
  importIndicator: (p) =>
    `«${p.said}» не екені түсініксіз: алдына түрін жазыңыз (FILE_NAME: …) немесе сәйкестік файлында \`type\` беріңіз.${p.is === null ? "" : " Бұл бірнеше мән болса, `separators` беріңіз."}`,
  importFormula: () => "Формуланың мәні сақталмаған: файлды кестелік редакторда ашып, сақтаңыз.",
  importFormulaError: (p) => `Ұяшықта ${p.shown} тұр: формуласын түзетіңіз.`,
  importChanged: () =>
    "Осы кілтпен басқа мазмұн қабылданған: жол жіберілгеннен кейін өзгертілген. Оны бұрынғы қалпына келтіріңіз немесе өзгерісті түзету ретінде жіберіңіз: жаңа кілті, `incidentId` және `revision` бар жолмен.",
  importKind: (p) => `Басқаларында да солай, барлығы ${p.count}${p.is === "ALL" ? "" : ", алғашқылары"}: ${p.rows}.`,
  importTried: (p) => `Оқылған құжаттар: ${p.documents}; жіберуге болады: ${p.ready}; қатесі бар: ${p.faulty}.`,
  importJudged: (p) => `Шлюз тексергені: ${p.judged}; қабылданбас еді: ${p.refused}; ескертуі бар: ${p.warned}.`,
  importNotJudged: () => "Ережелер бойынша тексерілмеді: шлюз көрсетілмеген (`--url`).",
  importNothingSent: (p) =>
    `Құжаттар: ${p.documents}; қатесі бар: ${p.faulty}. Ештеңе жіберілмеді: қателерді түзетіңіз немесе \`--skip-faulty\` беріңіз. Қателері бар жолдардың бәрін \`--dry-run\` тізіп береді.`,
  importProgress: (p) =>
    `Оқылғаны: ${p.read}${p.all === null ? "" : `, барлығы: ${p.all}`}${p.said === "" ? "" : `; ${p.said}`}; секундына: ${p.rate}.`,
  importResults: (p) => `Әр жолдың нәтижесі мына файлда: ${p.path}.`,
  importTrial: (p) => `Әр жолдың қателері мен ескертулері мына файлда: ${p.path}.`,
  importFailed: (p) => `Шлюз тарапынан іркіліс болды: ${p.count}. Оның операторына хабарлаңыз.`,
  importUnfinished: () => "Бәрі жіберілген жоқ: дәл осыны қайта іске қосыңыз. Қабылданғаны қайталанған болып оралады.",
  importWaits: (p) => `${p.why}: мынадан кейін қайталанады (секунд): ${p.seconds}.`,
  importStopping: () => "Тоқтатылуда: басталғаны аяқталғанша күтіледі. Тағы бір рет үзілсе, бірден аяқталады.",
  importInterrupted: () => "Жұмыс үзілді: дәл осыны қайта іске қосыңыз.",
  importGoes: (p) => `«${p.column}» бағаны мына өріске түседі: ${p.to}.`,
  importConstant: (p) => `Баған мән бермесе, ${p.path} мынадай: ${p.value}.`,
  importNowhere: (p) =>
    p.columns === null ? "Бағандардың бәрі пайдаланылады." : `Пайдаланылмайтын бағандар: ${p.columns}.`,
  importUnfilled: (p) =>
    p.members === null ? "Өрістердің бәрі толтырылады." : `Ештеңе толтырмайтын өрістер: ${p.members}.`,
  importKeyColumn: (p) =>
    `Әр жолдың кілті «${p.column}» бағанынан алынады: өзгертіліп қайта жіберілген жол басқа оқыс оқиға болып қабылданбайды, кері қайтарылады (409).`,
  importKeyMade: () =>
    "Әр жолдың кілті оның мазмұнынан жасалады, өйткені ешбір баған `submissionKey` өрісіне түспейді: өзгертіліп қайта жіберілген жол БАСҚА ҚҰЖАТ БОЛАДЫ.",
  importFiles: (p) => `Файлдар: ${p.count}. Құжаттар өз кілттерімен жіберіледі.`,
  importTooManyAnswers: () => "Шлюз жіберілгеннен көп құжатқа жауап берді: дәл осыны қайта іске қосыңыз.",
  importNoGateway: (p) =>
    `${p.address} мекенжайында шлюз жауап бермейді${p.why === null ? "" : ` (${p.why})`}: мекенжайды және шлюздің жұмыс істеп тұрғанын тексеріңіз.`,
  importIdle: (p) =>
    `${p.address}: он минут бойы ештеңе қабылданбады да, қайтарылмады да (${p.why}). Дәл осыны кейінірек қайта іске қосыңыз.`,
  importAnswered: (p) =>
    `${p.address}: ${p.status} деген жауап келді.${p.title === "" ? "" : ` ${p.title}`}${p.is === null ? "" : p.is === "TOKEN" ? " Токен `DABYL_TOKEN` айнымалысынан немесе `--token-file` файлынан алынады." : " `--url` шлюз мекенжайы ма, тексеріңіз."}`,
};

/** What an import says of rows and of how far it is, in each language. */
export const IMPORT_SENTENCES: Readonly<Record<Locale, typeof en>> = { en, ru, kk };
