/** Deliveries to owners and contacts. */
export const deliveries = {
  title: "Deliveries",
};

export type Deliveries = typeof deliveries;
