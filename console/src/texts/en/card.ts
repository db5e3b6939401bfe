/** The card of annex 3. */
export const card = {
  title: "Incident card",
};

export type Card = typeof card;
