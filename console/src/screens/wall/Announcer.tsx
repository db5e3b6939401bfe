import { useEffect, useRef, useState } from "react";
import type { Fact, LiveState } from "../../live/state.js";
import { useSession } from "../../session/SessionContext.js";
import { useLive } from "../../session/useLive.js";
import { useStore } from "../../store.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { dotted } from "../../texts/one-line.js";
import { wordsOf } from "./facts.js";

const factsOf = ({ facts }: LiveState): readonly Fact[] => facts;

/** Says by ear what the wall shows by eye, when the reader is done with what it says. Each is said one time; digits are never. */
export function Announcer() {
  const news = useNews();
  return (
    <p className="visually-hidden" role="status">
      {news}
    </p>
  );
}

function useNews(): string {
  const texts = useTexts();
  const language = useLanguage();
  const facts = useLive(factsOf);
  const isLive = useStore(useSession().link.state, ({ kind }) => kind === "LIVE");
  const known = useRef<ReadonlySet<string> | null>(null);
  const [news, say] = useState("");
  useEffect(() => {
    const before = known.current;
    // What a window begins with had happened before it was opened.
    if (!before && !isLive) return;
    known.current = new Set(facts.map(({ key }) => key));
    // What has lapsed is an alarm, and said as such.
    const fresh = before ? facts.filter((fact) => !before.has(fact.key) && fact.kind !== "OVERDUE") : [];
    const [only] = fresh;
    if (!only) return;
    const { title, number } = wordsOf(only, texts, language);
    say(fresh.length === 1 ? dotted(title, number) : texts.wall.alarm.newFacts(fresh.length));
  }, [facts, texts, language, isLive]);
  return news;
}
