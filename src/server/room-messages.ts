import type { ExecutionResult } from "graphql";
import type { Place } from "../journal/live-feed.js";
import type { Made } from "./frames.js";
import { TextMessages } from "./text-messages.js";

/** Frames of a room as the bytes of WebSocket messages. */

/** The most bytes that one reader is given at once. */
const PART = 1_048_576;

/** The way to one subscription's client. */
export interface Outlet {
  /** Sends a frame; resolves when it is written to the network. */
  next(frame: ExecutionResult): Promise<void>;
  /** What each message of a frame begins with; the same for subscriptions of one id. */
  readonly beginning: string;
  /** What follows it, for a frame with errors: they name the request, and each is counted. */
  worded(frame: ExecutionResult): Buffer;
  /** Writes whole messages, at once; they are in use afterwards only if it is then behind. */
  put(messages: readonly Buffer[]): void;
  /** Whether something that was sent is not written to the network yet. */
  readonly isBehind: boolean;
  /** Resolves when everything that was put is written, or the client has gone. */
  drained(): Promise<void>;
}

/** Who is written to, and from where on. */
interface Reader {
  readonly place: Place;
  readonly outlet: Outlet;
}

/** A frame ready to be written. */
export interface Ready {
  readonly position: number;
  readonly frame: ExecutionResult;
  /** Null if it has errors, which are presented to each. */
  readonly body: Buffer | null;
}

/** The frames as bytes, in their order; without those whose subject is out of scope. */
export function serialized(made: readonly Made[]): readonly Ready[] {
  return made.flatMap((one) => {
    if ("failure" in one || !one.frame) return [];
    const { position, frame } = one;
    return [{ position, frame, body: frame.errors ? null : Buffer.from(`${JSON.stringify(frame)}}`) }];
  });
}

/** Frames in parts that may be unread at once: of PART bytes, or of one frame that is larger. */
export function inParts(ready: readonly Ready[]): readonly (readonly [Ready, ...Ready[]])[] {
  const parts: [Ready, ...Ready[]][] = [];
  for (const one of ready) {
    const last = parts.at(-1);
    if (last && bytesOf([...last, one]) <= PART) last.push(one);
    else parts.push([one]);
  }
  return parts;
}

export function bytesOf(ready: readonly Ready[]): number {
  return ready.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
}

/**
 * Writes frames to one reader after the other, each from its own position. Almost all get the same bodies: what one has been given and the
 * network has taken, the next is given, with its own id in it.
 */
export function writerOf(ready: readonly Ready[], from: number): (member: Reader) => void {
  const bodies = ready.flatMap(({ body }) => body ?? []);
  const areSame = bodies.length === ready.length;
  let free: TextMessages | null = null;
  return ({ place: { at }, outlet }) => {
    const { beginning } = outlet;
    if (!areSame || at > from) {
      const missed = ready.filter(({ position }) => position > at);
      outlet.put(
        new TextMessages(
          beginning,
          missed.map(({ frame, body }) => body ?? outlet.worded(frame)),
        ).pieces,
      );
      return;
    }
    if (!free?.beginWith(beginning)) free = new TextMessages(beginning, bodies);
    outlet.put(free.pieces);
    if (outlet.isBehind) free = null;
  };
}
