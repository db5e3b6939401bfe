import type { ClipboardEvent, KeyboardEvent } from "react";
import type { IndicatorType } from "../../operations/generated.js";
import { IconButton } from "../../parts/Button.js";
import { FaultList, fieldId } from "../../parts/Field.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type IndicatorDraft, typeOf, understood } from "./indicators.js";
import styles from "./Indicators.module.css";

/** One indicator: what was typed, its type, and what it is understood as. */
export function IndicatorRow({
  name,
  place,
  line,
  faults,
  onChange,
  onKeyDown,
  onPaste,
  onRemove,
}: {
  readonly name: string;
  readonly place: number;
  readonly line: IndicatorDraft;
  readonly faults: readonly { readonly rule: string; readonly message: string }[];
  readonly onChange: (line: IndicatorDraft) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { card, form } = useTexts();
  const isFaulty = faults.length > 0;
  const meant = understood(line.value);
  return (
    <div className={styles.row} data-faulty={isFaulty || undefined}>
      <input
        aria-describedby={isFaulty ? `${fieldId(name)}-faults` : undefined}
        aria-invalid={isFaulty || undefined}
        aria-label={card.indicators.valueOf(place + 1)}
        autoCapitalize="off"
        autoComplete="off"
        className={styles.value}
        id={fieldId(`${name}.value`)}
        onChange={(event) => onChange({ ...line, value: event.target.value })}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        spellCheck={false}
        value={line.value}
      />
      {line.value !== "" && (
        <>
          <select
            aria-label={card.indicators.typeOf(place + 1)}
            className={styles.type}
            id={fieldId(`${name}.type`)}
            onChange={(event) => onChange({ ...line, type: event.target.value as IndicatorType })}
            value={typeOf(line)}
          >
            {Object.entries(form.choices.IndicatorType).map(([type, { label }]) => (
              <option key={type} value={type}>
                {label}
              </option>
            ))}
          </select>
          <span className={styles.understood}>{meant}</span>
          {onRemove && <IconButton icon="close" label={card.indicators.remove(place + 1)} onPress={onRemove} />}
        </>
      )}
      {isFaulty && (
        <div className={styles.faults}>
          <FaultList faults={faults} id={`${fieldId(name)}-faults`} kind="fault" />
        </div>
      )}
    </div>
  );
}
