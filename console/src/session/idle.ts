import { useEffect } from "react";
import { useSession } from "./SessionContext.js";

/** Milliseconds without a key or a pointer after which the page may only be read. */
const LOCKS_AFTER = 12 * 3_600_000;
const LOOKS_EVERY = 60_000;

/** Tells when nobody has touched the page for twelve hours. */
export class Idle {
  private touched: number;

  constructor(
    private readonly lock: () => void,
    /** Milliseconds by this computer's clock: looked up, not counted, for a computer that slept was not touched either. */
    private readonly now: () => number = Date.now,
  ) {
    this.touched = now();
  }

  readonly look = (): void => {
    if (this.now() - this.touched > LOCKS_AFTER) this.lock();
  };

  /** Whoever is the first to press something after twelve hours need not be who was here: that locks too. */
  readonly touch = (): void => {
    if (this.now() - this.touched > LOCKS_AFTER) this.lock();
    else this.touched = this.now();
  };

  /** Somebody has just said who they are. */
  readonly begin = (): void => {
    this.touched = this.now();
  };
}

/** Locks what acts once nobody has touched the page for twelve hours. */
export function useIdleLock(): void {
  const session = useSession();
  useEffect(() => {
    const idle = new Idle(session.lock);
    const stop = session.state.subscribe(() => {
      if (!session.state.get().isLocked) idle.begin();
    });
    const timer = setInterval(idle.look, LOOKS_EVERY);
    addEventListener("keydown", idle.touch, true);
    addEventListener("pointerdown", idle.touch, true);
    return () => {
      stop();
      clearInterval(timer);
      removeEventListener("keydown", idle.touch, true);
      removeEventListener("pointerdown", idle.touch, true);
    };
  }, [session]);
}
