import type { Wall } from "../en/wall.js";

export const wall: Wall = {
  title: "Тақта",
};
