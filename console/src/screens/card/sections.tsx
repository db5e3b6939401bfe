import { ChoiceGroup, ChoicesGroup } from "../../parts/ChoiceGroup.js";
import { DateField, DateTimeField } from "../../parts/DateTimeField.js";
import { LevelPicker } from "../../parts/LevelPicker.js";
import { TextArea } from "../../parts/TextFields.js";
import { useTexts } from "../../texts/TextsContext.js";
import { NotificationsField } from "../../shared/incident-form/NotificationsField.js";
import { ObjectsField } from "../../shared/incident-form/ObjectsField.js";
import { TypeField } from "../../shared/incident-form/TypeField.js";
import { useLimits } from "../../shared/incident-form/useLimits.js";
import styles from "./Card.module.css";
import { Indicators } from "../../shared/indicators/Indicators.js";
import { EarlierIncident } from "./EarlierIncident.js";
import type { CardKit } from "./kit.js";
import { useChoices } from "./useChoices.js";

/** Date of registration, level, type and scale. */
export function Registration({ kit: { draft, field, set, now } }: { readonly kit: CardKit }) {
  const { card, form } = useTexts();
  const scales = useChoices("IncidentScale");
  const { severity } = draft;
  const level = severity && form.choices.Severity[severity];
  return (
    <>
      <DateField
        {...field("registeredOn")}
        isRequired
        now={now}
        onChange={(registeredOn) => set({ registeredOn })}
        value={draft.registeredOn}
      />
      <LevelPicker
        {...field("severity")}
        help={level && `${card.levelFull(level.criteria)}${severity === "UNDETERMINED" ? ` ${form.reviewNote}` : ""}`}
        isRequired
        onChange={(chosen) => set({ severity: chosen })}
        value={severity}
      />
      <TypeField {...field("type")} onChange={(type) => set({ type })} value={draft.type} />
      <ChoiceGroup
        {...field("scale")}
        choices={scales}
        isRequired
        onChange={(scale) => set({ scale })}
        value={draft.scale}
      />
    </>
  );
}

/** When it occurred and was confirmed, whether it is new, and its indicators. */
export function Details({ kit }: { readonly kit: CardKit }) {
  const { draft, field, set, now, faults } = kit;
  const recurrences = useChoices("Recurrence");
  return (
    <>
      <div className={styles.pair}>
        <DateTimeField
          {...field("occurredAt")}
          isRequired
          now={now}
          onChange={(occurredAt) => set({ occurredAt })}
          value={draft.occurredAt}
        />
        <DateTimeField
          {...field("confirmedAt")}
          isRequired
          now={now}
          onChange={(confirmedAt) => set({ confirmedAt })}
          value={draft.confirmedAt}
        />
      </div>
      <ChoiceGroup
        {...field("recurrence")}
        choices={recurrences}
        isRequired
        onChange={(recurrence) => set({ recurrence })}
        value={draft.recurrence}
      />
      {(draft.recurrence === "REPEAT" || draft.earlierIncidentNumber !== "") && <EarlierIncident kit={kit} />}
      <Indicators
        {...field("indicators")}
        faults={faults}
        indicators={draft.indicators}
        onChange={(indicators) => set({ indicators })}
      />
    </>
  );
}

/** Sign, contours, what happened, and its consequences. */
export function Nature({ kit: { draft, field, set } }: { readonly kit: CardKit }) {
  const { text } = useLimits();
  const signs = useChoices("IncidentSign");
  const contours = useChoices("NetworkContour");
  const consequences = useChoices("Consequence");
  return (
    <>
      <ChoiceGroup
        {...field("sign")}
        choices={signs}
        isRequired
        onChange={(sign) => set({ sign })}
        value={draft.sign}
      />
      <ChoicesGroup
        {...field("contours")}
        choices={contours}
        isRequired
        onChange={(chosen) => set({ contours: chosen })}
        value={draft.contours}
      />
      <TextArea
        {...field("nature")}
        isRequired
        limit={text}
        onChange={(nature) => set({ nature })}
        rows={4}
        value={draft.nature}
      />
      <ChoicesGroup
        {...field("consequences")}
        choices={consequences}
        isRequired
        onChange={(chosen) => set({ consequences: chosen })}
        value={draft.consequences}
      />
    </>
  );
}

/** What it harmed. */
export function Objects({ kit: { draft, field, set, faults } }: { readonly kit: CardKit }) {
  const { report } = useTexts();
  return (
    <ObjectsField
      {...field("affectedObjects")}
      faults={faults}
      isLabelHidden
      help={report.fields.objectsHelp}
      objects={draft.affectedObjects}
      onChange={(affectedObjects) => set({ affectedObjects, typedObject: "" })}
      onType={(typedObject) => set({ typedObject })}
      typed={draft.typedObject}
    />
  );
}

/** What was done about it, and what else is to be said. */
export function Measures({ kit: { draft, field, set } }: { readonly kit: CardKit }) {
  const { report } = useTexts();
  const { text } = useLimits();
  return (
    <>
      <TextArea
        {...field("measures")}
        isRequired
        limit={text}
        onChange={(measures) => set({ measures })}
        rows={4}
        value={draft.measures}
      />
      <TextArea
        {...field("note")}
        help={report.fields.optional}
        limit={text}
        onChange={(note) => set({ note })}
        rows={3}
        value={draft.note}
      />
    </>
  );
}

/** Notifications that led to it: the card answers them. */
export function Links({ kit: { draft, set, faults } }: { readonly kit: CardKit }) {
  const { report } = useTexts();
  return (
    <NotificationsField
      faults={faults}
      help={report.fields.notificationsHelp}
      label={report.fields.notifications}
      name="notificationIds"
      numbers={draft.notificationIds}
      onChange={(notificationIds) => set({ notificationIds })}
    />
  );
}
