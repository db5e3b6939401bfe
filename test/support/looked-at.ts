import { afterEach, beforeEach } from "vitest";
import { SECOND } from "../../src/domain/instant.js";
import { createLogger } from "../../src/platform/logger.js";
import type { FileName, WorkFile } from "../../src/server/folder/file-names.js";
import type { Answer, Intake } from "../../src/server/folder/intake.js";
import { PartyBatches } from "../../src/server/folder/party-batches.js";
import { PartyFolder } from "../../src/server/folder/party-folder.js";
import { PartyLook } from "../../src/server/folder/party-look.js";
import { FakeClock } from "./clock.js";
import { ReserveDir, type ReserveParty } from "./reserve.js";

/** Bytes of a document, and of a batch. */
export const MOST = 10_000;
export const MOST_OF_BATCH = 100_000;

export const REPORT = `{"incidentReport": {"submissionKey": "k", "report": {"summary": "Файлдар шифрланды"}}}`;
export const XML = `<incidentReport xmlns="urn:dabyl:exchange:1" version="1.0"><submissionKey>k</submissionKey></incidentReport>`;

/** What was answered of a file that was taken in. */
interface Intaken {
  readonly file: string;
  readonly text: string;
  readonly arrivedAt: number;
}

type Given = Parameters<Intake["answerToBatch"]>;
type AnswerToBatch = (work: WorkFile, opened: Given[2], signal: AbortSignal, use: Given[4]) => Promise<boolean>;

export const receipt = (): Answer => ({ is: "receipt", texts: ["{}"], code: null });

/** A party's folder that is looked at by hand, by what a gateway looks with, and whose files a test answers. */
export class LookedAt {
  readonly taken: Intaken[] = [];
  readonly clock = new FakeClock("2026-03-01T20:00:00Z");
  answer: (file: FileName) => Answer | null = receipt;
  /** Reads it whole, and writes "results". */
  answerToBatch: AnswerToBatch = async (...args) => this.results(...args);
  private readonly looking: PartyLook;

  private constructor(
    readonly root: ReserveDir,
    readonly party: ReserveParty,
  ) {
    const { clock } = this;
    const intake: Pick<Intake, "isBound" | "answerTo" | "answerToBatch" | "mostOfBatch"> = {
      mostOfBatch: MOST_OF_BATCH,
      isBound: () => Promise.resolve(true),
      answerTo: (_, { file, arrivedAt }, given) => {
        const said = this.answer(file);
        const text = "bytes" in given ? given.bytes.toString() : given.isNot;
        if (said) this.taken.push({ file: file.file, text, arrivedAt });
        return Promise.resolve(said);
      },
      answerToBatch: (_, work, opened, signal, use) => this.answerToBatch(work, opened, signal, use),
    };
    const locks = { take: () => Promise.resolve(true), isHeld: () => true, release: () => Promise.resolve() };
    const folder = new PartyFolder(party.code, party.path);
    const parts = { intake, locks, clock, logger: createLogger("silent"), signal: new AbortController().signal };
    const batches = new PartyBatches(folder, { ...parts, notes: () => undefined });
    this.looking = new PartyLook(folder, { ...parts, batches, outbound: null, most: MOST });
  }

  static async begin(): Promise<LookedAt> {
    const root = await ReserveDir.make();
    return new LookedAt(root, await root.of("DEMO-ENERGY"));
  }

  /** One look; batches that begin with it are waited for in `batchesEnd`. */
  async look(): Promise<void> {
    await this.looking.look(() => false);
  }

  async batchesEnd(): Promise<void> {
    await this.looking.ended();
  }

  /** Lets time pass, then looks; gives the files that were answered. */
  async looksAfter(milliseconds: number): Promise<string[]> {
    this.clock.advance(milliseconds);
    await this.look();
    await this.batchesEnd();
    return this.taken.splice(0).map(({ file }) => file);
  }

  looks(): Promise<string[]> {
    return this.looksAfter(SECOND);
  }

  private async results(...[{ file, arrivedAt }, opened, , use]: Parameters<AnswerToBatch>): Promise<boolean> {
    const { taken } = this;
    const answered = async function* (): AsyncGenerator<string> {
      const pieces: Uint8Array[] = [];
      if ("pieces" in opened) for await (const piece of opened.pieces) pieces.push(piece);
      const text = "pieces" in opened ? Buffer.concat(pieces).toString() : opened.isNot;
      taken.push({ file: file.file, text, arrivedAt });
      yield "results";
    };
    await use({ is: "results", texts: answered(), code: null });
    return true;
  }
}

/** A folder for each test of a file, which gets it by calling the returned function. */
export function lookedAt(): () => LookedAt {
  let made: LookedAt | null = null;
  beforeEach(async () => {
    made = await LookedAt.begin();
  });
  afterEach(() => made?.root[Symbol.asyncDispose]());
  return () => {
    if (!made) throw new Error("no test has begun");
    return made;
  };
}
