import { type ReactNode, useMemo } from "react";
import { useSearchParams } from "wouter";
import { useCommands } from "../../keyboard/commands.js";
import { useRowKeys } from "../../keyboard/useRowKeys.js";
import { MOST_ROWS } from "../../session/reading.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { searchKeys } from "../../parts/search-keys.js";
import { TextField } from "../../parts/TextFields.js";
import { useRows } from "../../parts/useRows.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeNumber } from "../../time/numbers.js";
import styles from "./Registers.module.css";
import { type Register, searched } from "./registers.js";

interface Props<Row> {
  readonly title: string;
  readonly register: Register<Row>;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly keyOf: (row: Row) => string;
  readonly href: (row: Row) => string;
  /** By what a row is found. */
  readonly textOf: (row: Row) => string;
  readonly acts?: ReactNode;
  /** Beside the search. */
  readonly filter?: ReactNode;
  /** Where the register has nothing, or nothing that the filter lets through. */
  readonly empty: { readonly title: string; readonly why: string };
}

/** A register as a list that is searched as one types, in the address too: going back comes to the same rows. */
export function RegisterList<Row>({ title, register, columns, keyOf, href, textOf, acts, filter, empty }: Props<Row>) {
  const { administration, shell } = useTexts();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const typed = params.get("q") ?? "";
  const all = register.state === "READY" ? register.data.rows : NONE;
  const rows = useMemo(() => searched(all, typed, textOf), [all, typed, textOf]);
  const walk = useRows(useMemo(() => rows.map(keyOf), [rows, keyOf]));
  const search = (value: string): void =>
    setParams(
      (before) => {
        if (value === "") before.delete("q");
        else before.set("q", value);
        return before;
      },
      { replace: true },
    );
  useRowKeys(walk);
  useCommands([{ id: "search", says: shell.keyboard.search, group: "lists", keys: "Slash", run: focusSearch }]);
  return (
    <Panel
      acts={acts}
      isFlush
      note={register.state === "READY" ? administration.shown(rows.length) : undefined}
      title={title}
    >
      <div className={styles.search} data-part="search">
        <TextField
          label={administration.searchLabel}
          name="search"
          onChange={search}
          onKeyDown={searchKeys(typed, () => search(""))}
          type="search"
          value={typed}
        />
        {filter}
      </div>
      {register.state === "LOADING" ? (
        <Loading />
      ) : register.state === "REFUSED" ? (
        <Refused message={register.says} onRetry={register.tryAgain} requestId={register.requestId} />
      ) : rows.length === 0 ? (
        typed === "" ? (
          <Empty title={empty.title}>{empty.why}</Empty>
        ) : (
          <Empty title={administration.nothingFound} />
        )
      ) : (
        <DataTable columns={columns} href={href} label={title} rowKey={keyOf} rows={rows} walk={walk.row} />
      )}
      {register.state === "READY" && !register.data.isWhole && (
        <p className={styles.more}>{administration.notAll(writeNumber(MOST_ROWS, language))}</p>
      )}
    </Panel>
  );
}

const NONE: readonly never[] = [];

function focusSearch(): void {
  document.querySelector<HTMLElement>('[data-part="search"] input')?.focus();
}
