import type { Incident, Obligation } from "../../live/state.js";
import { type Level, LEVEL_DIGITS } from "../../parts/Severity.js";
import type { Texts } from "../../texts/texts.js";

export function typeOf(type: keyof Texts["form"]["choices"]["IncidentType"], { form }: Texts): string {
  return form.choices.IncidentType[type].label;
}

export function levelOf(level: Level | null | undefined, { words }: Texts): string {
  return level ? `${LEVEL_DIGITS[level]} ${words.levels[level]}` : words.levelUnknown;
}

/** The affected objects in a few words: the first, and how many more. */
export function objectOf({ affectedObjects }: Incident): string {
  const [first] = affectedObjects;
  const name = first?.object?.name ?? first?.code ?? first?.description ?? "";
  return affectedObjects.length > 1 ? `${name} +${affectedObjects.length - 1}` : name;
}

/** The object that a duty is about, by its name where that is known; of one about none those of its incident. */
export function concerned(
  { objectCode, objectDescription }: Pick<Obligation, "objectCode" | "objectDescription">,
  incident: Incident,
): string {
  const object = incident.affectedObjects.find(({ code }) => code !== null && code === objectCode)?.object;
  return object?.name ?? objectCode ?? objectDescription ?? objectOf(incident);
}
