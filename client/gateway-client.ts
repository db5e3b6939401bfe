import type { RejectionFragment } from "../schema/operations.generated.js";
import { type Fault, GatewayError, Refused, Rejected, Unreachable } from "./errors.js";
import { type Delivery, Feeds, type FeedVariables, type HasCursor } from "./feeds.js";
import { pause, waitBefore } from "./waits.js";

export type Language = "kk" | "ru" | "en";

/** An operation and the types of its answer and variables, as GraphQL Code Generator writes it (`documentMode: string`). */
export interface TypedDocument<Data, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Data;
}

/** How to reach a gateway, and as whom. */
export interface ClientSettings {
  /** Such as `https://dabyl.example`. */
  readonly address: string;
  /** The access token, or what gives the current one, asked each time that one is needed. */
  readonly token: string | (() => string | Promise<string>);
  /** The language of messages, or what gives it, asked for each request and each connection; English if it is not set. */
  readonly language?: Language | (() => Language);
  /** Set where people read the gateway's sentences on a page: they name buttons of the console, and nothing of the API. */
  readonly reader?: "console";
  /** Milliseconds for one request. The gateway lets an act wait for its turn, its locks and its receipt for up to a minute. */
  readonly timeout?: number;
  /** Milliseconds between pings of the feeds' socket; 20 seconds if it is not set. */
  readonly pingEvery?: number;
  /** Milliseconds within which a ping is answered and a socket connected, or it counts as lost; 10 seconds if it is not set. */
  readonly answersWithin?: number;
  /** Told when the feeds' socket is connected and when it is lost, for a screen. */
  readonly onLink?: (link: Link) => void;
  /** Node 20 has no WebSocket of its own: pass that of the package `ws`. */
  readonly webSocket?: unknown;
}

/** How the feeds' socket stands: a close has the gateway's code and reason (docs/feed.md), the network's silence is 1006. */
export type Link =
  { readonly state: "CONNECTED" } | { readonly state: "LOST"; readonly code: number; readonly reason: string };

/** An answer as it came. */
export interface Answer<Data> {
  /** The status of HTTP. */
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly Fault[];
}

export interface Asking {
  readonly signal?: AbortSignal | undefined;
}

export interface Repeating extends Asking {
  /** Told before each repetition, and before a feed comes back, for a log: the error, and milliseconds until then. */
  readonly onRetry?: (error: GatewayError, wait: number) => void;
}

export interface Tracking extends Repeating {
  /**
   * Told each time that everything has been dealt with that had happened before the feed was connected, with the cursor of that
   * moment: what comes next is live. The document takes `mark`.
   */
  readonly onCaughtUp?: (cursor: string) => void;
}

export interface Submitting extends Repeating {
  /** Milliseconds for which a submission is repeated before its last error is thrown; ten minutes if it is not set. */
  readonly patience?: number;
}

/** What a mutation with a receipt is answered with. */
interface Judged {
  readonly __typename: string;
}

/** What is left of an answer once it is no rejection. */
export type AcceptedOf<Given> = Exclude<Given, RejectionFragment>;

/** Where all feeds are now. */
const HEAD = "{ incidents(first: 0) { feedCursor } }";

const DEFAULT_TIMEOUT = 90_000;
const DEFAULT_PATIENCE = 600_000;

/** One account at a gateway: questions, submissions and feeds. */
export class GatewayClient {
  private readonly feeds: Feeds;

  readonly settings: ClientSettings;

  /** Throws TypeError if the address is none of a gateway. */
  constructor(settings: ClientSettings) {
    this.settings = { ...settings, address: originOf(settings.address) };
    this.feeds = new Feeds(this.settings, async (signal) => {
      const { incidents } = await this.ask<{ incidents: { feedCursor: string } }, object>(HEAD, {}, { signal });
      return incidents.feedCursor;
    });
  }

