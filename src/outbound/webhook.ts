import { createHmac, randomBytes } from "node:crypto";
import { lookup as lookUp, Resolver } from "node:dns/promises";
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { callbackify } from "node:util";
import { SECOND, type Instant } from "../domain/instant.js";
import type { WebhookFault } from "../domain/parties.js";
import { accepted, addressGone, failed, failedForGood, reasonOf, type Attempted } from "./attempt.js";
import { isPublicAddress } from "./public-address.js";

/** Informational answers that are read before the answer, and bytes of the head of any. */
const INFORMATIONAL = 10;
const HEAD_BYTES = 8_192;
/** Bytes of an answer that are read, as a courtesy: nothing in them counts. */
const ANSWER_BYTES = 65_536;

/** Milliseconds that a name server has for an answer. */
const LOOK_UP = 2_000;

/** The receiver wants no calls any more, of whatever (Standard Webhooks; RFC 9110, section 15.5.11). */
const GONE = 410;

const SECRET_PREFIX = "whsec_";

const FAULT_DETAILS: Record<WebhookFault, string> = {
  NOT_URL: "the address is no URL",
  NOT_HTTPS: "the address is not https, and its host is not in WEBHOOK_ALLOWED_HOSTS",
  CREDENTIALS: "the address has a user name or password in it",
  PRIVATE_ADDRESS: "the address is not public, and not in WEBHOOK_ALLOWED_HOSTS",
};

/** One message for a receiver. `id` is the same for each attempt, so that the receiver can recognise a repeat. */
export interface WebhookMessage {
  readonly id: string;
  readonly url: string;
  /** `whsec_` and the key in base64. */
  readonly secret: string;
  readonly body: string;
  /** When this attempt is made. */
  readonly at: Instant;
}

interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** What of an answer counts. `retryAfter` is a header of that name, `date` when the receiver answered by its own clock. */
interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly date: string | undefined;
}

/** All addresses of a host name, which is or is not in the operator's list; throws if it has none. */
export type ResolveHost = (hostname: string, isAllowed: boolean) => Promise<readonly ResolvedAddress[]>;

/** A new secret of the Standard Webhooks specification: `whsec_` and 256 random bits in base64. */
export function newWebhookSecret(): string {
  return SECRET_PREFIX + randomBytes(32).toString("base64");
}

/**
 * What is wrong with a party's address as it is written; null where nothing is. Names are judged when they are called,
 * by the addresses that they have then.
 */
export function webhookFault(url: string, allowedHosts: readonly string[]): WebhookFault | null {
  if (!URL.canParse(url)) return "NOT_URL";
  const target = new URL(url);
  const host = hostOf(target);
  const isAllowed = allowedHosts.includes(host);
  if (target.protocol !== "https:" && !(target.protocol === "http:" && isAllowed)) return "NOT_HTTPS";
  if (target.username !== "" || target.password !== "") return "CREDENTIALS";
  return isIP(host) !== 0 && !isAllowed && !isPublicAddress(host) ? "PRIVATE_ADDRESS" : null;
}

/** The host as the operator lists it: in lower case, an address in its short form and without brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/**
 * Calls parties' webhooks after the Standard Webhooks specification: a POST, signed, once for each call. A receiver that names an
 * address for us must not reach our own network by it: https only, public addresses only, and no redirect is followed;
 * hosts that the operator allows are exempt from the first two.
 */
export class WebhookCaller {
  private readonly timeout: number;
  private readonly allowedHosts: readonly string[];
  private readonly resolve: ResolveHost;

  /** `timeout` in milliseconds is for the whole of one call; `resolve` is `resolveHost` unless it is given. */
  constructor(options: {
    readonly timeout: number;
    readonly allowedHosts: readonly string[];
    readonly resolve?: ResolveHost;
  }) {
    this.timeout = options.timeout;
    this.allowedHosts = options.allowedHosts;
    this.resolve = options.resolve ?? resolveHost;
  }

  /** Hands the message over once; never throws. The proof is the status, `HTTP 204`. */
  async call(message: WebhookMessage): Promise<Attempted> {
    const fault = webhookFault(message.url, this.allowedHosts);
    if (fault !== null) return failedForGood(FAULT_DETAILS[fault]);
    try {
      return judge(await this.post(new URL(message.url), message.body, signedHeaders(message)), message.at);
    } catch (error) {
      return failed(reasonOf(error));
    }
  }

