import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { classes } from "./classes.js";
import styles from "./Tabs.module.css";

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** How many things are in it. */
  readonly count?: number | undefined;
}

/** Tabs with the panel of the chosen one beneath (APG): arrows, Home and End move, and choose at once. */
export function Tabs<Key extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // Where there is little room the bar scrolls: the chosen one is in sight, and the page stays where it is.
  useEffect(() => {
    const bar = list.current;
    const tab = bar?.querySelector<HTMLElement>(`[data-key="${chosen}"]`);
    if (bar && tab) bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ key }) => key === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div aria-label={label} className={styles.tabs} ref={list} role="tablist">
        {tabs.map(({ key, label: name, count }) => (
          <button
            aria-controls={key === chosen ? `${id}-panel` : undefined}
            aria-selected={key === chosen}
            className={classes(styles.tab, key === chosen && styles.chosen)}
            data-key={key}
            id={`${id}-${key}`}
            key={key}
            onClick={() => onChoose(key)}
            onKeyDown={onKeyDown}
            role="tab"
            tabIndex={key === chosen ? 0 : -1}
            type="button"
          >
            {name}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        ))}
      </div>
      <div aria-labelledby={`${id}-${chosen}`} className={styles.panel} id={`${id}-panel`} role="tabpanel" tabIndex={0}>
        {children}
      </div>
    </div>
  );
}

/** A few ways to see the same, one of which is chosen: radios that look like one bar. */
export function Segmented<Key extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly choices: readonly Tab<Key>[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.segmented}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map(({ key, label: text, count }) => (
        <label className={classes(styles.segment, key === chosen && styles.on)} key={key}>
          <input
            checked={key === chosen}
            className="visually-hidden"
            name={name}
            onChange={() => onChoose(key)}
            type="radio"
            value={key}
          />
          {text}
          {count !== undefined && ` ${count}`}
        </label>
      ))}
    </fieldset>
  );
}
