import { request as overHttp, type ClientRequest, type IncomingMessage } from "node:http";
import { request as overHttps } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { IMPORT_WORDS } from "../domain/wording/import-words.js";
import { say } from "../domain/wording/wording.js";
import { NDJSON_TYPE } from "../exchange/media-types.js";
import { headersOf, lineOf, parsed, type Gateway, type Problem, type Receipt } from "./gateway.js";
import { stopped } from "./obstacle.js";
import type { Entry } from "./places.js";

/** Documents of one request; the gateway may take fewer. */
const MOST = 10_000;
/** Documents that are sent before their results have come; the gateway reads 256 ahead. */
const UNDER_WAY = 512;
/** Milliseconds in which nothing moves. */
const SILENCE = 300_000;
/** Milliseconds for an answer to the first document; a proxy may hold it back until all is sent. */
const FIRST = 2_000;
/** Characters of an answer that is no list of results. */
const LONGEST_PROBLEM = 100_000;

interface ResultLine {
  readonly status: number;
  readonly submissionKey?: string;
  readonly receipt?: Receipt;
  readonly problem?: Problem;
}

interface Summary {
  readonly isComplete: boolean;
}

/** What the gateway said of one document. */
export interface Answer {
  readonly entry: Entry;
  readonly status: number;
  readonly receipt: Receipt | null;
  readonly problem: Problem;
}

/** How a request ended. */
export type End =
  | { readonly is: "WHOLE" }
  /** Without a summary. */
  | { readonly is: "CUT"; readonly error: Error | null }
  /** Refused as a whole. */
  | { readonly is: "REFUSED"; readonly status: number; readonly problem: Problem; readonly retryAfter: number | null }
  /** No more was read from this document on. */
  | { readonly is: "STOPPED"; readonly answer: Answer };

/** One batch: sent as it is read, answered meanwhile. */
export class BatchRequest {
  /** Sent, or about to be, and not answered. */
  readonly waiting: Entry[] = [];
  private readonly request: ClientRequest;
  private readonly answer: Promise<IncomingMessage | Error | null>;
  private isOver = false;
  private isFed = false;
  private wake = (): void => undefined;
  private held: Answer | null = null;
  private summary: Summary | null = null;

  constructor(
    readonly address: URL,
    gateway: Gateway,
  ) {
    const open = address.protocol === "https:" ? overHttps : overHttp;
    const headers = headersOf(gateway, NDJSON_TYPE);
    const request = open(address, { method: "POST", headers, agent: false, timeout: SILENCE });
    request.once("timeout", () => request.destroy(new Error(IMPORT_WORDS[gateway.language].silent)));
    this.answer = new Promise((resolve) => {
      request.once("response", resolve).once("close", () => resolve(null));
      request.on("error", resolve);
    });
    request.on("drain", () => this.wake());
    this.request = request;
  }

  /** Sends what `next` gives until that is null, and hands on each answer in its order. */
  async run(next: () => Promise<Entry | null>, onAnswer: (answer: Answer) => Promise<void>): Promise<End> {
    const feeding = this.feed(next).catch((error: unknown) => {
      this.request.destroy();
      return { error };
    });
    try {
      return await this.read(onAnswer);
    } finally {
      this.isOver = true;
      this.wake();
      const fault = await feeding;
      this.request.destroy();
      // oxlint-disable-next-line no-unsafe-finally -- what is to be sent cannot be read: that the answer was cut off is no news then
      if (fault) throw fault.error;
    }
  }

  /** Nothing more is sent; what was sent is answered. */
  stopFeeding(): void {
    this.isFed = true;
    this.wake();
  }

  private async feed(next: () => Promise<Entry | null>): Promise<void> {
    const { request, waiting } = this;
    for (let sent = 0; sent < MOST && !this.isFed; sent += 1) {
      while (waiting.length >= UNDER_WAY && !this.isOver && !this.isFed) await this.change();
      if (this.isOver || this.isFed) break;
      const entry = await next();
      if (!entry?.document) break;
      waiting.push(entry);
      if (this.isOver) break;
      request.write(lineOf(entry.document));
      if (sent === 0 && !(await this.isWelcome())) break;
      while (request.writableNeedDrain && !this.isOver) await this.change();
    }
    request.end();
  }

  /** Whoever is refused hears that before sending on: what is written to a connection that was closed takes its answer away. */
  private async isWelcome(): Promise<boolean> {
    const answer = await Promise.race([this.answer, pause(FIRST, undefined, { ref: false })]);
    return answer === undefined || (answer !== null && "statusCode" in answer && answer.statusCode === 200);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }

  private async read(onAnswer: (answer: Answer) => Promise<void>): Promise<End> {
    const response = await this.answer;
    if (response === null || response instanceof Error) return { is: "CUT", error: response };
    response.setEncoding("utf8");
    const status = response.statusCode ?? 0;
    if (status !== 200) return this.refusal(status, response);
    const pieces = response[Symbol.asyncIterator]() as AsyncIterator<string, unknown>;
    for (let text = ""; ;) {
      const piece = await pieces.next().catch((error: unknown) => error as Error);
      if (piece instanceof Error) return this.cut(piece);
      if (piece.done) break;
      const lines = `${text}${piece.value}`.split("\n");
      text = lines.pop() ?? "";
      for (const line of lines)
        await this.take(JSON.parse(line) as ResultLine | { readonly summary: Summary }, onAnswer);
      this.wake();
    }
    const { held, summary } = this;
    if (!summary) return this.cut(null);
    if (held && !summary.isComplete) {
      this.waiting.unshift(held.entry);
      return { is: "STOPPED", answer: held };
    }
    if (held) await onAnswer(held);
    return this.waiting.length > 0 ? { is: "CUT", error: null } : { is: "WHOLE" };
  }

  private async take(
    line: ResultLine | { readonly summary: Summary },
    onAnswer: (answer: Answer) => Promise<void>,
  ): Promise<void> {
    if ("summary" in line) {
      this.summary = line.summary;
      return;
    }
    const { held } = this;
    this.held = null;
    if (held) await onAnswer(held);
    const entry = this.waiting.shift();
    if (!entry) throw stopped(say("importTooManyAnswers", {}));
    const { status, receipt = null, problem = {} } = line;
    const answer = { entry, status, receipt, problem };
    // What has no key was not read: whether that is the document's fault or the reading's end shows behind it.
    if (line.submissionKey === undefined) this.held = answer;
    else await onAnswer(answer);
  }

  private cut(error: Error | null): End {
    if (this.held) this.waiting.unshift(this.held.entry);
    return { is: "CUT", error };
  }

  private async refusal(status: number, response: IncomingMessage): Promise<End> {
    let text = "";
    try {
      for await (const piece of response as AsyncIterable<string>) if (text.length < LONGEST_PROBLEM) text += piece;
    } catch {
      // What came of it says enough.
    }
    const seconds = Number(response.headers["retry-after"]);
    return { is: "REFUSED", status, problem: parsed(text), retryAfter: seconds > 0 ? seconds * 1_000 : null };
  }
}
