import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

export const TABS = ["card", "deliveries", "indicators", "notifications", "receipts"] as const;
export type TabName = (typeof TABS)[number];

/** What of a dossier is looked at; the address has it. */
export interface DossierView {
  readonly tab: TabName;
  /** Null: the last one. */
  readonly revision: number | null;
  /** The revision with which it is compared; null: with none. */
  readonly since: number | null;
}

export function readView(search: string): DossierView {
  const query = new URLSearchParams(search);
  const count = (name: string): number | null => {
    const value = query.get(name) ?? "";
    return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
  };
  return {
    tab: TABS.find((tab) => tab === query.get("tab")) ?? "card",
    revision: count("revision"),
    since: count("since"),
  };
}

export function writeView({ tab, revision, since }: DossierView): string {
  const query = new URLSearchParams();
  if (tab !== "card") query.set("tab", tab);
  if (revision !== null) query.set("revision", String(revision));
  if (since !== null) query.set("since", String(since));
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}

export function useDossierView(): readonly [DossierView, (changes: Partial<DossierView>) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const view = useMemo(() => readView(search), [search]);
  const change = useCallback(
    (changes: Partial<DossierView>) => go(`${path}${writeView({ ...view, ...changes })}`, { replace: true }),
    [go, path, view],
  );
  return [view, change];
}
