import { useView } from "../../page/useView.js";
import { COLUMNS, type Column } from "../../live/standing.js";

export const WALL_PARTS = ["horizon", "list", "feed"] as const;
export type WallPart = (typeof WALL_PARTS)[number];

/** How the wall is looked at; its address has it, so that a monitor keeps its own and going back brings it back. */
export interface WallView {
  /** On a wall of monitors: larger, without the sections. */
  readonly isWall: boolean;
  /** Codes of the SOCs that are shown; all, where there is none. */
  readonly socs: readonly string[];
  /** What one monitor shows; null: everything. */
  readonly part: WallPart | null;
  /** The column of the horizon that the list shows; null: what needs attention. */
  readonly column: Column | null;
}

export function readView(search: string): WallView {
  const query = new URLSearchParams(search);
  const part = query.get("part");
  const column = query.get("column");
  return {
    isWall: query.get("wall") === "1",
    socs: (query.get("socs") ?? "")
      .split(",")
      .map((code) => code.trim().toUpperCase())
      .filter(Boolean),
    part: WALL_PARTS.find((known) => known === part) ?? null,
    column: COLUMNS.find((known) => known === column) ?? null,
  };
}

/** The part of the address behind the question mark, with it; empty where nothing was chosen. */
export function writeView({ isWall, socs, part, column }: WallView): string {
  const query = [
    isWall ? "wall=1" : "",
    socs.length > 0 ? `socs=${socs.map(encodeURIComponent).join(",")}` : "",
    part ? `part=${part}` : "",
    column ? `column=${column}` : "",
  ].filter(Boolean);
  return query.length > 0 ? `?${query.join("&")}` : "";
}

const ADDRESS = { read: readView, write: writeView, isReplaced: true };

export const useWallView = () => useView<WallView>(ADDRESS);

/** The addresses at which the centre's people see the wall. */
export const isWallAt = (path: string): boolean => path === "/" || path === "/wall";
