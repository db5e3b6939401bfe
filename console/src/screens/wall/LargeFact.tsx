import { useEffect, useRef, useState } from "react";
import { Icon } from "../../parts/Icon.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Alarm } from "../../live/alarms.js";
import { saysOf } from "./AlarmBar.js";
import styles from "./LargeFact.module.css";

/** Milliseconds for which an alarm stands large on a wall of monitors. */
const STANDS = 10_000;

/** A level 4 or an owner's lapsed term, large and once, for who stands far from the monitors. The announcer says it by ear. */
export function LargeFact({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const texts = useTexts();
  const shown = useRef<ReadonlySet<string>>(new Set());
  const [alarm, show] = useState<Alarm | null>(null);
  useEffect(() => {
    const fresh = alarms.find(
      (one) => !shown.current.has(one.key) && (one.kind === "HIGH" || one.duty.rule === "R9.2"),
    );
    shown.current = new Set([...shown.current, ...alarms.map(({ key }) => key)]);
    if (!fresh) return;
    show(fresh);
  }, [alarms]);
  useEffect(() => {
    if (!alarm) return undefined;
    const timer = setTimeout(() => show(null), STANDS);
    return () => clearTimeout(timer);
  }, [alarm]);
  if (!alarm) return null;
  return (
    <div aria-hidden className={styles.large}>
      <Icon name={alarm.kind === "HIGH" ? "level" : "overdue"} size={24} />
      <span>{saysOf(alarm, texts)}</span>
    </div>
  );
}
