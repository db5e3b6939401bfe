import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useNowFor, useShownNow } from "../../session/now.js";
import type { Alarm } from "../../live/alarms.js";
import { useLive } from "../../session/useLive.js";
import type { Incident, LiveState } from "../../live/state.js";
import { may } from "../../person/person.js";
import { usePreferences } from "../../person/preferences.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { lapsedSince, type Levels, newlyHigh } from "./alarms.js";
import { sounds } from "./sounds.js";
import { useTimeline } from "./useTimeline.js";
import { isWallAt, useWallView } from "./wall-view.js";

/** Milliseconds after which what nobody acknowledged sounds again. */
const REPEATED_EVERY = 60_000;
const NONE: ReadonlySet<string> = new Set();
const NO_SOCS: readonly string[] = [];
const NO_INCIDENTS: ReadonlyMap<string, Incident> = new Map();
const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;
const factsOf = ({ facts }: LiveState): LiveState["facts"] => facts;

/**
 * Keeps what waits in the session, newest kinds first; it sounds as long as there is some. Of all SOCs, whichever the officer looks
 * at: monitors alone have some of the country each.
 */
export function useAlarms(): readonly Alarm[] {
  const { alarms: kept, link } = useSession();
  const { clock } = link;
  const { opened } = kept;
  const shownNow = useShownNow();
  const acknowledged = useStore(kept.acknowledged, (all) => all);
  const [view] = useWallView();
  const socs = view.isWall ? view.socs : NO_SOCS;
  const timeline = useTimeline(socs);
  const high = useHigh(opened);
  const lapsed = useNowFor(
    useMemo(
      () => (now: number) =>
        lapsedSince(timeline, now, opened + clock.offset.get())
          .map(({ key }) => key)
          .join("\n"),
      [timeline, opened, clock],
    ),
  );
  const alarms = useMemo(() => {
    const late = lapsed === "" ? [] : lapsedSince(timeline, shownNow(), opened + clock.offset.get());
    const reported = Array.from(high.values())
      .filter(({ soc }) => socs.length === 0 || socs.includes(soc?.code.toUpperCase() ?? ""))
      .map((incident): Alarm => ({ key: `HIGH ${incident.id}`, kind: "HIGH", incident }));
    return [...late, ...reported].filter(({ key }) => !acknowledged.has(key));
  }, [lapsed, timeline, clock, shownNow, opened, high, acknowledged, socs]);
  useEffect(() => {
    kept.waiting.set(alarms);
  }, [kept, alarms]);
  useSound(alarms);
  return alarms;
}

/** Whether alarms are for this person on this page: on the wall for whoever looks at it, elsewhere for who can take incidents in hand. */
export function useIsAlarmed(): boolean {
  const [path] = useLocation();
  return may(usePerson(), "take") || isWallAt(path);
}

function useHigh(opened: number): ReadonlyMap<string, Incident> {
  const { clock } = useSession().link;
  const incidents = useLive(incidentsOf);
  const facts = useLive(factsOf);
  const levels = useRef<Levels>(new Map());
  const [high, setHigh] = useState<ReadonlyMap<string, Incident>>(NO_INCIDENTS);
  useEffect(() => {
    const seen = levels.current;
    levels.current = new Map(Array.from(incidents.values(), ({ id, severity }) => [id, severity]));
    setHigh((before) => newlyHigh(before, seen, { incidents, facts }, opened + clock.offset.get()));
  }, [incidents, facts, opened, clock]);
  return high;
}

/** Sounds at once for what is new, and each minute while anything is left. */
function useSound(alarms: readonly Alarm[]): void {
  const isAlarmed = useIsAlarmed();
  const hasSound = usePreferences().hasSound && isAlarmed;
  const sounded = useRef(NONE);
  const latest = useRef(alarms);
  useEffect(() => {
    latest.current = alarms;
  }, [alarms]);
  useEffect(() => {
    const fresh = alarms.filter(({ key }) => !sounded.current.has(key));
    sounded.current = new Set(alarms.map(({ key }) => key));
    if (hasSound) soundFor(fresh);
  }, [alarms, hasSound]);
  useEffect(() => {
    if (!hasSound) return undefined;
    const timer = setInterval(() => soundFor(latest.current), REPEATED_EVERY);
    return () => clearInterval(timer);
  }, [hasSound]);
  useEffect(() => {
    addEventListener("pointerdown", sounds.unlock);
    addEventListener("keydown", sounds.unlock);
    return () => {
      removeEventListener("pointerdown", sounds.unlock);
      removeEventListener("keydown", sounds.unlock);
    };
  }, []);
}

/** One sound, however many alarms: what has lapsed before what has come. */
function soundFor(alarms: readonly Alarm[]): void {
  const first = alarms.find(({ kind }) => kind === "LAPSED") ?? alarms[0];
  if (first) sounds.play(first.kind);
}
