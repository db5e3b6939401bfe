import { request as open, type ClientRequest, type IncomingMessage } from "node:http";
import type { DocumentKind } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { NAMESPACE } from "../../src/exchange/xml-names.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import type { Format } from "../../src/exchange/read-document.js";
import { exchange, TYPES } from "./exchange.js";
import type { Person } from "./person.js";

/** A result of a batch, as it is answered in JSON. */
export interface ResultLine {
  readonly index: number;
  readonly status: number;
  readonly submissionKey?: string;
  readonly receipt?: Readonly<Record<string, unknown>>;
  readonly problem?: { readonly code: string; readonly violations?: readonly Readonly<Record<string, unknown>>[] };
}

export interface BatchAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly results: readonly ResultLine[];
  /** Null where the answer was cut off. */
  readonly summary: Readonly<Record<string, unknown>> | null;
}

export const NDJSON = "application/x-ndjson";

export type BatchDocument = readonly [DocumentKind, JsonObject];

/** Documents of any kinds as one body. */
export function batchOf(documents: readonly BatchDocument[], format: Format = "json"): string {
  if (format === "json")
    return documents.map(([kind, content]) => `{"${kind}":${writeDocument(kind, content, "json")}}\n`).join("");
  const each = documents.map(([kind, content]) => writeDocument(kind, content, "xml").replace(/^<\?xml.*\?>\n/, ""));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<batch xmlns="${NAMESPACE}" version="1.0">\n${each.join("")}</batch>\n`;
}

/** Sends a batch whole, and reads its results whole. */
export async function sendsBatch(
  person: Person,
  body: string | Buffer,
  format: Format = "json",
  headers: Readonly<Record<string, string>> = {},
  path = "documents",
): Promise<BatchAnswer> {
  const type = format === "json" ? NDJSON : TYPES.xml;
  const answer = await exchange(person, path, { body, type, headers: { accept: NDJSON, ...headers } });
  return { ...answer, ...resultsIn(answer.status === 200 ? answer.text : "") };
}

/** What is in an answer in JSON, as far as it came. */
export function resultsIn(text: string): Pick<BatchAnswer, "results" | "summary"> {
  const lines = text.startsWith("<") ? [] : text.split("\n").slice(0, -1);
  const read = lines.map((line) => JSON.parse(line) as ResultLine | { readonly summary: BatchAnswer["summary"] });
  return {
    results: read.filter((line) => "index" in line),
    summary: read.map((line) => ("summary" in line ? line.summary : null)).at(-1) ?? null,
  };
}

/** Who sends, and where to. */
interface Sender {
  readonly token: string;
  readonly world: { readonly url: string };
}

/** A batch that is sent piece by piece, by a client that reads when the test says so. */
export class OpenBatch {
  private constructor(
    readonly request: ClientRequest,
    /** Resolves once the answer begins. */
    readonly answer: Promise<IncomingMessage>,
  ) {}

  static begin(person: Sender, headers: Readonly<Record<string, string>> = {}): OpenBatch {
    const sending = open(`${person.world.url}/exchange/documents`, {
      method: "POST",
      headers: { authorization: `Bearer ${person.token}`, "content-type": NDJSON, ...headers },
    });
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      sending.once("response", resolve);
      sending.once("error", reject);
    });
    // A test that leaves does not wait for it.
    answer.catch(() => undefined);
    sending.on("error", () => undefined);
    sending.flushHeaders();
    return new OpenBatch(sending, answer);
  }

  send(text: string): void {
    this.request.write(text);
  }

  /** So many of the next results, once they have come. */
  async reads(count: number): Promise<readonly ResultLine[]> {
    while (this.lines.length < count) if (!(await this.readMore())) throw new Error(`the answer ended: ${this.text}`);
    return this.lines.splice(0, count).map((line) => JSON.parse(line) as ResultLine);
  }

  /** All that is answered from there on, once all is sent. */
  async rest(): Promise<Pick<BatchAnswer, "results" | "summary">> {
    this.request.end();
    while (await this.readMore());
    return resultsIn(this.lines.map((line) => `${line}\n`).join(""));
  }

  private readonly lines: string[] = [];
  private text = "";
  private pieces: AsyncIterator<string, unknown> | null = null;

  private async readMore(): Promise<boolean> {
    this.pieces ??= (await this.answer).setEncoding("utf8")[Symbol.asyncIterator]() as AsyncIterator<string, unknown>;
    // A gateway that is killed cuts it off.
    const piece = await this.pieces.next().catch(() => ({ done: true }) as const);
    if (piece.done) return false;
    const lines = `${this.text}${piece.value}`.split("\n");
    this.text = lines.pop() ?? "";
    this.lines.push(...lines);
    return true;
  }
}
