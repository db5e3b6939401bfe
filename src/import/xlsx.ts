import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { say } from "../domain/wording/wording.js";
import { obstacle, whyOf } from "./obstacle.js";
import { headOf } from "./head.js";
import type { Merged, Sheet } from "./sheet.js";
import { DateFormats, rowsIn, withoutEscapes, type Workbook } from "./xlsx-rows.js";

/** Characters of all texts of a workbook together, which are held in memory. */
const MOST_SHARED = 500_000_000;

/**
 * Reads a sheet of an Excel workbook (ECMA-376, Office Open XML). The sheet itself is read as a stream; what cells share, their texts and
 * formats, is held in memory, as the format has it. `wanted`: the sheet's name, or null for the only one.
 */
export async function openXlsx(file: string, wanted: string | null): Promise<Sheet> {
  const zip = await openZip(file);
  const parts = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName.toLowerCase(), entry);
  const stream = (name: string): Promise<Readable> => {
    const entry = parts.get(name.toLowerCase());
    if (!entry) throw obstacle(say("importNoWorkbook", { path: file, why: `${name}: 0` }));
    return zip.openReadStreamPromise(entry);
  };
  const has = (name: string): boolean => parts.has(name.toLowerCase());

  const sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
  let isFrom1904 = false;
  await tagsIn(await stream("xl/workbook.xml"), (name, { attributes }) => {
    if (name === "workbookPr") isFrom1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
    if (name !== "sheet") return;
    const id = Object.entries(attributes).find(([one]) => /(?:^|:)id$/.test(one))?.[1] ?? "";
    const isHidden = (attributes["state"] ?? "visible") !== "visible";
    sheets.push({ name: attributes["name"] ?? "", id, isHidden });
  });
  const sheet = chosen(file, sheets, wanted);
  let part = "";
  await tagsIn(await stream("xl/_rels/workbook.xml.rels"), (name, { attributes }) => {
    if (name === "Relationship" && attributes["Id"] === sheet.id) part = attributes["Target"] ?? "";
  });
  const place = part.startsWith("/") ? part.slice(1) : `xl/${part}`;
  const workbook: Workbook = {
    texts: has("xl/sharedStrings.xml") ? await sharedTexts(file, await stream("xl/sharedStrings.xml")) : [],
    formats: has("xl/styles.xml") ? await formatsIn(await stream("xl/styles.xml")) : new DateFormats(),
    isFrom1904,
  };
  return {
    merged: await mergedIn(await stream(place)),
    rows: async function* () {
      yield* rowsIn(await stream(place), workbook, file);
    },
  };
}

async function openZip(file: string): Promise<ZipFile> {
  if ((await headOf(file, 4)).toString("hex") === "d0cf11e0")
    throw obstacle(say("importWorkbookLocked", { path: file }));
  try {
    return await openPromise(file, { autoClose: false });
  } catch (error) {
    throw obstacle(say("importNoWorkbook", { path: file, why: whyOf(error) }));
  }
}

function chosen<S extends { readonly name: string; readonly isHidden: boolean }>(
  file: string,
  sheets: readonly S[],
  wanted: string | null,
): S {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const names = sheets.map(({ name, isHidden }) => (isHidden ? `("${name}")` : `"${name}"`)).join(", ");
  const found = wanted === null ? visible : sheets.filter(({ name }) => name === wanted);
  const [sheet] = found;
  if (sheet && found.length === 1) return sheet;
  throw obstacle(say("importSheets", { path: file, sheets: names, wanted }));
}

/** A name without its prefix: some programs write `x:row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Whole texts of the table of shared strings, without readings of characters (`rPh`). */
async function sharedTexts(file: string, stream: Readable): Promise<readonly string[]> {
  const texts: string[] = [];
  let [held, size, isText, readings] = ["", 0, false, 0];
  await parsed(stream, (parser) => {
    parser.on("opentag", ({ name }) => {
      const local = localName(name);
      if (local === "si") held = "";
      else if (local === "rPh") readings += 1;
      isText = local === "t" && readings === 0;
    });
    parser.on("text", (text) => {
      if (isText) held += text;
    });
    parser.on("closetag", ({ name }) => {
      const local = localName(name);
      isText = false;
      if (local === "rPh") readings -= 1;
      if (local !== "si") return;
      size += held.length;
      if (size > MOST_SHARED) throw obstacle(say("importWorkbookTooLarge", { path: file, most: MOST_SHARED }));
      texts.push(withoutEscapes(held));
    });
  });
  return texts;
}

async function formatsIn(stream: Readable): Promise<DateFormats> {
  const formats = new DateFormats();
  let isOfCells = false;
  await parsed(stream, (parser) => {
    parser.on("opentag", ({ name, attributes }) => {
      const local = localName(name);
      if (local === "cellXfs") isOfCells = true;
      else if (local === "numFmt") formats.define(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (local === "xf" && isOfCells) formats.add(Number(attributes["numFmtId"] ?? 0));
    });
    parser.on("closetag", ({ name }) => {
      if (localName(name) === "cellXfs") isOfCells = false;
    });
  });
  return formats;
}

/** They stand behind all rows: sought in the text, which is far faster than to read it. */
async function mergedIn(stream: Readable): Promise<readonly Merged[]> {
  const found: Merged[] = [];
  let rest = "";
  for await (const piece of stream.setEncoding("utf8") as AsyncIterable<string>) {
    const text = rest + piece;
    for (const [, c1 = "", r1 = "", c2 = "", r2 = ""] of text.matchAll(
      /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"[^>]*>/g,
    ))
      found.push({
        name: `${c1}${r1}:${c2}${r2}`,
        rows: [Number(r1), Number(r2)],
        columns: [columnOf(c1), columnOf(c2)],
      });
    const start = text.lastIndexOf("<");
    rest = start >= 0 && text.length - start < 1_000 && !text.includes(">", start) ? text.slice(start) : "";
  }
  return found;
}

/** `A` is 1, `AB` is 28. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return column;
}

async function tagsIn(stream: Readable, onTag: (name: string, tag: SaxesTagPlain) => void): Promise<void> {
  await parsed(stream, (parser) => parser.on("opentag", (tag) => onTag(localName(tag.name), tag)));
}

async function parsed(stream: Readable, listen: (parser: SaxesParser) => void): Promise<void> {
  const parser = new SaxesParser();
  listen(parser);
  for await (const piece of stream.setEncoding("utf8") as AsyncIterable<string>) parser.write(piece);
  parser.close();
}
