import type { Timeliness } from "../en/timeliness.js";

export const timeliness: Timeliness = {
  title: "Своевременность",
};
