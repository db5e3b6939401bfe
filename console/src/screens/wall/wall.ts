/** The wall and its alarms, which ring on every page, in one piece: whoever has the one needs the other. */
export { AlarmBarElsewhere } from "./AlarmBar.js";
export { AlarmWatch } from "./AlarmWatch.js";
export { Wall } from "./Wall.js";
