/** Parties, objects, coverage, actors and tokens. */
export const administration = {
  title: "Administration",
};

export type Administration = typeof administration;
