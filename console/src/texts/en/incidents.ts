/** The list of incidents, and terms. */
export const incidents = {
  title: "Incidents",
};

export type Incidents = typeof incidents;
