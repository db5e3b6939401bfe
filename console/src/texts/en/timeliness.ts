/** How terms are met. */
export const timeliness = {
  title: "Timeliness",
};

export type Timeliness = typeof timeliness;
