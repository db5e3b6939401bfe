import { useEffect, useMemo, useRef } from "react";
import { useLocation, useParams, useSearch } from "wouter";
import { Page } from "../../page/Page.js";
import { useCommands } from "../../keyboard/commands.js";
import { ButtonLink } from "../../parts/Button.js";
import { classes } from "../../parts/classes.js";
import { copyText } from "../../parts/Numbers.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useMay, usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { hrefOf, isWaiting } from "./box.js";
import { BoxList } from "./BoxList.js";
import styles from "./Notifications.module.css";
import { Thread } from "./Thread.js";
import { useBox } from "./useBox.js";

/** A SOC's inbox, or the centre's outbox, with what is chosen of it beside; on a telephone one or the other. */
export function Notifications() {
  const { inbox, shell } = useTexts();
  const { number: given } = useParams<{ number?: string }>();
  const number = given?.toUpperCase() ?? null;
  const search = useSearch();
  const [, go] = useLocation();
  const isCentre = usePerson().party.__typename === "NationalCentre";
  const mayNotify = useMay("notify");
  const box = useBox();
  const isAll = new URLSearchParams(search).get("show") === "all";
  const rows = box.state === "READY" ? box.rows : null;
  const waiting = useMemo(() => rows?.filter((row) => isWaiting(row, isCentre)) ?? [], [rows, isCentre]);
  const open = (next: string | null): void => go(hrefOf(next, search));
  const before = useRef(number);
  useEffect(() => {
    const left = before.current;
    before.current = number;
    // Back from where the focus was: to the row that one came from, or to the heading where that has gone.
    if (number !== null || left === null || document.activeElement !== document.body) return;
    const row = document.querySelector<HTMLElement>(`main li a[href^="${hrefOf(left, "")}"]`);
    (row ?? document.querySelector<HTMLElement>("main h1"))?.focus();
  }, [number]);
  useCommands(
    number === null
      ? []
      : [
          { id: "back", says: shell.acts.back, group: "lists", keys: "Escape", run: () => open(null) },
          {
            id: "copy",
            says: shell.keyboard.copyNumber,
            group: "lists",
            keys: "KeyC",
            run: () => void copyText(number),
          },
        ],
  );
  return (
    <Page
      acts={
        number === null && mayNotify ? (
          <ButtonLink href="/notify" kind="primary">
            {shell.sections.notify}
          </ButtonLink>
        ) : null
      }
      isUntitled={number !== null}
      title={number ?? inbox.title}
    >
      <div className={classes(styles.both, number !== null && styles.open)}>
        <div className={styles.list}>
          {box.state === "LOADING" && <Loading rows={8} />}
          {box.state === "REFUSED" && <Refused message={box.says} onRetry={box.tryAgain} requestId={box.requestId} />}
          {box.state === "READY" && (
            <BoxList
              all={box.rows}
              chosen={number}
              isAll={isAll}
              isCentre={isCentre}
              more={box.more}
              onShow={(all) => go(hrefOf(number, all ? "show=all" : ""))}
              search={search}
              waiting={waiting}
            />
          )}
        </div>
        <div className={styles.thread}>
          {number === null ? (
            box.state === "READY" && box.rows.length > 0 && <Empty title={inbox.choose}>{inbox.chooseWhy}</Empty>
          ) : (
            <Thread key={number} number={number} onBack={() => open(null)} />
          )}
        </div>
      </div>
    </Page>
  );
}
