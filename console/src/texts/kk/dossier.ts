import type { Dossier } from "../en/dossier.js";

export const dossier: Dossier = {
  title: "Оқыс оқиға",
};
