import { RECEIPT, type Receipt } from "../../domain/forms/outgoing.js";
import { instant, toIso, type Instant } from "../../domain/instant.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { linesOf } from "../../exchange/items.js";
import type { Format } from "../../exchange/read-document.js";
import { writeOutgoing } from "../../exchange/write-outgoing.js";
import { itemsOf } from "../../exchange/xml-items.js";
import type { KnownCaller } from "../../operation/request-context.js";
import type { Audience } from "../errors.js";
import { Batch, type BatchParts } from "../documents/batch.js";
import { writeProblem, type Problem } from "../documents/problem.js";
import { resultWriter, type ResultWriter } from "../documents/results.js";
import type { Refused } from "../documents/refusals.js";
import type { Outcome } from "../documents/submitter.js";
import { Holdings } from "../holdings.js";
import { bodyTooLarge, HttpRefusal } from "../http-refusal.js";
import { formatOf, type WorkFile } from "./file-names.js";
import { folderCaller } from "./folder-caller.js";
import type { AnswerKind } from "./out.js";
import type { OpenBatch, Taken, Unfit } from "./party-folder.js";

/** What is put into `out` for a file. */
export interface Answer {
  readonly is: AnswerKind;
  /** For a batch as it is taken in. */
  readonly texts: Iterable<string> | AsyncIterable<string>;
  /** The status that it would have had over HTTP. */
  readonly status: number;
}

/** The batch has to wait, and be taken in again from its beginning. */
class NotNow extends Error {}

/** Not sealed in time, asked too much, busy or away: nothing is wrong with the file, and the same once more will tell. */
const LATER = [202, 429, 503];

/** Bytes of a batch for each document that it may have: several times what a card takes as people fill it in. */
const BYTES_OF_AN_ITEM = 10_240;

type Parts = BatchParts & {
  /** Bytes of a document. */
  readonly most: number;
  readonly mostItems: number;
};

/** Files in, as the actor of their folder: by the same reader, mutation, limits and words as documents over HTTP. */
export class Intake {
  /**
   * Bytes of a batch. Its memory does not depend on it, but how long its folder's next batch waits, and what has to be read again where
   * a gateway ends: so it is what a batch of as many documents as are taken needs, not what they might have at most.
   */
  readonly mostOfBatch: number;

  constructor(private readonly parts: Parts) {
    this.mostOfBatch = Math.max(parts.most, parts.mostItems * BYTES_OF_AN_ITEM);
  }

  async isBound(code: string): Promise<boolean> {
    return (await folderCaller(this.parts.gateway, code)) !== null;
  }

  /** Null where the file has to wait: the folder is bound to nobody, or its time has not come. */
  async answerTo(code: string, { file, arrivedAt }: WorkFile, taken: Taken): Promise<Answer | null> {
    const { gateway, refusals } = this.parts;
    const receivedAt = gateway.clock.now();
    const mtime = "bytes" in taken ? taken.mtime : instant(0);
    const caller = await folderCaller(gateway, code, { arrivedAt, mtime });
    if (!caller) return null;
    const format = formatOf(file);
    const holdings = new Holdings();
    let outcome: Outcome;
    try {
      outcome = await this.submit(taken, format, { ...caller, receivedAt }, holdings);
    } catch (error) {
      outcome = refusals.thrown(error, audienceOf(caller));
    } finally {
      holdings.giveBack();
    }
    if ("problem" in outcome) return refusalOf(outcome.problem, format);
    return {
      is: "receipt",
      texts: [writeOutgoing(RECEIPT, inFile(outcome.accepted, arrivedAt, mtime), format)],
      status: 200,
    };
  }

  /**
   * Takes a batch in while `use` puts the answer into `out`. False where it has to wait, and be taken in from its beginning then: what
   * was accepted is repeated. So does one that was written to meanwhile, and one whose `signal` is aborted.
   */
  async answerToBatch(
    code: string,
    { file, arrivedAt }: WorkFile,
    opened: OpenBatch | Unfit,
    signal: AbortSignal,
    use: (answer: Answer) => Promise<void>,
  ): Promise<boolean> {
    const mtime = "pieces" in opened ? opened.mtime : instant(0);
    const caller = await folderCaller(this.parts.gateway, code, { arrivedAt, mtime }, signal);
    if (!caller) return false;
    const format = formatOf(file);
    const holdings = new Holdings();
    try {
      const batch = await this.begin(opened, format, caller, holdings);
      if ("problem" in batch) return await refuse(batch.problem, format, use);
      const writer = inFileWriter(resultWriter(format, false), arrivedAt, mtime);
      await use({ is: "results", texts: whole(batch.results(writer), opened as OpenBatch, signal), status: 200 });
      return true;
    } catch (error) {
      if (error instanceof NotNow) return false;
      throw error;
    } finally {
      holdings.giveBack();
    }
  }

