import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useSession } from "./SessionContext.js";
import type { GatewayClock } from "../link/gateway-clock.js";

/** The beat of the whole page: one timer, once a second, as long as anybody looks. */
class Beat {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private forget: () => void = () => undefined;
  private shown = 0;

  constructor(private readonly clock: GatewayClock) {}

  readonly get = (): number => this.shown || this.second();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.timer === null) {
      this.beat();
      this.forget = this.clock.offset.subscribe(this.again);
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.timer === null) return;
      clearTimeout(this.timer);
      this.timer = null;
      this.forget();
    };
  };

  /** Another offset was heard: nothing waits for the next second to be right. */
  private readonly again = (): void => {
    if (this.timer !== null) clearTimeout(this.timer);
    this.beat();
  };

  private beat(): void {
    this.shown = this.second();
    for (const listener of this.listeners) listener();
    // At the gateway's next full second, so that all clocks of the page change together and none is skipped.
    this.timer = setTimeout(() => this.beat(), 1_000 - (this.clock.now() % 1_000) + 1);
  }

  /** Computed from the clock, never counted: a tab in the background beats once a minute. */
  private second(): number {
    return Math.floor(this.clock.now() / 1_000) * 1_000;
  }
}

const beats = new WeakMap<GatewayClock, Beat>();

function beatOf(clock: GatewayClock): Beat {
  const beat = beats.get(clock) ?? new Beat(clock);
  beats.set(clock, beat);
  return beat;
}

/** Milliseconds by the gateway's clock, on the full second; the component is drawn anew each second. */
export function useNow(): number {
  return useNowFor((now) => now);
}

/**
 * What `pick` makes of now; the component is drawn anew only when that changes. For whatever is not a clock: a standing, a
 * count, an order. It must give a number, a text or a truth.
 */
export function useNowFor<Picked extends number | string | boolean>(pick: (now: number) => Picked): Picked {
  const beat = beatOf(useSession().link.clock);
  return useSyncExternalStore(
    beat.subscribe,
    useCallback(() => pick(beat.get()), [beat, pick]),
  );
}

/** Those of `rows` for which `holds` is true now: in force, covering, over. `holds` is from outside the component or `useCallback`. */
export function useHolding<Row extends { readonly id: string }>(
  rows: readonly Row[],
  holds: (row: Row, now: number) => boolean,
): readonly Row[] {
  const ids = useNowFor(
    useCallback(
      (now: number) =>
        rows
          .filter((row) => holds(row, now))
          .map(({ id }) => id)
          .join(" "),
      [rows, holds],
    ),
  );
  return useMemo(() => {
    const holding = new Set(ids.split(" "));
    return rows.filter(({ id }) => holding.has(id));
  }, [rows, ids]);
}

/**
 * Gives the second that the page shows, for whatever is worked out when a `useNowFor` of the same component says so. Not the
 * clock itself: where that has jumped since the last beat, what is drawn would be ahead of what `useNowFor` compares, and would
 * stay, for at the next beat nothing changes.
 */
export function useShownNow(): () => number {
  return beatOf(useSession().link.clock).get;
}

/** Carries `act` out now and each second, past React: for digits of which a page has a hundred. `act` is from `useCallback`. */
export function useEachSecond(act: (now: number) => void): void {
  const beat = beatOf(useSession().link.clock);
  useEffect(() => {
    act(beat.get());
    return beat.subscribe(() => act(beat.get()));
  }, [beat, act]);
}
