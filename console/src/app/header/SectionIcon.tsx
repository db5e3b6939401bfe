import type { SectionName } from "../../page/sections.js";

const PATHS: Readonly<Record<SectionName, string>> = {
  wall: "M3 4h18v12H3zM8 20h8",
  shift: "M3 4h18v12H3zM8 20h8",
  myObjects: "M4 20V9l8-5 8 5v11zM9 20v-6h6v6",
  objects: "M4 20V9l8-5 8 5v11zM9 20v-6h6v6",
  incidents: "M4 6h16M4 12h16M4 18h16",
  terms: "M12 3a9 9 0 1 0 .01 0M12 7v5l3 3",
  notifications: "M3 5h18v14H3zM3 6l9 7 9-7",
  deliveries: "M3 12l18-8-7 17-3-7z",
  timeliness: "M5 20v-7M12 20V4M19 20v-4M3 20h18",
  administration: "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
};

/** The sign of a section in the bar of a telephone. */
export function SectionIcon({ section }: { readonly section: SectionName }) {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
      <path d={PATHS[section]} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
