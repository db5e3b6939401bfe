import type { Administration } from "../en/administration.js";

export const administration: Administration = {
  title: "Администрирование",
};
