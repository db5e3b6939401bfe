import { useCallback, useRef, useState, type KeyboardEvent } from "react";

/** What the link or button of each row takes. */
export interface RowProps {
  readonly ref: (element: HTMLElement | null) => void;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Moves the focus among the rows of a list, which is one stop for Tab. A row is its link or button, so Enter opens it. Arrows,
 * Home and End move within; `next` and `previous` are for the page's keys J and K. A row that goes away leaves the focus to what
 * took its place.
 */
export function useRows(ids: readonly string[]): {
  readonly current: string | null;
  readonly next: () => void;
  readonly previous: () => void;
  readonly row: (id: string) => RowProps;
} {
  const elements = useRef(new Map<string, HTMLElement>());
  const [at, setAt] = useState<{ readonly id: string; readonly place: number } | null>(null);
  const held = at === null ? -1 : ids.includes(at.id) ? ids.indexOf(at.id) : Math.min(at.place, ids.length - 1);
  const current = ids[held] ?? null;

  const move = useCallback(
    (place: number): void => {
      const id = ids[Math.max(0, Math.min(ids.length - 1, place))];
      const element = id === undefined ? undefined : elements.current.get(id);
      element?.focus();
      element?.scrollIntoView({ block: "nearest" });
    },
    [ids],
  );
  const hasFocus = (): boolean =>
    [...elements.current.values()].some((element) => element.contains(document.activeElement));

  return {
    current,
    // The first key comes to the row where one was, not past it.
    next: () => move(hasFocus() ? held + 1 : Math.max(held, 0)),
    previous: () => move(hasFocus() ? held - 1 : Math.max(held, 0)),
    row: (id) => ({
      ref: (element) => {
        if (element) elements.current.set(id, element);
        else elements.current.delete(id);
      },
      tabIndex: id === (current ?? ids[0]) ? 0 : -1,
      onFocus: () => setAt({ id, place: ids.indexOf(id) }),
      onKeyDown: (event) => {
        const to = { ArrowDown: held + 1, ArrowUp: held - 1, Home: 0, End: ids.length - 1 }[event.key];
        if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        move(to);
      },
    }),
  };
}
