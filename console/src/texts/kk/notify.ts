import type { Notify } from "../en/notify.js";

export const notify: Notify = {
  title: "АҚЖО-ны хабардар ету",
};
