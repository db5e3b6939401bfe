import { useState } from "react";
import { useFaultKeys } from "../src/keyboard/useFaultKeys.js";
import { ChoiceGroup, ChoicesGroup } from "../src/parts/ChoiceGroup.js";
import type { Option } from "../src/parts/combo-options.js";
import { ComboBox, Picks } from "../src/parts/ComboBox.js";
import { DateField, DateTimeField } from "../src/parts/DateTimeField.js";
import { DraftBadge } from "../src/parts/DraftBadge.js";
import { LevelPicker } from "../src/parts/LevelPicker.js";
import { Panel } from "../src/parts/Panel.js";
import { Receipt } from "../src/parts/Receipt.js";
import type { Level } from "../src/parts/Severity.js";
import { TextArea, TextField } from "../src/parts/TextFields.js";
import { ViolationSummary } from "../src/parts/ViolationSummary.js";
import { useTexts } from "../src/texts/TextsContext.js";
import styles from "./PartsPage.module.css";
import { NOW } from "./world.js";

const OBJECTS: readonly Option[] = [
  { value: "DEMO-CANAL", label: "Насосные станции канала", detail: "DEMO-CANAL" },
  { value: "DEMO-GRID", label: "Электр желісін басқару жүйесі", detail: "DEMO-GRID" },
  { value: "DEMO-PORTAL", label: "Imaginary services portal", detail: "DEMO-PORTAL" },
];
const KEY = "c7f0a1b2-0000-4000-8000-0000000019be";
const HASH = "9f2b6d0c41aa77e10b7f10e41a9f2b6d0c41aa77e10b7f10e41a9f2b6d0c41aa";

/** Everything that is filled in, with faults and without. */
export function Fields() {
  const { parts, shell, words } = useTexts();
  useFaultKeys();
  const [text, setText] = useState("");
  const [at, setAt] = useState("02.03.2026 03:05:00");
  const [wrongAt, setWrongAt] = useState("25:99");
  const [date, setDate] = useState("02.03.2026");
  const [level, setLevel] = useState<Level | null>("HIGH");
  const [sign, setSign] = useState<"NEW" | "REPEAT" | null>("NEW");
  const [means, setMeans] = useState<readonly string[]>(["TELEPHONE", "LETTER"]);
  const [object, setObject] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const faults = [{ rule: "F2", message: parts.dateTimeUnread }];
  const now = (): number => NOW;
  return (
    <div className={styles.columns}>
      <Panel note="TextField, TextArea, DateTimeField, DateField, ComboBox" title="Fields">
        <div className={styles.form}>
          <ViolationSummary
            faults={[
              { rule: "F2", message: parts.dateTimeUnread, field: { name: "wrong", label: words.object } },
              { rule: "F13", message: shell.errors.notFound, field: null },
            ]}
          />
          <TextField
            help={shell.signIn.tokenHelp}
            kazakh="Оқыс оқиғаның нөмірі"
            label={words.incident}
            name="number"
            onChange={setText}
            value={text}
          />
          <DateTimeField
            isRequired
            kazakh="Растау күні мен уақыты"
            label={parts.receipt.receivedAt}
            name="at"
            now={now}
            onChange={setAt}
            value={at}
          />
          <DateTimeField
            faults={faults}
            label={words.object}
            name="wrong"
            now={now}
            onChange={setWrongAt}
            value={wrongAt}
          />
          <DateField
            label={parts.today}
            name="date"
            now={now}
            onChange={setDate}
            value={date}
            warnings={[{ rule: "L3", message: shell.sending.warnings }]}
          />
          <ComboBox
            label={words.object}
            name="object"
            onPick={setObject}
            onType={setTyped}
            options={OBJECTS}
            typed={typed}
            value={object}
          />
          <Picks label={words.object} onRemove={() => undefined} picks={OBJECTS} />
          <TextArea
            help={shell.keyboard.singleLettersHelp}
            kazakh="Сипаты"
            label={words.notification}
            limit={20}
            name="text"
            onChange={setText}
            value={text}
          />
        </div>
      </Panel>
      <Panel note="LevelPicker, ChoiceGroup, ChoicesGroup" title="Choices">
        <div className={styles.form}>
          <LevelPicker
            kazakh="Маңыздылық деңгейі"
            label={words.levelUnknown}
            name="level"
            onChange={setLevel}
            value={level}
          />
          <ChoiceGroup
            choices={[
              { value: "NEW", label: words.incidentFacts.REPORTED, kazakh: "Жаңа" },
              { value: "REPEAT", label: words.incidentFacts.CARD_AMENDED, kazakh: "Қайта" },
            ]}
            kazakh="Қайта / жаңа"
            label={words.incident}
            name="recurrence"
            onChange={setSign}
            value={sign}
          />
          <ChoicesGroup
            choices={Object.entries(words.ownerChannels).map(([value, label]) => ({ value, label }))}
            faults={[{ rule: "F5", message: shell.errors.refused }]}
            label={words.duties["R9.2"].full}
            name="means"
            onChange={setMeans}
            value={means}
          />
        </div>
      </Panel>
      <Panel note="DraftBadge, Receipt" title="Kept and sent">
        <div className={styles.form}>
          <DraftBadge savedAt={NOW} state="SAVED" submissionKey={KEY} />
          <DraftBadge savedAt={NOW} state="SAVING" submissionKey={KEY} />
          <DraftBadge savedAt={null} state="NOT_SAVED" submissionKey={KEY} />
          <Receipt
            receipt={{
              receivedAt: new Date(NOW).toISOString(),
              position: 18_412,
              entryHash: HASH,
              contentHash: HASH,
              submissionKey: KEY,
            }}
          />
        </div>
      </Panel>
    </div>
  );
}
