import type { ExecutionResult } from "graphql";
import { scopeKey, scopeOf } from "../domain/access.js";
import type { FeedFilter } from "../journal/live-feed.js";
import type { Following } from "../operation/feed-frames.js";
import type { FeedTurns } from "../operation/feed-turns.js";
import type { Seen } from "../operation/request-context.js";
import type { Frames } from "./frames.js";
import { hashOf } from "./kept-documents.js";
import type { Operation } from "./operation.js";
import { questionOf } from "./question.js";
import { Room } from "./room.js";
import type { Outlet } from "./room-messages.js";

/** The feeds that are followed: alone as long as something was missed, then in rooms (`room.ts`). */
export class Rooms {
  private readonly rooms = new Map<string, Room>();

  constructor(
    private readonly frames: Frames,
    private readonly turns: FeedTurns,
  ) {}

  /** Sends a subscription its frames until its signal; throws what ends its feed before. */
  async follow(following: Following, operation: Operation, outlet: Outlet): Promise<void> {
    const { signal, filter } = following;
    const question = questionOf(operation);
    const asked = hashOf(`${question} ${following.locale} ${keyOf(filter)}`);
    while (!signal.aborted) {
      for await (const source of following) {
        await outlet.next(await this.frames.alone(operation, question, source));
        // Before the rights for the next one are checked.
        await this.turns.untilLeft(source.context);
      }
      const mark = following.takeMark();
      if (mark !== null) await outlet.next(marking(mark));
      const { place } = following;
      // A room that waits for facts asks nobody: whose rights may have changed meanwhile asks for itself before it comes in.
      if (signal.aborted || !place || !following.isConfirmed) continue;
      const found = this.roomFor(asked, operation, following, place.at);
      if (!found.admits(place.at)) continue;
      await found.join(following, place, outlet);
      await outlet.drained();
    }
  }

  private roomFor(asked: string, operation: Operation, following: Following, at: number): Room {
    const audience = audienceOf(following.seen);
    const key = `${asked} ${audience}`;
    const known = this.rooms.get(key);
    if (known) return known;
    const made = new Room(this.frames, operation, following, at, audienceOf, audience, () => this.rooms.delete(key));
    this.rooms.set(key, made);
    return made;
  }
}

/** What says that all has been sent that had happened before (docs/feed.md, "The mark"). */
function marking(cursor: string): ExecutionResult {
  return { data: null, extensions: { cursor, caughtUp: true } };
}

/** What a frame depends on, of whoever asks. */
function audienceOf({ session: { actor } }: Seen): string {
  return `${actor.roles.toSorted().join()} ${scopeKey(scopeOf(actor))}`;
}

function keyOf({ kinds, socIds, objectIds }: FeedFilter): string {
  return JSON.stringify([kinds.toSorted(), socIds?.toSorted(), objectIds?.toSorted()]);
}
