import { useEffect, useRef, useState } from "react";
import type { Fact, LiveState } from "../../live/state.js";
import { useLive } from "../../live/useLive.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import type { Alarm } from "./alarms.js";
import { saysOf } from "./AlarmBar.js";
import { dotted, wordsOf } from "./facts.js";

/** Alarms that are named one by one; more are counted. */
const MOST_SAID = 3;

const factsOf = ({ facts }: LiveState): readonly Fact[] => facts;

/**
 * Says by ear what the wall shows by eye: what is new when the reader is done with what it says, and a term that has lapsed at
 * once. Each is said one time; digits are never.
 */
export function Announcer({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const news = useNews();
  const lapsed = useLapsed(alarms);
  return (
    <div className="visually-hidden">
      <p role="status">{news}</p>
      <p role="alert">{lapsed}</p>
    </div>
  );
}

function useNews(): string {
  const texts = useTexts();
  const language = useLanguage();
  const facts = useLive(factsOf);
  const known = useRef<ReadonlySet<string> | null>(null);
  const [news, say] = useState("");
  useEffect(() => {
    const before = known.current;
    known.current = new Set(facts.map(({ key }) => key));
    // What has lapsed is an alarm, and said as such.
    const fresh = before ? facts.filter((fact) => !before.has(fact.key) && fact.kind !== "OVERDUE") : [];
    const [only] = fresh;
    if (!only) return;
    const { title, number } = wordsOf(only, texts, language);
    say(fresh.length === 1 ? dotted(title, number) : texts.wall.alarm.newFacts(fresh.length));
  }, [facts, texts, language]);
  return news;
}

function useLapsed(alarms: readonly Alarm[]): string {
  const { wall } = useTexts();
  const said = useRef<ReadonlySet<string>>(new Set());
  const [says, say] = useState("");
  useEffect(() => {
    const fresh = alarms.filter(({ key }) => !said.current.has(key));
    said.current = new Set([...said.current, ...fresh.map(({ key }) => key)]);
    if (fresh.length === 0) return;
    // However much comes at once, it is soon said.
    const says =
      fresh.length > MOST_SAID ? [wall.alarm.waiting(fresh.length)] : fresh.map((alarm) => saysOf(alarm, wall));
    say(says.join(". "));
    showOnDesktop(says);
  }, [alarms, wall]);
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
