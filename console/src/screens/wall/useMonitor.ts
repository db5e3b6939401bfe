import { useEffect } from "react";

/** Milliseconds after which the pointer is no longer drawn. */
const POINTER_SHOWN = 3_000;

/** Makes the page one for a wall of monitors: larger, without sections and pointer, and the screen stays on. */
export function useMonitor(isWall: boolean): void {
  useEffect(() => {
    if (!isWall) return undefined;
    const root = document.documentElement;
    root.dataset["size"] = "wall";
    const letGo = hidePointer(root);
    const sleep = stayAwake();
    return () => {
      delete root.dataset["size"];
      letGo();
      sleep();
    };
  }, [isWall]);
}

function hidePointer(root: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    root.dataset["pointer"] = "hidden";
  };
  const show = (): void => {
    delete root.dataset["pointer"];
    clearTimeout(timer);
    timer = setTimeout(hide, POINTER_SHOWN);
  };
  hide();
  addEventListener("pointermove", show);
  return () => {
    removeEventListener("pointermove", show);
    clearTimeout(timer);
    delete root.dataset["pointer"];
  };
}

/** A browser lets go of the lock whenever the page is hidden. Where there is none (no secure context), the system decides. */
function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;
  const take = async (): Promise<void> => {
    if (document.hidden || !("wakeLock" in navigator)) return;
    try {
      const given = await navigator.wakeLock.request("screen");
      if (isWanted) lock = given;
      else await given.release();
    } catch {
      // The battery is low, or the system has its own mind.
    }
  };
  const again = (): void => void take();
  void take();
  document.addEventListener("visibilitychange", again);
  return () => {
    isWanted = false;
    document.removeEventListener("visibilitychange", again);
    void lock?.release();
  };
}
