/** One incident. */
export const dossier = {
  title: "Incident",
};

export type Dossier = typeof dossier;