  /** Sends an operation once and returns whatever the gateway answered; throws Unreachable. */
  async send<Data, Variables>(
    document: TypedDocument<Data, Variables> | string,
    variables?: Variables,
    { signal }: Asking = {},
  ): Promise<Answer<Data>> {
    const { address, token, language = "en", reader, timeout = DEFAULT_TIMEOUT } = this.settings;
    const secret = typeof token === "string" ? token : await token();
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), timeout);
    try {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "accept-language": typeof language === "string" ? language : language(),
          ...(reader ? { "dabyl-reader": reader } : {}),
          ...(secret ? { authorization: `Bearer ${secret}` } : {}),
        },
        body: JSON.stringify({ query: document.toString(), variables }),
        signal: signal ? AbortSignal.any([signal, end.signal]) : end.signal,
      });
      return await answerOf<Data>(response);
    } catch (error) {
      if (signal?.aborted || error instanceof GatewayError) throw error;
      const says = end.signal.aborted ? `does not answer within ${timeout / 1_000} seconds` : "cannot be reached";
      throw new Unreachable(`The gateway at ${address} ${says}.`, null, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** The data of an operation, asked once; throws Refused if there are errors, else Unreachable. */
  async ask<Data, Variables>(
    document: TypedDocument<Data, Variables> | string,
    variables: Variables,
    asking: Asking = {},
  ): Promise<Data> {
    const { data, errors } = await this.send(document, variables, asking);
    if (errors || !data) throw new Refused(errors ?? []);
    return data;
  }

  /**
   * Submits under a key, and repeats the same under the same key until the gateway has accepted or rejected it, whatever
   * happens in between: an act is recorded once. Keep key and input until this has returned, so that another process can go on.
   * Throws Rejected with the broken rules, or, when patience is at an end or repeating is of no use, the last error.
   */
  async submit<Given extends Judged, Input extends { readonly submissionKey: string }>(
    document: TypedDocument<Readonly<Record<string, Given>>, { input: Input }>,
    input: Input,
    { patience = DEFAULT_PATIENCE, onRetry, ...asking }: Submitting = {},
  ): Promise<AcceptedOf<Given>> {
    const until = performance.now() + patience;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return acceptedOf(await this.ask(document, { input }, asking));
      } catch (error) {
        if (!(error instanceof GatewayError && error.isTemporary)) throw error;
        const wait = waitBefore(attempt, error.retryAfter);
        if (performance.now() + wait > until) throw error;
        onRetry?.(error, wait);
        await pause(wait, asking.signal);
      }
    }
  }

  /**
   * Follows a feed from a cursor, without a gap, across whatever breaks in between; without a cursor from now. Ends when the
   * loop is left, `signal` is aborted or the client is closed. Keep the cursor of what you have dealt with, and begin with it
   * after a restart. The document takes `after` and selects `cursor`. Throws Refused if the cursor cannot be served or a right was
   * lost, SocketClosed if the token is not accepted, and what `token` throws.
   */
  follow<Frame extends HasCursor, Variables extends FeedVariables>(
    document: TypedDocument<Readonly<Record<string, Frame>>, Variables>,
    variables: Variables,
    tracking: Tracking = {},
  ): AsyncGenerator<Delivery<Frame>, void, undefined> {
    return this.feeds.follow(document.toString(), variables, tracking);
  }

  /** Ends what is followed and closes the socket. */
  async close(): Promise<void> {
    await this.feeds.close();
  }
}

/** The acceptance in a mutation's data; throws Rejected. */
export function acceptedOf<Given extends Judged>(data: Readonly<Record<string, Given>>): AcceptedOf<Given> {
  const [given] = Object.values(data);
  if (!given) throw new Refused([]);
  if (given.__typename === "SubmissionRejected" || "violations" in given)
    throw new Rejected(given as unknown as RejectionFragment);
  return given as AcceptedOf<Given>;
}

async function answerOf<Data>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  if (/^application\/(graphql-response\+)?json/.test(type)) {
    const answer = answerIn<Data>(text);
    if (answer) return { status: response.status, ...answer };
  }
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds * 1_000 : null;
  throw new Unreachable(`Something other than the gateway answered: ${response.status}.`, retryAfter);
}

/** What a text in JSON says, if it is an answer of GraphQL: a proxy may speak JSON too, and an answer may be cut off. */
function answerIn<Data>(text: string): Omit<Answer<Data>, "status"> | null {
  try {
    const answer = JSON.parse(text) as { readonly data?: Data | null; readonly errors?: unknown } | null;
    if (typeof answer !== "object" || answer === null || !("data" in answer || Array.isArray(answer.errors)))
      return null;
    return answer as Omit<Answer<Data>, "status">;
  } catch {
    return null;
  }
}

/** Scheme, host and port of an address, and the path before `/graphql` if a proxy has one. */
function originOf(address: string): string {
  const isAddress = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  if (!isAddress)
    throw new TypeError(`"${address}" is no address of a gateway: give one such as https://dabyl.example`);
  return address.replace(/\/+$/, "");
}
