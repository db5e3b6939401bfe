import type { Incidents } from "../en/incidents.js";

export const incidents: Incidents = {
  title: "Инциденты",
};
