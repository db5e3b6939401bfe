import { useEffect } from "react";
import { useSession } from "./SessionContext.js";

/** Milliseconds without a key or a pointer after which the page may only be read. */
const LOCKS_AFTER = 12 * 3_600_000;
const LOOKS_EVERY = 60_000;

/** Locks what acts once nobody has touched the page for twelve hours. */
export function useIdleLock(): void {
  const session = useSession();
  useEffect(() => {
    let touched = Date.now();
    const touch = (): void => {
      touched = Date.now();
    };
    // The time is looked up, not counted: a computer that slept was not touched either.
    const timer = setInterval(() => {
      if (Date.now() - touched > LOCKS_AFTER) session.lock();
    }, LOOKS_EVERY);
    addEventListener("keydown", touch, true);
    addEventListener("pointerdown", touch, true);
    return () => {
      clearInterval(timer);
      removeEventListener("keydown", touch, true);
      removeEventListener("pointerdown", touch, true);
    };
  }, [session]);
}
