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
  readonly statuses: Readonly<Record<ImportStatus, string>>;
}

export const IMPORT_WORDS: Readonly<Record<Locale, ImportWords>> = {
  en: {
    row: (row) => `row ${row}`,
    cell: (row, column) => `row ${row}, column "${column}"`,
    unfilled: (row, member) => `row ${row}, ${member} (no column goes there)`,
    line: (file, line, column) => `${file}, line ${line}, column ${column}`,
    warning: "warning",
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
    unfilled: (row, member) => `строка ${row}, ${member} (ни один столбец туда не идёт)`,
    line: (file, line, column) => `${file}, строка ${line}, позиция ${column}`,
    warning: "предупреждение",
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
