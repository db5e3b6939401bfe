import type { Deliveries } from "../en/deliveries.js";

export const deliveries: Deliveries = {
  title: "Доставки",
};
