import type { Locale } from "./wording.js";

/** What became of a document of an import. */
export type ImportStatus = "accepted" | "repeated" | "pending" | "failed" | "refused" | "faulty";

/** How an import names places and counts, which stand in no sentence of their own. */
interface ImportWords {
  row(row: number): string;
  cell(row: number, column: string): string;
  unfilled(row: number, member: string): string;
  line(file: string, line: number, column: number): string;
  readonly warning: string;
  /** Why there was no answer, where the system has no code for it. */
  readonly cutOff: string;
  readonly silent: string;
  readonly statuses: Readonly<Record<ImportStatus, string>>;
}

export const IMPORT_WORDS: Readonly<Record<Locale, ImportWords>> = {
  en: {
    row: (row) => `row ${row}`,
    cell: (row, column) => `row ${row}, column "${column}"`,
    unfilled: (row, member) => `row ${row}, ${member} (no column goes there)`,
    line: (file, line, column) => `${file}, line ${line}, column ${column}`,
    warning: "warning",
    cutOff: "the answer was cut off",
    silent: "nothing moved for five minutes",
    statuses: {
      accepted: "accepted",
      repeated: "repeated",
      pending: "pending",
      failed: "failed",
      refused: "refused",
      faulty: "faulty",
    },
  },
  ru: {
    row: (row) => `строка ${row}`,
    cell: (row, column) => `строка ${row}, столбец «${column}»`,
    unfilled: (row, member) => `строка ${row}, ${member} (ни один столбец туда не попадает)`,
    line: (file, line, column) => `${file}, строка ${line}, позиция ${column}`,
    warning: "предупреждение",
    cutOff: "ответ оборвался",
    silent: "за пять минут ничего не передано",
    statuses: {
      accepted: "принято",
      repeated: "повторено",
      pending: "принято, квитанция не готова",
      failed: "сбой шлюза",
      refused: "отклонено",
      faulty: "с ошибками",
    },
  },
  kk: {
    row: (row) => `жол ${row}`,
    cell: (row, column) => `жол ${row}, баған «${column}»`,
    unfilled: (row, member) => `жол ${row}, ${member} (оған ешбір баған түспейді)`,
    line: (file, line, column) => `${file}, жол ${line}, орын ${column}`,
    warning: "ескерту",
    cutOff: "жауап үзіліп қалды",
    silent: "бес минут бойы ештеңе берілмеді",
    statuses: {
      accepted: "қабылданды",
      repeated: "қайталанды",
      pending: "қабылданды, түбіртегі дайын емес",
      failed: "шлюз іркілісі",
      refused: "қабылданбады",
      faulty: "қатесі бар",
    },
  },
};
