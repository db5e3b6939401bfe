import { type FocusEvent, useState } from "react";

/** A row that is shown; `isGone`: it is in the list no more, and stands until nobody is at it. */
export interface SteadyRow<Row> {
  readonly row: Row;
  readonly isGone: boolean;
  /** It came while somebody was at the list, and was then asked for. */
  readonly isNew: boolean;
}

export interface SteadyRows<Row> {
  readonly rows: readonly SteadyRow<Row>[];
  /** How many wait to be shown. */
  readonly waiting: number;
}

/** A list as it was when somebody came to it, with its rows as they are now, and how many have come since. */
export function steadyRows<Row>(
  frozen: readonly Row[] | null,
  current: readonly Row[],
  isNew: (key: string) => boolean,
  keyOf: (row: Row) => string,
): SteadyRows<Row> {
  const shown = (row: Row, isGone = false): SteadyRow<Row> => ({ row, isGone, isNew: isNew(keyOf(row)) });
  if (!frozen) return { rows: current.map((row) => shown(row)), waiting: 0 };
  const now = new Map(current.map((row) => [keyOf(row), row]));
  const rows = frozen.map((row) => {
    const latest = now.get(keyOf(row));
    now.delete(keyOf(row));
    return shown(latest ?? row, latest === undefined);
  });
  return { rows, waiting: now.size };
}

const NONE: ReadonlySet<string> = new Set();

/** Keeps the rows of a list where they are while the pointer or the focus is inside it: nothing moves under a finger. */
export function useSteadyRows<Row>(current: readonly Row[], keyOf: (row: Row) => string) {
  const [frozen, freeze] = useState<readonly Row[] | null>(null);
  const [fresh, setFresh] = useState(NONE);
  const list = steadyRows(frozen, current, (key) => fresh.has(key), keyOf);
  const begin = (): void => freeze((before) => before ?? current);
  const end = (): void => freeze(null);
  const show = (): void => {
    const known = new Set(frozen?.map(keyOf));
    setFresh(new Set(current.map(keyOf).filter((key) => !known.has(key))));
    freeze(current);
  };
  return {
    ...list,
    show,
    /** Of the element around the list. */
    handlers: {
      onPointerEnter: begin,
      onPointerLeave: ({ currentTarget }: { readonly currentTarget: Element }): void => {
        if (!currentTarget.contains(document.activeElement)) end();
      },
      onFocus: begin,
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent): void => {
        if (!currentTarget.contains(relatedTarget) && !currentTarget.matches(":hover")) end();
      },
    },
  };
}
