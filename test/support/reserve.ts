import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { SECOND } from "../../src/domain/instant.js";
import { eventually } from "./eventually.js";
import { removeFolder, scratchFolder } from "./scratch.js";
import type { FakeClock } from "./clock.js";

const PLACES = ["in", "work", "out", "kept"] as const;
type Place = (typeof PLACES)[number];

/** A RESERVE_DIR. */
export class ReserveDir implements AsyncDisposable {
  private constructor(readonly path: string) {}

  /** A test's own. */
  static async make(): Promise<ReserveDir> {
    return new ReserveDir(await scratchFolder("dabyl-reserve-"));
  }

  /** One that stays until the end of the run. */
  static async lasting(): Promise<ReserveDir> {
    return new ReserveDir(await mkdtemp(join(inject("runFolder"), "reserve-")));
  }

  async of(code: string): Promise<ReserveParty> {
    const party = new ReserveParty(join(this.path, code), code);
    for (const place of PLACES) await mkdir(party.at(place), { recursive: true });
    return party;
  }

  [Symbol.asyncDispose](): Promise<void> {
    removeFolder(this.path);
    return Promise.resolve();
  }
}

/** A party's reserve folder, as the party sees it. */
export class ReserveParty {
  constructor(
    readonly path: string,
    readonly code: string,
  ) {}

  at(place: Place, name = ""): string {
    return join(this.path, place, name);
  }

  /** Puts a file in as it should be done: written whole under another name first. */
  async puts(name: string, text: string | Buffer): Promise<void> {
    await writeFile(this.at("in", `${name}.part`), text);
    await rename(this.at("in", `${name}.part`), this.at("in", name));
  }

  async names(place: Place): Promise<string[]> {
    return (await readdir(this.at(place))).toSorted();
  }

  /** The files that were answered and put away, of all days. */
  async kept(): Promise<string[]> {
    const entries = await readdir(this.at("kept"), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  }

  async reads(name: string): Promise<string> {
    return readFile(this.at("out", name), "utf8");
  }

  async answer(name: string): Promise<Record<string, unknown>> {
    return JSON.parse(await this.reads(name)) as Record<string, unknown>;
  }

  /** Lets a gateway look, again and again, until it has answered so many files. */
  async answered(count: number, clock: FakeClock): Promise<void> {
    await eventually(async () => {
      clock.advance(SECOND);
      return (await this.kept()).length >= count;
    });
  }
}
