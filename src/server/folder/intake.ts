import { reserveSession } from "../../access/reserve-session.js";
import { instant, toIso, type Instant } from "../../domain/instant.js";
import { say } from "../../domain/wording/wording.js";
import type { Format } from "../../exchange/read-document.js";
import type { Gateway } from "../../operation/request-context.js";
import { directConnection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Bodies } from "../bodies.js";
import type { Audience } from "../errors.js";
import { Holdings } from "../holdings.js";
import { bodyTooLarge, HttpRefusal } from "../http-refusal.js";
import type { HttpCaller } from "../reception.js";
import { writeProblem } from "../exchange/problem.js";
import { writeReceipt } from "../exchange/receipt.js";
import type { Refusals } from "../exchange/refusals.js";
import type { Outcome, Submitting } from "../exchange/submitting.js";
import type { FileName } from "./file-names.js";
import type { Taken } from "./party-folder.js";
import { isBatch } from "./whole.js";

/** What is put into `out` for a file. */
export interface Answer {
  readonly is: "receipt" | "refusal";
  readonly text: string;
  /** The status that it would have had over HTTP. */
  readonly status: number;
}

/** Not sealed in time, asked too much, busy or away: nothing is wrong with the file, and the same once more will tell. */
const LATER = [202, 429, 503];

interface Parts {
  readonly gateway: Gateway;
  readonly submitting: Submitting;
  readonly refusals: Refusals;
  readonly bodies: Bodies;
  /** Bytes of a file. */
  readonly most: number;
}

/** Files in, as the actor of their folder: by the same reader, mutation, limits and words as a document over HTTP. */
export class Intake {
  constructor(private readonly parts: Parts) {}

  async isBound(code: string): Promise<boolean> {
    return (await this.whoActs(code)) !== null;
  }

  /** Null where the file has to wait: the folder is bound to nobody, or its time has not come. */
  async answerTo(code: string, file: FileName, taken: Taken, arrivedAt: Instant): Promise<Answer | null> {
    const { gateway, refusals } = this.parts;
    const receivedAt = gateway.clock.now();
    const who = await this.whoActs(code);
    if (!who) return null;
    const audience: Audience = { locale: who.locale, requestId: newId(receivedAt) };
    const mtime = "bytes" in taken ? taken.mtime : instant(0);
    const caller: HttpCaller = {
      session: who.session,
      locale: who.locale,
      origin: { requestId: audience.requestId, address: null, door: "folder", file: { arrivedAt, mtime } },
      signal: new AbortController().signal,
      holdings: new Holdings(),
      receivedAt,
    };
    const format = file.ending === "xml" ? "xml" : "json";
    let outcome: Outcome;
    try {
      outcome = await this.submit(file, taken, format, caller);
    } catch (error) {
      outcome = refusals.thrown(error, audience);
    } finally {
      caller.holdings.giveBack();
    }
    if ("accepted" in outcome) {
      const times = { arrivedAt: toIso(arrivedAt), mtime: toIso(mtime) };
      const { duties, warnings, ...rest } = outcome.accepted;
      return { is: "receipt", text: writeReceipt({ ...rest, ...times, duties, warnings }, format), status: 200 };
    }
    const { problem } = outcome;
    if (LATER.includes(problem.status)) return null;
    return { is: "refusal", text: writeProblem(problem, format), status: problem.status };
  }

  private whoActs(code: string): ReturnType<typeof reserveSession> {
    return reserveSession(directConnection(this.parts.gateway.pools.vital), code);
  }

  private async submit(file: FileName, taken: Taken, format: Format, caller: HttpCaller): Promise<Outcome> {
    const { gateway, submitting, bodies, most } = this.parts;
    const { actor } = caller.session;
    if (!("bytes" in taken)) {
      if (taken.isNot === "SMALL_ENOUGH") throw bodyTooLarge(most);
      throw new HttpRefusal(400, say("fileUnfit", { why: "NOT_A_FILE" }));
    }
    const { bytes } = taken;
    if (isBatch(bytes, file.ending)) throw new HttpRefusal(415, say("fileUnfit", { why: "BATCH" }));
    bodies.charge(actor, bytes.length);
    const isLarge = bodies.isLarge(bytes.length);
    if (isLarge) {
      caller.holdings.add(gateway.actsUnderWay.begin(caller.receivedAt ?? gateway.clock.now()));
      caller.holdings.add(await bodies.turn(actor, caller.signal));
    }
    const document = await submitting.read(bytes, format, null, caller);
    return submitting.submit(document, { ...caller, isLarge });
  }
}
