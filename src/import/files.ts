import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { DocumentKind } from "../domain/forms/documents.js";
import { canonicalKey } from "../domain/submission-key.js";
import { IMPORT_WORDS } from "../domain/wording/import-words.js";
import { inWords, say, type Locale, type Saying } from "../domain/wording/wording.js";
import { pointerOf, Unreadable, type Place } from "../exchange/decoded.js";
import { linesOf, readItem, type Cut } from "../exchange/items.js";
import { FormRefusal, inTurns, type Format } from "../exchange/read-document.js";
import { beginsBatch, itemsOf } from "../exchange/xml-items.js";
import { headOf } from "./head.js";
import { obstacle } from "./obstacle.js";
import type { Entry, Fault, Source } from "./places.js";

/** Bytes of one document; the gateway's own bound may be lower. */
const LARGEST = 67_108_864;
/** Bytes in which `<batch` begins. */
const HEAD = 4_096;

const ENDINGS = new Set([".xml", ".json", ".ndjson", ".jsonl"]);

export function isOfDocuments(file: string): boolean {
  return ENDINGS.has(extname(file).toLowerCase());
}

/** Documents as they are: a file with one or many, or a folder of such files, by their names. `kind`: of JSON that does not name it. */
export class Files implements Source {
  private constructor(
    private readonly files: readonly string[],
    private readonly kind: DocumentKind | null,
    private readonly locale: Locale,
  ) {}

  static async at(path: string, kind: DocumentKind | null, locale: Locale): Promise<Files> {
    if (!(await stat(path)).isDirectory()) return new Files([path], kind, locale);
    const names = (await readdir(path)).filter(isOfDocuments).toSorted();
    if (names.length === 0) throw obstacle(say("importEmptyFolder", { path }));
    return new Files(
      names.map((name) => join(path, name)),
      kind,
      locale,
    );
  }

  about(): readonly string[] {
    return [inWords(say("importFiles", { count: this.files.length }), this.locale)];
  }

  async *entries(): AsyncGenerator<Entry> {
    const keys = new Map<string, string>();
    for (const file of this.files) {
      const name = basename(file);
      const { format, cuts } = await cutsOf(file);
      try {
        for await (const cut of cuts) yield await this.entry(cut, format, name, keys);
      } catch (error) {
        // Here reading ends: what came before stands.
        if (!(error instanceof Unreadable)) throw error;
        yield this.faulty(name, error.place, [{ path: [], place: error.place, says: error.says }]);
      }
    }
  }

  private async entry(cut: Cut, format: Format, file: string, keys: Map<string, string>): Promise<Entry> {
    if (cut instanceof Unreadable)
      return this.faulty(file, cut.place, [{ path: [], place: cut.place, says: cut.says }]);
    try {
      const document = await inTurns(readItem(cut, format, format === "json" ? this.kind : null));
      const { submissionKey: key } = document.content as { readonly submissionKey: string };
      const row = rowOf(file, cut.at);
      const where = (path: readonly string[]): string => this.placeIn(file, document.placeOf(path), path);
      const earlier = keys.get(canonicalKey(key));
      if (earlier === undefined) {
        keys.set(canonicalKey(key), row);
        return { row, key, document, faults: [], where };
      }
      const says = say("importKeyTwice", { is: "KEY", row: earlier });
      const fault = { where: where(["submissionKey"]), message: inWords(says, this.locale), kind: says.key };
      return { row, key, document: null, faults: [fault], where };
    } catch (error) {
      if (error instanceof Unreadable)
        return this.faulty(file, cut.at, [{ path: [], place: error.place, says: error.says }]);
      if (!(error instanceof FormRefusal)) throw error;
      return this.faulty(file, cut.at, error.faults);
    }
  }

  private placeIn(file: string, place: Place | null, path: readonly string[]): string {
    const member = path.length > 0 ? `, ${pointerOf(path)}` : "";
    return (place ? IMPORT_WORDS[this.locale].line(file, place.line, place.column) : file) + member;
  }

  private faulty(
    file: string,
    at: Place | null,
    faults: readonly { readonly path: readonly string[]; readonly place: Place | null; readonly says: Saying }[],
  ): Entry {
    const said = faults.map(({ path, place, says }): Fault => ({
      where: this.placeIn(file, place, path),
      message: inWords(says, this.locale),
      kind: kindOf(says.key, path),
    }));
    const where = (path: readonly string[]): string => this.placeIn(file, at, path);
    return { row: rowOf(file, at), key: null, document: null, faults: said, where };
  }
}

/** What is said, and of which member, whichever of a list. */
export function kindOf(says: string, path: readonly string[]): string {
  return `${says} ${pointerOf(path.filter((part) => !/^\d+$/.test(part)))}`;
}

async function cutsOf(file: string): Promise<{ readonly format: Format; readonly cuts: AsyncIterable<Cut> }> {
  const ending = extname(file).toLowerCase();
  if (ending === ".ndjson" || ending === ".jsonl")
    return { format: "json", cuts: linesOf(createReadStream(file), LARGEST) };
  const format = ending === ".xml" ? "xml" : "json";
  if (format === "xml" && beginsBatch((await headOf(file, HEAD)).toString()) === true)
    return { format, cuts: itemsOf(createReadStream(file), LARGEST) };
  return { format, cuts: whole(file) };
}

async function* whole(file: string): AsyncGenerator<Cut> {
  if ((await stat(file)).size > LARGEST) throw obstacle(say("importTooLarge", { path: file }));
  yield { bytes: await readFile(file), at: { line: 1, column: 1 } };
}

function rowOf(file: string, at: Place | null): string {
  return `${file}:${at?.line ?? 1}`;
}
