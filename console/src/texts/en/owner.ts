/** An owner's objects. */
export const owner = {
  title: "My objects",
};

export type Owner = typeof owner;
