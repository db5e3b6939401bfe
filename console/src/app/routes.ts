import type { ComponentType, LazyExoticComponent } from "react";
import { may, type Person } from "../person/person.js";
import { part } from "../page/part.js";

/** A screen: a part of the page that is loaded when somebody comes to it. */
interface Screen {
  /** As wouter reads it; its parameters are what the component asks `useParams` for. */
  readonly path: string;
  readonly Component: LazyExoticComponent<ComponentType>;
  /** Whether the screen is there for a person; everybody's, where it is left out. */
  readonly isFor?: (person: Person) => boolean;
}

export const isCentre = ({ party }: Person): boolean => party.__typename === "NationalCentre";
const isSoc = ({ party }: Person): boolean => party.__typename === "Soc";
const isOwner = ({ party }: Person): boolean => party.__typename === "Owner";

const loadWall = () => import("../screens/wall/wall.js");
const Wall = part(async () => (await loadWall()).Wall);
/** The centre's alarms, on every page of its own. */
export const AlarmWatch = part(async () => (await loadWall()).AlarmWatch);
export const AlarmBarElsewhere = part(async () => (await loadWall()).AlarmBarElsewhere);

/** Every address of the console (src/server/console.ts serves the page at each). The first that fits counts. */
export const SCREENS: readonly Screen[] = [
  {
    path: "/",
    Component: Wall,
    isFor: isCentre,
  },
  {
    path: "/",
    Component: part(async () => (await import("../screens/shift/Shift.js")).Shift),
    isFor: isSoc,
  },
  {
    path: "/",
    Component: part(async () => (await import("../screens/owner/MyObjects.js")).MyObjects),
    isFor: isOwner,
  },
  {
    path: "/wall",
    Component: Wall,
    isFor: isCentre,
  },
  {
    path: "/incidents",
    Component: part(async () => (await import("../screens/incidents/Incidents.js")).Incidents),
  },
  {
    path: "/incidents/:number",
    Component: part(async () => (await import("../screens/owner/OwnedIncident.js")).OwnedIncident),
    isFor: isOwner,
  },
  {
    path: "/incidents/:number",
    Component: part(async () => (await import("../screens/dossier/Dossier.js")).Dossier),
    isFor: (person) => !isOwner(person),
  },
  {
    path: "/incidents/:number/card",
    Component: part(async () => (await import("../screens/card/Card.js")).Card),
    isFor: (person) => may(person, "report"),
  },
  {
    path: "/report",
    Component: part(async () => (await import("../screens/report/Report.js")).Report),
    isFor: (person) => may(person, "report"),
  },
  {
    path: "/terms",
    Component: part(async () => (await import("../screens/terms/Terms.js")).Terms),
    isFor: (person) => !isOwner(person),
  },
  {
    // The list stays beside what is chosen of it.
    path: "/notifications/:number?",
    Component: part(async () => (await import("../screens/notifications/Notifications.js")).Notifications),
    isFor: (person) => !isOwner(person),
  },
  {
    path: "/notify",
    Component: part(async () => (await import("../screens/notify/Notify.js")).Notify),
    isFor: (person) => may(person, "notify"),
  },
  {
    path: "/deliveries",
    Component: part(async () => (await import("../screens/deliveries/Deliveries.js")).Deliveries),
    isFor: (person) => may(person, "readDeliveries"),
  },
  {
    path: "/timeliness",
    Component: part(async () => (await import("../screens/timeliness/Timeliness.js")).Timeliness),
    isFor: (person) => !isOwner(person),
  },
  {
    path: "/objects/:code?",
    Component: part(async () => (await import("../screens/objects/Objects.js")).Objects),
  },
  {
    path: "/administration/*?",
    Component: part(async () => (await import("../screens/administration/Administration.js")).Administration),
    isFor: (person) => may(person, "administer"),
  },
  {
    path: "/settings",
    Component: part(async () => (await import("../screens/settings/Settings.js")).Settings),
  },
  { path: "/help", Component: part(async () => (await import("../screens/help/Help.js")).Help) },
];

/** Addresses of one place have one screen, which stays while one goes from one to another. */
export function placeOf(path: string): string {
  return path.startsWith("/notifications/") ? "/notifications" : path;
}

/** What is printed stands alone, without the frame. */
export const PrintedCard = part(async () => (await import("../screens/print/PrintedCard.js")).PrintedCard);
