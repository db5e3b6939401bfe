/** The centre's wall. */
export const wall = {
  title: "Wall",
};

export type Wall = typeof wall;
