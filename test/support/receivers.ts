import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** What a mail server does with a mail that it has received completely. */
export type Reply = "ACCEPT" | "REFUSE" | "HOLD";

/** A real mail server with one mailbox. */
export interface Mailbox extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly mails: readonly ParsedMail[];
  /** What happens to the mails from now on. */
  reply: Reply;
  /** Accepts the mails that it holds. */
  releases(): void;
}

/** Starts a mail server, on `port` if given. */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const held: ((error: null, message: string) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 100,
    onData: (stream, _, done) => void take(stream, done),
  });
  async function take(stream: Readable, done: (error?: Error | null, message?: string) => void): Promise<void> {
    mails.push(await simpleParser(stream));
    if (mailbox.reply === "ACCEPT") done(null, `queued as ${mails.length}`);
    if (mailbox.reply === "HOLD") held.push(done);
    if (mailbox.reply === "REFUSE") done(Object.assign(new Error("no such mailbox here"), { responseCode: 550 }));
  }
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const bound = (server.server.address() as AddressInfo).port;
  const mailbox: Mailbox = {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    reply: "ACCEPT",
    releases: () => held.splice(0).forEach((done) => done(null, "queued after a while")),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
  return mailbox;
}

/** One call of a webhook. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real webhook receiver. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly calls: readonly Call[];
  /** The status of the answers from now on; null: no answer, until `answers`. */
  status: number | null;
  /** Headers of the answers from now on. */
  headers: Readonly<Record<string, string>>;
  /** Answers a call that has not been answered, by its index among the calls. */
  answers(call: number, status: number): void;
}

export async function startReceiver(): Promise<Receiver> {
  const calls: Call[] = [];
  const responses: ServerResponse[] = [];
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    responses.push(response);
    calls.push({ headers: request.headers, body });
    if (receiver.status !== null) response.writeHead(receiver.status, receiver.headers).end();
  }
  const server = createServer((request, response) => void take(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/`,
    calls,
    status: 204,
    headers: {},
    answers: (call, status) => void responses[call]?.writeHead(status).end(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
  return receiver;
}
