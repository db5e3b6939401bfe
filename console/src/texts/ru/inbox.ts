import type { Inbox } from "../en/inbox.js";

export const inbox: Inbox = {
  title: "Уведомления",
};
