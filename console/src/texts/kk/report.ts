import type { Report } from "../en/report.js";

export const report: Report = {
  title: "Оқыс оқиға туралы хабарлау",
};
