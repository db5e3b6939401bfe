import { memo, useMemo } from "react";
import { Link } from "wouter";
import { useCommands } from "../../keyboard/commands.js";
import type { Fact, LiveState } from "../../live/state.js";
import { useSession } from "../../session/SessionContext.js";
import { useLive } from "../../session/useLive.js";
import { useStore } from "../../store.js";
import { FactRow } from "../../parts/FactRow.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading } from "../../parts/States.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { socsOf, wordsOf } from "./facts.js";
import { useSteadyRows } from "../../shared/lists/steady-rows.js";
import { NewRows } from "../../shared/lists/NewRows.js";
import styles from "./FeedPanel.module.css";

const factsOf = ({ facts }: LiveState): LiveState["facts"] => facts;
const keyOf = ({ key }: Fact): string => key;

/** What has happened, newest first. While somebody is at it, it stands still and says how much has come. */
export function FeedPanel({ socs }: { readonly socs: readonly string[] }) {
  const { wall } = useTexts();
  const all = useLive(factsOf);
  const facts = useMemo(
    () =>
      socs.length === 0 ? all : all.filter((fact) => socsOf(fact).some((code) => socs.includes(code.toUpperCase()))),
    [all, socs],
  );
  const list = useSteadyRows(facts, keyOf);
  // What happened in the last hour comes piece by piece: shown at once, it does not run through under the eyes.
  const isComing = useStore(useSession().link.state, ({ kind }) => kind === "CONNECTING");
  // Before the list's own, which has the same key.
  useCommands(
    list.waiting > 0
      ? [
          {
            id: "show new facts",
            says: wall.feed.showNew(list.waiting),
            group: "lists",
            keys: "Period",
            run: list.show,
          },
        ]
      : [],
  );
  return (
    <div className={styles.feed} data-part="feed">
      <Panel isFlush note={wall.feed.note} title={wall.feed.title}>
        <div className={styles.scrolled} {...list.handlers}>
          {list.waiting > 0 && <NewRows says={wall.feed.showNew(list.waiting)} show={list.show} />}
          {isComing ? (
            <Loading rows={6} />
          ) : list.rows.length === 0 ? (
            <Empty title={wall.feed.emptyTitle}>
              <p>{wall.feed.empty}</p>
            </Empty>
          ) : (
            <ol aria-label={wall.feed.title} className={styles.facts}>
              {list.rows.map(({ row, isNew }) => (
                <FeedRow fact={row} isNew={isNew} key={row.key} />
              ))}
            </ol>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** Of five hundred facts those that are new are drawn, not all of them with each frame. */
const FeedRow = memo(function FeedRow({ fact, isNew }: { readonly fact: Fact; readonly isNew: boolean }) {
  const texts = useTexts();
  const language = useLanguage();
  const { icon, tone, title, number, href, lines } = wordsOf(fact, texts, language);
  return (
    <FactRow at={Date.parse(fact.at)} icon={icon} isNew={isNew} title={title} tone={tone}>
      <p>
        <Link className={styles.number} href={href}>
          <Number number={number} />
        </Link>
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </FactRow>
  );
});
