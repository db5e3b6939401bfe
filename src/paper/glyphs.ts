import { codePointName } from "../domain/text.js";

/** What turns the direction of what follows it, and so can make a text look like another one (UAX #9). */
const TURNS_DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g;

/** What each font may draw as it likes; PDF/A-2a allows none of it. */
const PRIVATE = /\p{Co}/u;

/** Whether a font has a glyph of its own for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

/** Reads the `cmap` table of a TrueType font (OpenType 1.9): its subtables of formats 4 and 12, the ones of Unicode. */
export function glyphsOf(font: Buffer): HasGlyph {
  const cmap = tableAt(font, "cmap");
  const ranges: (readonly [from: number, to: number])[] = [];
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    const format = font.readUInt16BE(subtable);
    if (format === 4) ranges.push(...segments(font, subtable));
    if (format === 12) ranges.push(...groups(font, subtable));
  }
  const known = new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n)));
  return (codePoint) => known.has(codePoint);
}

function tableAt(font: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  throw new Error(`the font has no table ${tag}`);
}

/** Format 4: of 16 bits. A segment of a font may lead to no glyph only in its last one, U+FFFF. */
function segments(font: Buffer, at: number): [number, number][] {
  const length = font.readUInt16BE(at + 6);
  return Array.from({ length: length / 2 }, (_, index): [number, number] => {
    const end = at + 14 + 2 * index;
    return [font.readUInt16BE(end + length + 2), font.readUInt16BE(end)];
  }).filter(([from]) => from !== 0xffff);
}

/** Format 12: of 32 bits. */
function groups(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index): [number, number] => {
    const group = at + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** A text whose directions nothing in it turns: such a character is written by its code point (`[U+202E]`). */
export function undirected(text: string): string {
  return text.replace(TURNS_DIRECTION, nameOf);
}

/**
 * A text as a font can print it: a character without a glyph of its own is written by its code point too, so that nothing is
 * lost unseen; PDF/A-2a allows none. Line ends are line feeds, tabs four spaces.
 */
export function printable(text: string, hasGlyph: HasGlyph): string {
  return undirected(text)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/[^\n\x20-\x7E]/gu, (character) =>
      hasGlyph(character.codePointAt(0) ?? 0) && !PRIVATE.test(character) ? character : nameOf(character),
    );
}

function nameOf(character: string): string {
  return `[${codePointName(character, 0)}]`;
}
