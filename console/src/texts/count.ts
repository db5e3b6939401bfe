import { writeNumber } from "../time/numbers.js";

/** A number and its noun in English: `1 field`, `2 fields`. */
export function countEn(count: number, one: string, other: string): string {
  return `${writeNumber(count, "en")}\u00a0${count === 1 ? one : other}`;
}

/** A number and its noun in Russian: `1 поле`, `2 поля`, `5 полей`. */
export function countRu(count: number, one: string, few: string, many: string): string {
  return `${writeNumber(count, "ru")}\u00a0${pickRu(count, one, few, many)}`;
}

/** The form that Russian takes beside a number, alone. */
export function pickRu(count: number, one: string, few: string, many: string): string {
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return one;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many;
}

/** A number and its noun in Kazakh, which stays in the singular beside any number: `5 өріс`. */
export function countKk(count: number, noun: string): string {
  return `${writeNumber(count, "kk")}\u00a0${noun}`;
}
