import { registerValues } from "../../graph/enums.js";

/** A rule that sets a term, as the schema names it: without the point, which no enum value may have. */
export type TermRuleName = "R9_1" | "R9_2" | "R9_3" | "R9_4" | "R9_5" | "R9_6" | "RA_1";

export const TermRuleEnum = registerValues<TermRuleName>("TermRule", "A rule of the law that sets a term.", {
  R9_1: "R9.1: notify the national centre.",
  R9_2: "R9.2: notify the object's owner or holder.",
  R9_3: "R9.3: send the incident card.",
  R9_4: "R9.4: answer a notification about a threat.",
  R9_5: "R9.5: answer a notification about an event.",
  R9_6: "R9.6: answer a notification about an incident.",
  RA_1: "RA.1: review an Undetermined level.",
});
