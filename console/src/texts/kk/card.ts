import type { Card } from "../en/card.js";

export const card: Card = {
  title: "Оқыс оқиға карточкасы",
};