  /** The answer; throws where none came in time. */
  private async post(url: URL, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const options: RequestOptions = {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      // A new connection: one that is kept alive would lead to an address that was checked earlier.
      agent: false,
      maxHeaderSize: HEAD_BYTES,
      lookup: this.lookupJudged(this.allowedHosts.includes(hostOf(url))),
    };
    const request = url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
    return new Promise((resolve, reject) => {
      let failure = new Error("the connection ended without an answer");
      const deadline = setTimeout(() => {
        request.destroy(new Error(`no answer within ${this.timeout / SECOND} s`));
      }, this.timeout);
      request.on("response", (response) => {
        const { statusCode: status = 0, headers: given } = response;
        // The status decides whether the message was accepted, whatever becomes of the rest of the answer.
        resolve({ status, retryAfter: given["retry-after"], date: given.date });
        drain(response);
      });
      // Each is read before anybody is asked: a few of them are usual (RFC 9110, section 15.2), a flood is none.
      let informational = 0;
      request.on("information", () => {
        informational += 1;
        if (informational > INFORMATIONAL) request.destroy(new Error("too many informational answers (1xx)"));
      });
      request.on("error", (error) => {
        failure = error;
      });
      request.on("close", () => {
        clearTimeout(deadline);
        reject(failure);
      });
      request.end(body);
    });
  }

  /** Gives the connection exactly the addresses that were checked, so that the name cannot mean another one later. */
  private lookupJudged(isAllowed: boolean): LookupFunction {
    const judged = callbackify((hostname: string) => this.judgedAddresses(hostname, isAllowed));
    return (hostname, options, done) => {
      judged(hostname, (error, addresses) => {
        if (error) done(error, "");
        else if (options.all) done(null, [...addresses]);
        else done(null, addresses[0].address, addresses[0].family);
      });
    };
  }

  /** All addresses of a name; throws where one of them is not public and the name is not allowed. */
  private async judgedAddresses(
    hostname: string,
    isAllowed: boolean,
  ): Promise<readonly [ResolvedAddress, ...ResolvedAddress[]]> {
    const [first, ...others] = await this.resolve(hostname, isAllowed);
    if (first === undefined) throw new Error("the host has no address");
    const hidden = [first, ...others].find(({ address }) => !isAllowed && !isPublicAddress(address));
    // Not permanent: a name server that was wrong for an hour must not end the delivery.
    if (hidden) throw new Error(FAULT_DETAILS.PRIVATE_ADDRESS);
    return [first, ...others];
  }
}

/**
 * Names that are allowed may be of this machine alone; the others are resolved by asking the name servers, not through the
 * system's resolver,
 * which has two threads for everybody: a name server that is silent would keep them, and with them every connection to a
 * host name.
 */
async function resolveHost(hostname: string, isAllowed: boolean): Promise<readonly ResolvedAddress[]> {
  if (isAllowed) return lookUp(hostname, { all: true });
  const resolver = new Resolver({ timeout: LOOK_UP, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const found = [
    ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0 && four.status === "rejected") throw four.reason;
  return found;
}

/** What the specification asks for: `webhook-signature` is HMAC-SHA256 over id, seconds and body, in base64. */
function signedHeaders({ id, secret, body, at }: WebhookMessage): Record<string, string> {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
  if (!secret.startsWith(SECRET_PREFIX) || key.length === 0)
    throw new Error(`the secret is not ${SECRET_PREFIX} and a key in base64`);
  const seconds = Math.floor(at / SECOND);
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return {
    "content-type": "application/json",
    "user-agent": "dabyl",
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
  };
}

/** Reads an answer to its end and forgets it, or cuts it off where it is too long. */
function drain(response: IncomingMessage): void {
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES) response.destroy();
  });
  // An answer that breaks off raises an error here, which nobody needs.
  response.on("error", () => undefined);
}

/**
 * Any answer but 2xx may be another one tomorrow: a receiver that is being redeployed answers 404 for a minute, or for a
 * night.
 */
function judge({ status, retryAfter, date }: Answer, at: Instant): Attempted {
  if (status >= 200 && status < 300) return accepted(`HTTP ${status}`);
  if (status === GONE) return addressGone(`HTTP ${status}: the receiver wants no calls any more`);
  const detail = status >= 300 && status < 400 ? `HTTP ${status}: a redirect, which is not followed` : `HTTP ${status}`;
  return failed(detail, waitIn(retryAfter, date, at));
}

/**
 * The milliseconds of a `Retry-After` (RFC 9110, section 10.2.3), in seconds or as a date; undefined where it says neither. A
 * date is compared with the receiver's own clock if its answer states it, otherwise with `at`.
 */
function waitIn(retryAfter: string | undefined, date: string | undefined, at: Instant): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * SECOND;
  const until = Date.parse(retryAfter);
  const answered = Date.parse(date ?? "");
  return Number.isNaN(until) ? undefined : Math.max(0, until - (Number.isNaN(answered) ? at : answered));
}
