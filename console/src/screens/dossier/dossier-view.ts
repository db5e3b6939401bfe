import { queryOf, useView } from "../../page/useView.js";

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

function read(search: string): DossierView {
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

function write({ tab, revision, since }: DossierView): string {
  return queryOf({
    tab: tab === "card" ? "" : tab,
    revision: revision === null ? "" : String(revision),
    since: since === null ? "" : String(since),
  });
}

const ADDRESS = { read, write, isReplaced: true };

export const useDossierView = () => useView<DossierView>(ADDRESS);
