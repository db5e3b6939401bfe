import { useEffect, useMemo, useRef, useState } from "react";
import { useNowFor } from "../../link/now.js";
import { useLive } from "../../live/useLive.js";
import type { Incident, LiveState } from "../../live/state.js";
import { usePreferences } from "../../session/preferences.js";
import { useSession } from "../../session/SessionContext.js";
import { type Alarm, lapsedSince, type Levels, newlyHigh } from "./alarms.js";
import { sounds } from "./sounds.js";
import type { Timeline } from "./timeline.js";

/** Milliseconds after which what nobody acknowledged sounds again. */
const REPEATED_EVERY = 60_000;
const NONE: ReadonlySet<string> = new Set();
const NO_INCIDENTS: ReadonlyMap<string, Incident> = new Map();
const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;
const factsOf = ({ facts }: LiveState): LiveState["facts"] => facts;

/** What has happened since the wall was opened and nobody has acknowledged, newest kinds first; it sounds as long as there is some. */
export function useAlarms(timeline: Timeline): { readonly alarms: readonly Alarm[]; readonly acknowledge: () => void } {
  const { clock } = useSession().link;
  // By this computer's clock: how far that is off may be learnt later than the wall is opened.
  const [opened] = useState(() => Date.now());
  const [acknowledged, setAcknowledged] = useState(NONE);
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
    const late = lapsed === "" ? [] : lapsedSince(timeline, clock.now(), opened + clock.offset.get());
    const reported = Array.from(high, ([id, incident]): Alarm => ({ key: `HIGH ${id}`, kind: "HIGH", incident }));
    return [...late, ...reported].filter(({ key }) => !acknowledged.has(key));
  }, [lapsed, timeline, clock, opened, high, acknowledged]);
  useSound(alarms);
  return {
    alarms,
    acknowledge: () => setAcknowledged(new Set([...acknowledged, ...alarms.map(({ key }) => key)])),
  };
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
  const { hasSound } = usePreferences();
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
