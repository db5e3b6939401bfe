/** Notifications and a SOC's answers. */
export const inbox = {
  title: "Notifications",
};

export type Inbox = typeof inbox;