  private async begin(
    opened: OpenBatch | Unfit,
    format: Format,
    caller: KnownCaller,
    holdings: Holdings,
  ): Promise<Batch | Refused> {
    const { refusals, bodies, most, mostItems } = this.parts;
    const limit = this.mostOfBatch;
    try {
      if (!("pieces" in opened))
        throw unfit(opened, new Refusal("BODY_TOO_LARGE", say("batchFileTooLarge", { limit }), [], { limit }));
      holdings.add(bodies.beginBatch(caller.session.actor));
      const items = (format === "xml" ? itemsOf : linesOf)(opened.pieces, most);
      const sent = { items, format, kind: null, mostItems, ending: caller.signal };
      return await Batch.begin(this.parts, sent, caller);
    } catch (error) {
      return refusals.thrown(error, audienceOf(caller));
    }
  }

  private async submit(
    taken: Taken,
    format: Format,
    caller: KnownCaller & { readonly receivedAt: Instant },
    holdings: Holdings,
  ): Promise<Outcome> {
    const { gateway, submitter, bodies, most } = this.parts;
    const { actor } = caller.session;
    if (!("bytes" in taken)) throw unfit(taken, bodyTooLarge(most));
    const { bytes } = taken;
    bodies.charge(actor, bytes.length);
    const isLarge = bodies.isLarge(bytes.length);
    if (isLarge) {
      holdings.add(gateway.actsUnderWay.begin(caller.receivedAt));
      holdings.add(await bodies.turn(actor, caller.signal));
    }
    const document = await submitter.read(bytes, format, null, caller);
    return submitter.submit(document, { ...caller, isLarge });
  }
}

function audienceOf({ locale, origin }: KnownCaller): Audience {
  return { locale, requestId: origin.requestId };
}

function unfit({ isNot }: Unfit, tooLarge: Refusal): Refusal {
  return isNot === "SMALL_ENOUGH" ? tooLarge : new HttpRefusal(400, say("fileUnfit", {}));
}

function refusalOf(problem: Problem, format: Format): Answer | null {
  if (LATER.includes(problem.status)) return null;
  return { is: "refusal", texts: [writeProblem(problem, format)], status: problem.status };
}

async function refuse(problem: Problem, format: Format, use: (answer: Answer) => Promise<void>): Promise<boolean> {
  const answer = refusalOf(problem, format);
  if (answer) await use(answer);
  return answer !== null;
}

/** Results up to their end, which counts only if the batch is what it was when it was opened. */
async function* whole(results: AsyncIterable<string>, opened: OpenBatch, signal: AbortSignal): AsyncGenerator<string> {
  for await (const text of results) {
    if (signal.aborted) throw new NotNow();
    yield text;
  }
  if (signal.aborted || !(await opened.wasWhole())) throw new NotNow();
}

/** A receipt says as well since when its file was there, and when it was written. */
function inFile(receipt: Receipt, arrivedAt: Instant, mtime: Instant): Receipt {
  const { duties, warnings, ...rest } = receipt;
  return { ...rest, arrivedAt: toIso(arrivedAt), mtime: toIso(mtime), duties, warnings };
}

/** Results as a file gets them: none of an item that has to be asked again, or of a folder that is bound to nobody any more. */
function inFileWriter(writer: ResultWriter, arrivedAt: Instant, mtime: Instant): ResultWriter {
  return {
    ...writer,
    result(result) {
      const { outcome } = result;
      if (!("problem" in outcome))
        return writer.result({
          ...result,
          outcome: { ...outcome, accepted: inFile(outcome.accepted, arrivedAt, mtime) },
        });
      const { status, code } = outcome.problem;
      if (LATER.includes(status) || code === "UNAUTHENTICATED") throw new NotNow();
      return writer.result(result);
    },
  };
}
