import { may, type Person } from "../person/person.js";
import type { Texts } from "../texts/texts.js";

/** A place that the header leads to. */
export interface Section {
  readonly id: keyof Texts["shell"]["sections"] & SectionName;
  readonly path: string;
  /** The letter after `G`. */
  readonly key: string;
}

export type SectionName =
  | "wall"
  | "shift"
  | "myObjects"
  | "incidents"
  | "terms"
  | "notifications"
  | "deliveries"
  | "timeliness"
  | "objects"
  | "administration";

const SECTIONS: Readonly<Record<SectionName, Omit<Section, "id">>> = {
  wall: { path: "/", key: "KeyW" },
  shift: { path: "/", key: "KeyW" },
  myObjects: { path: "/", key: "KeyW" },
  incidents: { path: "/incidents", key: "KeyI" },
  terms: { path: "/terms", key: "KeyT" },
  notifications: { path: "/notifications", key: "KeyN" },
  deliveries: { path: "/deliveries", key: "KeyD" },
  objects: { path: "/objects", key: "KeyO" },
  timeliness: { path: "/timeliness", key: "KeyS" },
  administration: { path: "/administration", key: "KeyA" },
};

const CENTRE: readonly SectionName[] = ["wall", "incidents", "terms", "notifications", "deliveries", "timeliness"];
const SOC: readonly SectionName[] = ["shift", "incidents", "terms", "notifications", "objects", "timeliness"];
const OWNER: readonly SectionName[] = ["myObjects", "incidents"];

/** The sections of a person, the first of which is where they begin. */
export function sectionsOf(person: Person): readonly Section[] {
  return namesOf(person).map((id) => ({ id, ...SECTIONS[id] }));
}

function namesOf(person: Person): readonly SectionName[] {
  if (person.roles.length === 0) return [];
  switch (person.party.__typename) {
    case "NationalCentre":
      // Whoever keeps the register has its objects there.
      return [...CENTRE, may(person, "administer") ? "administration" : "objects"];
    case "Soc":
      return SOC;
    case "Owner":
      return OWNER;
  }
}

/** The section that an address lies in. */
export function sectionAt(sections: readonly Section[], path: string): Section | undefined {
  return (
    sections.find(
      (section) => section.path !== "/" && (path === section.path || path.startsWith(`${section.path}/`)),
    ) ?? sections.find((section) => section.path === path || (section.id === "wall" && path === "/wall"))
  );
}
