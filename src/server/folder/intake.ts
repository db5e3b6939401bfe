import { RECEIPT, type Receipt } from "../../domain/forms/outgoing.js";
import { instant, toIso, type Instant } from "../../domain/instant.js";
import { bodyTooLarge, Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { linesOf } from "../../exchange/items.js";
import type { Format } from "../../exchange/read-document.js";
import { writeOutgoing } from "../../exchange/write-outgoing.js";
import { itemsOf } from "../../exchange/xml-items.js";
import type { KnownCaller } from "../../operation/request-context.js";
import type { Audience } from "../errors.js";
import { Batch } from "../documents/batch.js";
import type { Documents } from "../documents/documents.js";
import { writeProblem } from "../documents/problem.js";
import { resultWriter, type ResultWriter } from "../documents/results.js";
import type { Refused } from "../documents/refusals.js";
import type { Outcome } from "../documents/submitter.js";
import { Holdings } from "../holdings.js";
import { formatOf, type WorkFile } from "./file-names.js";
import { folderCaller } from "./folder-caller.js";
import type { AnswerKind } from "./out.js";
import type { OpenBatch, Taken, Unfit } from "./party-folder.js";

/** What is put into `out` for a file. */
export interface Answer {
  readonly is: AnswerKind;
  /** For a batch as it is taken in. */
  readonly texts: Iterable<string> | AsyncIterable<string>;
  /** Of a refusal its code. */
  readonly code: string | null;
}

/** The batch has to wait, and be taken in again from its beginning. */
class NotNow extends Error {}

/** Bytes of a batch for each document that it may have: several times what a card takes as people fill it in. */
const BYTES_OF_AN_ITEM = 10_240;

/** Files in, as the actor of their folder: by the same reader, mutation, limits and words as documents over HTTP. */
export class Intake {
  /**
   * Bytes of a batch. Its memory does not depend on it, but how long its folder's next batch waits, and what has to be read again where
   * a gateway ends: so it is what a batch of as many documents as are taken needs, not what they might have at most.
   */
  readonly mostOfBatch: number;

  constructor(private readonly documents: Documents) {
    const { bytes, items } = documents.limits;
    this.mostOfBatch = Math.max(bytes, items * BYTES_OF_AN_ITEM);
  }

  async isBound(code: string): Promise<boolean> {
    return (await folderCaller(this.documents.gateway, code)) !== null;
  }

  /** Null where the file has to wait: the folder is bound to nobody, or its time has not come. */
  async answerTo(code: string, { file, arrivedAt }: WorkFile, taken: Taken): Promise<Answer | null> {
    const { gateway, refusals } = this.documents;
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
    if ("problem" in outcome) return refusalOf(outcome, format);
    return {
      is: "receipt",
      texts: [writeOutgoing(RECEIPT, inFile(outcome.accepted, arrivedAt, mtime), format)],
      code: null,
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
    const caller = await folderCaller(this.documents.gateway, code, { arrivedAt, mtime }, signal);
    if (!caller) return false;
    const format = formatOf(file);
    const holdings = new Holdings();
    try {
      const batch = await this.begin(opened, format, caller, holdings);
      if ("problem" in batch) return await refuse(batch, format, use);
      const writer = inFileWriter(resultWriter(format, false), arrivedAt, mtime);
      await use({ is: "results", texts: whole(batch.results(writer), opened as OpenBatch, signal), code: null });
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
    const { refusals, bodies, limits } = this.documents;
    const limit = this.mostOfBatch;
    try {
      if (!("pieces" in opened))
        throw unfit(opened, new Refusal("BODY_TOO_LARGE", say("batchFileTooLarge", { limit }), [], { limit }));
      holdings.add(bodies.beginBatch(caller.session.actor));
      const items = (format === "xml" ? itemsOf : linesOf)(opened.pieces, limits.bytes);
      const sent = { items, format, kind: null, ending: caller.signal };
      return await Batch.begin(this.documents, sent, caller);
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
    const { gateway, submitter, bodies, limits } = this.documents;
    const { actor } = caller.session;
    if (!("bytes" in taken)) throw unfit(taken, bodyTooLarge(limits.bytes));
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
  return isNot === "SMALL_ENOUGH" ? tooLarge : new Refusal("BAD_REQUEST", say("fileUnfit", {}));
}

/** Null where the same once more will tell. */
function refusalOf({ problem, standing }: Refused, format: Format): Answer | null {
  if (standing !== "REFUSED") return null;
  return { is: "refusal", texts: [writeProblem(problem, format)], code: problem.code };
}

async function refuse(refused: Refused, format: Format, use: (answer: Answer) => Promise<void>): Promise<boolean> {
  const answer = refusalOf(refused, format);
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
      if (outcome.standing !== "REFUSED" || outcome.problem.code === "UNAUTHENTICATED") throw new NotNow();
      return writer.result(result);
    },
  };
}
