import type { Help } from "../en/help.js";

export const help: Help = {
  title: "Справка",
};
