import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

/** How a screen's view stands in its address: `write` gives the part behind the question mark, with it, or nothing. */
export interface InAddress<View extends object> {
  readonly read: (search: string) => View;
  readonly write: (view: View) => string;
  /** What each change takes back, such as the page of another list. */
  readonly afresh?: Partial<View>;
  /** Going back passes over what was changed. */
  readonly isReplaced?: boolean;
}

/** What of a screen is looked at, kept in its address, so that going back and a link bring it back. */
export function useView<View extends object>({
  read,
  write,
  afresh,
  isReplaced = false,
}: InAddress<View>): readonly [view: View, change: (changes: Partial<View>) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const view = useMemo(() => read(search), [read, search]);
  const change = useCallback(
    (changes: Partial<View>) => go(`${path}${write({ ...view, ...afresh, ...changes })}`, { replace: isReplaced }),
    [go, path, write, view, afresh, isReplaced],
  );
  return [view, change];
}

/** A query as the end of an address: empty values are left out, and so is the question mark where nothing is left. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""));
  return query.size === 0 ? "" : `?${query.toString()}`;
}
