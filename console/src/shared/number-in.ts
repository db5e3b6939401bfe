import { incidentHref, notificationHref } from "./addresses.js";

/** A number as people write it: with or without its sign, with the dashes of a text editor, in small letters. */
export function numberIn(typed: string): string {
  return typed
    .replaceAll(/[\s\p{Cf}№#«»"“”]/gu, "")
    .replaceAll(/\p{Pd}+/gu, "-")
    .toUpperCase();
}

/** The number that is meant by its end, as one says it by telephone: the only one of these that ends so, else what was given. */
export function completed(number: string, known: Iterable<string>): string {
  const [only, ...others] = [...known].filter((one) => one === number || one.endsWith(`-${number}`));
  return only !== undefined && others.length === 0 ? only : number;
}

/** Whether it is the whole number of an incident or a notification, and no end of one. */
const isWhole = (number: string): boolean => /^[A-Z0-9][A-Z0-9-]*-\d{4}-\d{4,}$/.test(number);

/** More than that are no choice any more. */
const MOST_MEANT = 5;

/** The numbers that are meant by what was typed: itself where it is a whole one, and those known that end so. */
export function meantBy(typed: string, known: Iterable<string>): readonly string[] {
  const number = numberIn(typed);
  if (isWhole(number)) return [number];
  if (!/\d$/.test(number)) return [];
  return [...known].filter((one) => one.endsWith(`-${number}`)).slice(0, MOST_MEANT);
}

/** Where what has this number is read. */
export function hrefOfNumber(number: string): string {
  return number.startsWith("NOTIFICATION-")
    ? notificationHref(encodeURIComponent(number))
    : incidentHref(encodeURIComponent(number));
}
