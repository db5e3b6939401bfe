import type { KeyTwice } from "../../src/domain/wording/import-sentences.js";
import type { MappingFault, StartFault } from "../../src/domain/wording/mapping-sentences.js";

/** Every fault; the compiler checks that the lists are complete. */
const KEYS: Record<KeyTwice, true> = { SAME: true, KEY: true, JOINED: true };
const MAPPING: Record<MappingFault, true> = {
  OBJECT: true,
  SHEET: true,
  HEADER_ROW: true,
  JOIN_ROWS: true,
  COLUMNS: true,
  NO_COLUMN: true,
  TWICE: true,
  KEYS: true,
  JOIN_KEY: true,
  TO: true,
  PREFIX: true,
  TYPE: true,
  SEPARATORS: true,
  DATES: true,
  FORMAT: true,
  VALUES: true,
  MEANING: true,
  CONSTANTS: true,
  LEADS: true,
};
const START: Record<StartFault, true> = {
  ONE_FILE: true,
  NO_ADDRESS: true,
  ADDRESS: true,
  NO_TOKEN: true,
  TOKEN: true,
  MAPPING_OF_DOCUMENTS: true,
  NO_MAPPING: true,
};

function each<T extends string>(all: Record<T, true>): T[] {
  return Object.keys(all) as T[];
}

const path = "incidents.csv";
const address = "https://gateway.example/";

/** What the sentences of an import are about. */
export const OF_IMPORTS = {
  importKeyMissing: [{}],
  importKeyTwice: each(KEYS).map((is) => ({ is, row: "A 14" })),
  importRowWidth: [{ cells: 137, names: 141 }],
  importRowEmpty: [{}],
  importMerged: [{ cells: "B3:B7" }],
  importBelongs: [{ row: 137, said: "12.03" }],
  importCounts: [{ count: 137, column: "IOC", most: 141 }],
  importNoNumber: [{ said: "x1" }],
  importNoTime: [{ said: "01.03" }],
  importNoDate: [
    { said: "01.03", formats: "dd.MM.yyyy", is: null },
    { said: "46082", formats: "dd.MM.yyyy", is: "SERIAL" as const },
  ],
  importNoDay: [{ said: "31.02" }],
  importNoClock: [{ said: "01.04" }],
  importIndicator: [
    { said: "setup.exe", is: null },
    { said: "a.exe, b.exe", is: "SEVERAL" as const },
  ],
  importFormula: [{}],
  importFormulaError: [{ shown: "#REF!" }],
  importChanged: [{}],
  importKind: (["ALL", "FIRST"] as const).map((is) => ({ is, count: 137, rows: "3, 4, 5" })),
  importTried: [{ documents: 137, ready: 141, faulty: 149 }],
  importJudged: [{ judged: 137, refused: 141, warned: 149 }],
  importNotJudged: [{}],
  importNothingSent: [{ faulty: 137, documents: 141 }],
  importProgress: [
    { read: 137, all: null, said: "A: 7", rate: 141 },
    { read: 137, all: 149, said: "A: 7", rate: 141 },
    { read: 137, all: null, said: "", rate: 141 },
  ],
  importResults: [{ path }],
  importTrial: [{ path }],
  importFailed: [{ count: 137 }],
  importUnfinished: [{}],
  importWaits: [{ why: "503 BUSY", seconds: 137 }],
  importStopping: [{}],
  importInterrupted: [{}],
  importGoes: [{ column: "IOC", to: "card.indicators" }],
  importConstant: [{ path: "card.contours", value: '["INTERNAL"]' }],
  importNowhere: [{ columns: null }, { columns: '"X"' }],
  importUnfilled: [{ members: null }, { members: "card.note" }],
  importKeyColumn: [{ column: "ID" }],
  importKeyMade: [{}],
  importFiles: [{ count: 137 }],
  importTooManyAnswers: [{}],
  importNoGateway: [
    { address, why: null },
    { address, why: "ECONNREFUSED" },
  ],
  importIdle: [{ address, why: "ECONNRESET" }],
  importAnswered: [
    { address, status: "403 FORBIDDEN", title: "Title A.", is: null },
    { address, status: "401", title: "", is: "TOKEN" as const },
    { address, status: "404", title: "", is: "ADDRESS" as const },
  ],
  mappingUnfit: each(MAPPING).map((is) => ({ at: "columns.IOC", is })),
  mappingUnknown: [
    { at: "columns.IOC", given: "typ", meant: "type", known: "" },
    { at: "columns.IOC", given: "typ", meant: null, known: '"to", "type"' },
  ],
  mappingMembers: [{ at: "columns.IOC.to", known: '"a", "b"' }],
  mappingNotJson: [{ file: "m.json", why: "Unexpected end" }],
  importStart: each(START).map((is) => ({ is })),
  importOption: [{ option: "--language", known: "kk, ru, en" }],
  importOptionUnknown: [{ why: "--lang" }],
  importNothingAt: [{ path }],
  importNoTable: [{ path }],
  importUnreadable: [{ path, why: "EACCES" }],
  importUnwritable: [{ path, why: "EBUSY" }],
  importTrialCut: [{ path, why: "EROFS" }],
  importResultsCut: [{ path, why: "ENOSPC" }],
  importEmpty: [{ path }],
  importEmptyFolder: [{ path: "cards" }],
  importTooLarge: [{ path }],
  importCsvRow: [
    { path, row: 137, why: null },
    { path, row: 137, why: "Invalid" },
  ],
  importEncoding: [{ path, encoding: "UTF-8", line: 137 }],
  importNoHeader: [{ row: 137 }],
  importHeaderEmpty: [{ row: 137 }],
  importHeaderMerged: [{ row: 137, cells: "B3:B7" }],
  importColumnMissing: [
    { row: 137, column: "IOC", meant: null, known: '"X"' },
    { row: 137, column: "IOC", meant: "IOCS", known: "" },
  ],
  importColumnTwice: [{ column: "IOC" }],
  importNoWorkbook: [{ path, why: "xl/workbook.xml" }],
  importWorkbookLocked: [{ path }],
  importSheets: [
    { path, sheets: '"A", "B"', wanted: null },
    { path, sheets: '"A", "B"', wanted: "C" },
  ],
  importWorkbookTooLarge: [{ path, most: 137 }],
  importWorkbookDamaged: [{ path, row: 137, why: "Unexpected end" }],
} as const;
