/** A SOC's shift and the report of R9.1. */
export const report = {
  title: "Report an incident",
};

export type Report = typeof report;
