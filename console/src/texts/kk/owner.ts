import type { Owner } from "../en/owner.js";

export const owner: Owner = {
  title: "Объектілерім",
};
