/** The centre notifies SOCs. */
export const notify = {
  title: "Notify SOCs",
};

export type Notify = typeof notify;
