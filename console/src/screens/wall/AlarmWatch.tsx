import { useEffect, useRef, useState } from "react";
import type { Alarm } from "../../live/alarms.js";
import { useTexts } from "../../texts/TextsContext.js";
import { saysOf } from "./AlarmBar.js";
import { useAlarms, useIsAlarmed } from "./useAlarms.js";

/** Alarms that are named one by one; more are counted. */
const MOST_SAID = 3;
const NONE: readonly Alarm[] = [];

/** Keeps the alarms of the centre's people on every page, and says each once by ear: the wall is not always before them. */
export function AlarmWatch() {
  const alarms = useAlarms();
  const says = useSaid(useIsAlarmed() ? alarms : NONE);
  return (
    <p className="visually-hidden" role="alert">
      {says}
    </p>
  );
}

function useSaid(alarms: readonly Alarm[]): string {
  const texts = useTexts();
  const said = useRef<ReadonlySet<string>>(new Set());
  const [says, say] = useState("");
  useEffect(() => {
    const fresh = alarms.filter(({ key }) => !said.current.has(key));
    said.current = new Set([...said.current, ...fresh.map(({ key }) => key)]);
    if (fresh.length === 0) return;
    // However much comes at once, it is soon said.
    const sentences =
      fresh.length > MOST_SAID ? [texts.wall.alarm.waiting(fresh.length)] : fresh.map((alarm) => saysOf(alarm, texts));
    say(sentences.join(". "));
    showOnDesktop(sentences);
  }, [alarms, texts]);
  return says;
}

/** By the desktop, where the person has asked for it and the page is not before them. */
function showOnDesktop(all: readonly string[]): void {
  if (!("Notification" in window) || Notification.permission !== "granted" || !document.hidden) return;
  for (const says of all) {
    const shown = new Notification("Dabyl", { body: says, tag: says });
    shown.addEventListener("click", () => window.focus());
  }
}
