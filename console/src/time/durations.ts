import type { Language } from "../texts/languages.js";
import { DAY, HOUR, MINUTE, SECOND, two } from "./almaty.js";

const UNITS: Readonly<Record<Language, readonly [day: string, hour: string, minute: string, second: string]>> = {
  kk: ["тәулік", "сағ", "мин", "с"],
  ru: ["сут", "ч", "мин", "с"],
  en: ["d", "h", "min", "s"],
};

/** From here on days are written: a statutory term is spoken of in hours. */
const IN_DAYS = 10 * DAY;

/** Space between a number and its unit, at which no line breaks. */
const SPACE = "\u00a0";

/** The length in whole seconds, never less than it is: what is a moment late is a second late. */
const seconds = (length: number): number => Math.ceil(Math.abs(length) / SECOND) * SECOND;

/**
 * What is left of a term or by how much it has passed, in milliseconds of either sign, without a word: `2:41` below an hour,
 * `31 ч 05 мин` from there, `11 сут 2 ч` from ten days.
 */
export function writeCountdown(left: number, language: Language): string {
  const length = seconds(left);
  const [day, hour, minute] = UNITS[language];
  const hours = Math.floor(length / HOUR);
  const minutes = Math.floor(length / MINUTE) % 60;
  if (hours === 0) return `${minutes}:${two(Math.floor(length / SECOND) % 60)}`;
  if (length < IN_DAYS) return `${hours}${SPACE}${hour} ${two(minutes)}${SPACE}${minute}`;
  const days = `${Math.floor(length / DAY)}${SPACE}${day}`;
  return hours % 24 === 0 ? days : `${days} ${hours % 24}${SPACE}${hour}`;
}

/**
 * A length of time in milliseconds in its two greatest units: `8 мин 12 с`, `24 ч 29 мин`, `11 сут 2 ч`. A unit of which there
 * is nothing is left out: `19 ч`.
 */
export function writeDuration(length: number, language: Language): string {
  const whole = seconds(length);
  const days = whole >= IN_DAYS ? Math.floor(whole / DAY) : 0;
  const rest = whole - days * DAY;
  const counts = [days, Math.floor(rest / HOUR), Math.floor(rest / MINUTE) % 60, Math.floor(rest / SECOND) % 60];
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return `0${SPACE}${UNITS[language][3]}`;
  return counts
    .map((count, unit) => ({ count, unit }))
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count}${SPACE}${UNITS[language][unit] ?? ""}`)
    .join(" ");
}
