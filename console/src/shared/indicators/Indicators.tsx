import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Faults, NamedFault } from "../../forms/useFaults.js";
import { Button } from "../../parts/Button.js";
import { FaultList, fieldId } from "../../parts/Field.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { IndicatorRow } from "./IndicatorRow.js";
import { type IndicatorDraft, linesOf } from "./indicators.js";
import styles from "./Indicators.module.css";

/** A line's height in pixels, as guessed before it is drawn. */
const LINE = 44;
/** Lines that are drawn at once: with more, only those in sight are. */
const DRAWN = 100;

const EMPTY: IndicatorDraft = { value: "", type: null };

/** Indicators, one to a line, with what each is taken for. A list that is pasted becomes as many lines. */
export function Indicators({
  name,
  label,
  kazakh,
  indicators,
  faults,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly kazakh: string;
  readonly indicators: readonly IndicatorDraft[];
  readonly faults: Faults;
  readonly onChange: (indicators: readonly IndicatorDraft[]) => void;
}) {
  const { card } = useTexts();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  // The last line is always an empty one, to go on in.
  const lines = [...indicators, EMPTY];
  const [wanted, want] = useState<{ readonly place: number } | null>(null);
  const isLong = lines.length > DRAWN;
  const faulty = new Set(isLong ? faults.within(name).flatMap((fault) => placeOf(fault, name)) : []);
  // oxlint-disable-next-line react/incompatible-library -- it changes what it gives in place; nothing here is memoized
  const virtual = useVirtualizer({
    count: isLong ? lines.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 10,
    // Lines with faults are always there, F8 comes to them; and the one that the focus goes to.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...faulty, ...(wanted ? [wanted.place] : [])])]
        .filter((place) => place < lines.length)
        .toSorted((a, b) => a - b),
  });

  const focus = (place: number): void => want({ place });
  useEffect(() => {
    if (wanted) document.getElementById(fieldId(`${name}.${wanted.place}.value`))?.focus();
  }, [name, wanted]);
  const change = (place: number, line: IndicatorDraft): void => {
    const next = place === indicators.length ? [...indicators, line] : indicators.with(place, line);
    onChange(next.filter((one, at) => one.value !== "" || at === place));
  };
  const paste = (event: ClipboardEvent, place: number): void => {
    const pasted = linesOf(event.clipboardData.getData("text"));
    if (pasted.length < 2) return;
    event.preventDefault();
    onChange(indicators.toSpliced(place, indicators[place]?.value === "" ? 1 : 0, ...pasted));
    focus(place + pasted.length);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, place: number): void => {
    // What is being composed takes its keys itself.
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === "ArrowDown") focus(Math.min(place + 1, indicators.length));
    else if (event.key === "ArrowUp") focus(Math.max(0, place - 1));
    else if (event.key === "Backspace" && event.currentTarget.value === "" && place > 0) focus(place - 1);
    else return;
    event.preventDefault();
  };

  const row = (place: number) => (
    <IndicatorRow
      faults={faults.within(`${name}.${place}`)}
      key={place}
      line={lines[place] ?? EMPTY}
      name={`${name}.${place}`}
      onChange={(line) => change(place, line)}
      onKeyDown={(event) => press(event, place)}
      onPaste={(event) => paste(event, place)}
      onRemove={place < indicators.length ? () => onChange(indicators.toSpliced(place, 1)) : null}
      place={place}
    />
  );
  const own = faults.at(name);
  return (
    <fieldset className={styles.field} data-fault={own.length > 0 || undefined} id={fieldId(name)} tabIndex={-1}>
      <legend>
        <b>{label}</b>
        {language !== "kk" && <span lang="kk">{kazakh}</span>}
      </legend>
      {own.length > 0 && <FaultList faults={own} kind="fault" />}
      <div aria-hidden className={styles.heads}>
        <span>{card.indicators.typed}</span>
        <span>{card.indicators.type}</span>
        <span>{card.indicators.understood}</span>
      </div>
      <div className={styles.lines} data-long={isLong || undefined} ref={box}>
        {isLong ? (
          <div className={styles.whole} style={{ blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => (
              <div
                className={styles.placed}
                data-index={index}
                key={index}
                ref={virtual.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row(index)}
              </div>
            ))}
          </div>
        ) : (
          lines.map((_, place) => row(place))
        )}
      </div>
      <div className={styles.foot}>
        <span>{card.indicators.help}</span>
        {indicators.length > 0 && <b>{card.indicators.count(indicators.length)}</b>}
        {isLong && (
          <Button isSmall onPress={() => focus(indicators.length)}>
            {card.indicators.add}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The line that a fault is about, none where it is about all. */
function placeOf(fault: NamedFault, name: string): readonly number[] {
  const place = fault.name.slice(name.length + 1).split(".")[0];
  return place ? [Number(place)] : [];
}
