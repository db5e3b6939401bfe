import { useState } from "react";
import { useRowKeys } from "../src/keyboard/useRowKeys.js";
import { Clock } from "../src/parts/Clock.js";
import { DataTable } from "../src/parts/DataTable.js";
import { ChronicleRow, FactRow } from "../src/parts/FactRow.js";
import { KeyHints } from "../src/parts/KeyHint.js";
import { Number } from "../src/parts/Numbers.js";
import { Panel } from "../src/parts/Panel.js";
import { Severity, type Level } from "../src/parts/Severity.js";
import { Empty, Loading, Refused } from "../src/parts/States.js";
import { Segmented, Tabs } from "../src/parts/Tabs.js";
import { useRows } from "../src/parts/useRows.js";
import { useTexts } from "../src/texts/TextsContext.js";
import { DAY, HOUR, MINUTE, SECOND } from "../src/time/almaty.js";
import styles from "./PartsPage.module.css";
import { NOW } from "./world.js";

interface Row {
  readonly number: string;
  readonly level: Level | null;
  readonly rule: "R9.2" | "R9.3" | "RA.1" | "R9.5";
  readonly left: number;
}

const ROWS: readonly Row[] = [
  { number: "DEMO-WATER-2026-0007", level: "HIGH", rule: "R9.2", left: -378 * SECOND },
  { number: "DEMO-GOV-2026-0011", level: "MEDIUM", rule: "R9.3", left: -41 * MINUTE },
  { number: "DEMO-HEALTH-2026-0004", level: "UNDETERMINED", rule: "RA.1", left: 161 * SECOND },
  { number: "NOTIFICATION-2026-0034", level: null, rule: "R9.5", left: 31 * HOUR },
];

/** Tables, feeds, tabs, and what stands where there is nothing. */
export function Lists() {
  const { shell, words } = useTexts();
  const walk = useRows(ROWS.map(({ number }) => number));
  useRowKeys(walk);
  const [tab, setTab] = useState<"card" | "deliveries" | "receipts">("card");
  const [mode, setMode] = useState<"open" | "all">("all");
  return (
    <>
      <div className={styles.columns}>
        <Panel
          acts={
            <Segmented
              choices={[
                { key: "open", label: words.standings.RUNNING, count: 6 },
                { key: "all", label: shell.states.showMore },
              ]}
              chosen={mode}
              label={shell.acts.filter}
              onChoose={setMode}
            />
          }
          isFlush
          note="DataTable, useRows"
          title={shell.sections.terms}
        >
          <DataTable
            columns={[
              { key: "number", name: words.incident, cell: ({ number }) => <Number number={number} /> },
              {
                key: "level",
                name: words.levelUnknown,
                isPlain: true,
                cell: ({ level }) => <Severity level={level} />,
              },
              { key: "duty", name: shell.sections.terms, cell: ({ rule }) => words.duties[rule].short },
              {
                key: "left",
                name: words.left,
                isNumber: true,
                cell: ({ left }) => <Clock dueAt={NOW + left} isDueSoon={left < HOUR} now={NOW} size="large" />,
              },
            ]}
            href={({ number }) => `#${number}`}
            isNew={({ level }) => level === "UNDETERMINED"}
            label={shell.sections.terms}
            rowKey={({ number }) => number}
            rows={ROWS}
            walk={walk.row}
          />
          <KeyHints
            hints={[
              { keys: ["J", "K"], does: shell.keyboard.row },
              { keys: ["Enter"], does: shell.keyboard.openRow },
              { keys: ["?"], does: shell.keyboard.help },
            ]}
          />
        </Panel>
        <Panel isFlush note="FactRow" title="Feed">
          <ul>
            <FactRow at={NOW - 9 * SECOND} icon="message" isNew title={words.incidentFacts.REPORTED}>
              <p>DEMO-HEALTH-2026-0009</p>
              <p>{words.levels.LOW} · DoS</p>
            </FactRow>
            <FactRow at={NOW - 7 * MINUTE} icon="overdue" title={words.obligationFacts.OVERDUE} tone="late">
              <p>DEMO-WATER-2026-0007</p>
            </FactRow>
            <FactRow at={NOW - 20 * MINUTE} icon="met" title={words.incidentFacts.OWNER_ACKNOWLEDGED} tone="met" />
          </ul>
        </Panel>
        <Panel note="ChronicleRow" title="Chronicle">
          <ol>
            <ChronicleRow at={NOW} icon="card" now={NOW} title={words.incidentFacts.CARD_AMENDED}>
              <p>DEMO-WATER</p>
            </ChronicleRow>
            <ChronicleRow
              at={NOW - DAY}
              icon="metLate"
              now={NOW}
              title={words.incidentFacts.OWNER_NOTIFIED}
              tone="late"
            />
            <ChronicleRow at={NOW - DAY - HOUR} icon="message" now={NOW} title={words.incidentFacts.REPORTED} />
          </ol>
        </Panel>
      </div>
      <Panel isFlush note="Tabs" title="Tabs">
        <Tabs
          chosen={tab}
          label={words.incident}
          onChoose={setTab}
          tabs={[
            { key: "card", label: words.duties["R9.3"].short },
            { key: "deliveries", label: shell.sections.deliveries, count: 1 },
            { key: "receipts", label: shell.sections.notifications, count: 4 },
          ]}
        >
          <Empty title={tab} />
        </Tabs>
      </Panel>
      <div className={styles.columns}>
        <Panel isFlush title="Empty">
          <Empty title={shell.keyboard.paletteEmpty}>{shell.keyboard.singleLettersHelp}</Empty>
        </Panel>
        <Panel isFlush title="Loading">
          <Loading rows={3} />
        </Panel>
        <Panel isFlush title="Refused">
          <Refused message={shell.errors.busy} onRetry={() => undefined} requestId="01JNB3" />
        </Panel>
      </div>
    </>
  );
}
