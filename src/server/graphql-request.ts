import { randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import { bodyTooLarge } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { hangUp } from "./hang-up.js";
import { expectUtf8, HttpRefusal } from "./http-refusal.js";

/** A GraphQL request (GraphQL over HTTP, section 5) of valid form; the document has not been looked at yet. */
export interface GraphqlRequest {
  /** Absent only if a persisted document is named by its hash, which Apollo answers. */
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const ANSWER_TYPES = /(?:^|,)\s*(?:application\/(?:json|graphql-response\+json|\*)|\*\/\*)\s*(?:;|,|$)/i;

/** Chunks in which a body may arrive, plus one for every this many bytes: a chunk costs as much as a few kilobytes. */
const PIECES = 512;
const BYTES_OF_A_PIECE = 256;
/** Milliseconds by which the refusal of a body in more chunks is delayed. */
const HELD = 700;

/**
 * Reads a whole body. Rejects with BODY_TOO_LARGE, with whatever `grown` throws, and with the stream's own errors. A body in
 * absurdly many chunks is not read any further: its connection is closed.
 */
export function readWhole(
  body: IncomingMessage,
  limit: number,
  /** Called with the bytes so far; if it throws, reading stops. */
  grown: (bytes: number) => void,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const stop = (): void => {
      body.off("data", take);
      // Otherwise the rest would still be read, and dropped.
      body.pause();
    };
    const take = (piece: Buffer): void => {
      size += piece.length;
      pieces.push(piece);
      try {
        if (size > limit) throw bodyTooLarge(limit);
        grown(size);
      } catch (error) {
        stop();
        reject(error);
        return;
      }
      if (pieces.length <= PIECES + size / BYTES_OF_A_PIECE) return;
      stop();
      // The packet that they came in may hold ten thousand more.
      hangUp(body.socket);
      // Delayed: a client that sends the next packet as soon as it is refused would keep the thread busy parsing.
      setTimeout(() => reject(new HttpRefusal(400, say("bodyInPieces", {}))), HELD).unref();
    };
    body.on("data", take);
    body.once("end", () => resolve(Buffer.concat(pieces)));
    body.once("error", reject);
  });
}

/** Bytes of a body that is parsed without a check: whatever it holds takes little time. */
const SMALL = 65_536;
/** Objects, lists and comma-separated entries in one body: far more than a card with the most indicators has. */
const PARTS = 500_000;
/** Distinct field names in one body: each new one takes as long as fifty entries. The whole schema has a few hundred. */
const NAMES = 5_000;
const [QUOTE, COLON, BACKSLASH] = ['"', ":", "\\"].map((sign) => sign.charCodeAt(0));
const IS_PART = new Uint8Array(256);
for (const sign of "{[,") IS_PART[sign.charCodeAt(0)] = 1;
/** Odd and unpredictable, so that nobody can craft names whose hashes collide. */
const BASE = randomInt(2 ** 31) * 2 + 1;

/**
 * Whether JSON has so many parts or names that parsing it would take long, which its size does not show. One pass, one step per
 * byte.
 */
export function isTooFine(json: Buffer): boolean {
  if (json.length <= SMALL) return false;
  const names = new Set<number>();
  let parts = 0;
  let isInText = false;
  /** Of the last string. */
  let hash = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (isInText) {
      if (byte === QUOTE) isInText = false;
      else {
        hash = (Math.imul(hash, BASE) + byte) | 0;
        // An escaped character does not end the string.
        if (byte === BACKSLASH) at += 1;
        if (byte === BACKSLASH) hash = (Math.imul(hash, BASE) + (json[at] ?? 0)) | 0;
      }
    } else if (byte === QUOTE) {
      isInText = true;
      hash = 0;
    } else if (byte === COLON) {
      names.add(hash);
      if (names.size > NAMES) return true;
    } else if (IS_PART[byte] === 1) {
      parts += 1;
      if (parts > PARTS) return true;
    }
  }
  return false;
}

/** The JSON of a body; throws HttpRefusal for bytes, a charset or an encoding that would require guessing. */
export function readBody({ headers }: FastifyRequest, body: Buffer): unknown {
  expectUtf8(headers["content-type"]);
  const encoding = headers["content-encoding"] ?? "identity";
  if (!/^identity$/i.test(encoding))
    throw new HttpRefusal(415, say("encodingUnfit", { encoding: encoding.slice(0, 40) }), {
      "accept-encoding": "identity",
    });
  const text = textOf(body);
  if (isTooFine(body)) throw new HttpRefusal(400, say("jsonTooFine", { most: PARTS, names: NAMES }));
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, say("notJson", {}));
  }
}

/** A GraphQL request, from the body or the URL; throws HttpRefusal. */
export function readRequest(request: FastifyRequest): GraphqlRequest {
  const { accept } = request.headers;
  if (accept !== undefined && !ANSWER_TYPES.test(accept)) throw new HttpRefusal(406, say("answerTypeUnfit", {}));
  return request.method === "POST" ? asked(request.body) : asked(inAddress(request.raw.url ?? ""));
}

/** The parameters of a URL, whose bytes must be UTF-8 (RFC 3986, section 2.5). */
function inAddress(url: string): unknown {
  const search = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  let parameters: (readonly [string, string])[];
  try {
    parameters = search.split("&").map((part) => {
      const [name = "", ...value] = part.split("=").map((piece) => decodeURIComponent(piece.replaceAll("+", " ")));
      return [name, value.join("=")];
    });
  } catch {
    throw new HttpRefusal(400, say("targetUnreadable", {}));
  }
  const names = parameters.map(([name]) => name);
  const isRepeated = ["query", "operationName", "variables", "extensions"].some(
    (name) => names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (isRepeated) throw new HttpRefusal(400, say("requestUnfit", {}));
  return Object.fromEntries(
    parameters.map(([name, value]) => [name, ["variables", "extensions"].includes(name) ? jsonOf(name, value) : value]),
  );
}

function asked(given: unknown): GraphqlRequest {
  if (!isObject(given)) throw new HttpRefusal(400, say("requestUnfit", {}));
  const { query, operationName, variables, extensions } = given;
  const isByHash = query === undefined && isObject(extensions) && "persistedQuery" in extensions;
  if (typeof query !== "string" && !isByHash) throw new HttpRefusal(400, say("requestUnfit", {}));
  const unfit = (part: string) => new HttpRefusal(400, say("requestPartUnfit", { part }));
  if (!isAbsent(operationName) && typeof operationName !== "string") throw unfit("operationName");
  if (!isAbsent(variables) && !isObject(variables)) throw unfit("variables");
  if (!isAbsent(extensions) && !isObject(extensions)) throw unfit("extensions");
  return {
    ...(typeof query === "string" ? { query } : {}),
    // Go clients send an empty string when they mean none.
    ...(operationName ? { operationName } : {}),
    ...(variables ? { variables } : {}),
    ...(extensions ? { extensions } : {}),
  };
}

function jsonOf(part: string, text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, say("requestPartUnfit", { part }));
  }
}

function textOf(body: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new HttpRefusal(400, say("notUtf8", {}));
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
