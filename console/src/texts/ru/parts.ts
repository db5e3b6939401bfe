import type { Parts } from "../en/parts.js";

export const parts: Parts = {
  copyNumber: (number) => `Копировать ${number}`,
};
