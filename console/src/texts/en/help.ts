/** Help. */
export const help = {
  title: "Help",
};

export type Help = typeof help;
