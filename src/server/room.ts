import { setImmediate as turn } from "node:timers/promises";
import { concerning, type Place } from "../journal/live-feed.js";
import { scopeOf } from "../domain/access.js";
import type { Instant } from "../domain/instant.js";
import type { SealedFact } from "../journal/journal.store.js";
import type { Following } from "../operation/feed-frames.js";
import type { Gateway, Seen } from "../operation/request-context.js";
import type { Frames, Made } from "./frames.js";
import type { Operation } from "./operation.js";
import { bytesOf, inParts, serialized, writerOf, type Outlet, type Ready } from "./room-messages.js";

/*
 * A room: all who ask the same of a feed (the document as printed, the variables in it, the filter), with the same roles and scope
 * and in the same language. They share one look at the tail, one reading, one execution of each frame, one serialization to bytes;
 * and each gets the consecutive facts of a chunk in one write.
 *
 * States of a subscriber (`rooms.ts` goes from one to the other):
 *
 * - alone: it has missed something, or does not keep up, or waits for its budget. Its frames come from a generator, one after the
 *   other, each once the last one is written
 * - a member: it had been told everything up to the journal's end, and the room had not told more (`admits`). It is told what comes
 *   after its own position, wherever in a chunk that is
 * - alone again, from the later of its position and the room's: what was sent is not written yet (`isBehind`), its budget is used
 *   up, its rights are others, or the ring no longer reaches back to the room (then it is closed with 4290)
 * - ended: by its client, by the loss of its right or its token, or by an error of ours after what comes before it (1013)
 *
 * A pass: ask (`confirm`), take the next facts of the ring, make their frames in one turn that the member who pays takes of its party (`FeedTurns`), write. Rights are
 * looked at again before each member is written to, in the same turn of the event loop; where they may have changed, each token is
 * asked for once, for all its members (`Group`).
 *
 * Who may overtake whom:
 *
 * - Nobody overtakes within a feed: a member is written to in the order of the journal, and whoever goes between alone and member
 *   begins where it left.
 * - Members of one room are written to in the order of their tokens and their coming, the token that paid last at the end. A member
 *   that comes during a pass is written to in it, and the pass ends, in one step with the room's position, once nobody is left.
 * - Rooms do not wait for each other, except for turns of one party.
 * - Everything else overtakes a pass between MEMBERS members: acts, messages, other rooms. It gives way with a turn of the event
 *   loop and not with `RightOfWay.give`, whose rests (three times the work) would delay a thousand frames by more than they take.
 * - On a socket, messages of a room stand between the others as a whole (`Wire.put`).
 *
 * What is bounded: a chunk by FACTS, and by what it may be expected to cost (COST), so that a turn is short and a reading within its
 * limits; what a member has unread, by one chunk, since it goes alone as long as that is not written.
 *
 * What was measured on two cores (`npm run bench:live`, docs/benchmarks.md). Before there were rooms, a frame took 41 µs of processor
 * time for each subscriber beside the submission's own. Now two thirds of what it takes are the system call, which nothing but
 * fewer writes would make less: ten facts in one write take a tenth of it each, and for that `Wire.put` goes past `ws`. Of the rest
 * most is memory that is not in the cache: what is looked at for each member counts, not what is computed. So one buffer goes round
 * (`TextMessages`), and the clock is asked once in a turn, not for each member (0.4 µs).
 *
 * What was tried, and left:
 *
 * - A buffer for each member: 1.4 µs for its copy, and the memory of all of them until they are collected.
 * - Two pieces, of which the second is shared by all: as many pieces for each fact of a chunk. Bodies above some 16 KB are shared.
 * - To be told of each write that it is done: a tick and an object for each member, though almost all are done at once.
 * - To let a member with a full connection stay and skip it: it came back with its buffer still full, without bound.
 * - To dissolve the room where rights may have changed: every member asked for itself, a thousand at the same moment.
 * - One memory of rights for a token's members in the room and alone: what one learned alone passed for what the room had asked.
 */

/** The most facts that are made and written together, and how much they may be expected to cost, in values. */
const FACTS = 64;
const COST = 5_000;
/** What a frame is expected to cost before one has been made. */
const EXPECTED = 500;
/** Members that are written to in one turn of the event loop, and what is written to all of them in it, in bytes. */
const MEMBERS = 128;
const BYTES = 1_048_576;

/** A subscriber in a room. */
interface Member {
  readonly group: Group;
  readonly following: Following;
  readonly place: Place;
  readonly outlet: Outlet;
  /** Ends its membership: it goes on alone, or its feed fails. */
  readonly letGo: () => void;
  readonly fail: (error: unknown) => void;
}

/** The members with one token: what is asked before a delivery is asked once for them. */
interface Group {
  /** The room's own: who goes on alone asks for itself, and what it learns is not what the room has acted on. */
  readonly seen: Seen;
  readonly members: Set<Member>;
}

/** Those who ask the same of a feed, with the same rights and in the same language, and have seen the same of it. */
export class Room {
  /** Everything up to here that concerns its members has been written to each, or the member has left. */
  private at: number;
  /** By the key of the session. */
  private readonly groups = new Map<string, Group>();
  private readonly over = new AbortController();
  private readonly gateway: Gateway;
  private readonly concerns: (fact: SealedFact) => boolean;
  private costOfFrame = EXPECTED;

  constructor(
    private readonly frames: Frames,
    private readonly operation: Operation,
    first: Following,
    at: number,
    /** The roles and the scope that all members have. */
    private readonly audienceOf: (seen: Seen) => string,
    private readonly audience: string,
    private readonly onEmpty: () => void,
  ) {
    this.gateway = first.gateway;
    // Who resumes may have seen what this gateway has not read yet; nobody else could come before it had.
    this.at = Math.min(at, this.gateway.tail.head);
    this.concerns = concerning(scopeOf(first.seen.session.actor), first.matches);
  }

  /** Whether somebody who has been told everything up to a position would miss nothing here. */
  admits(at: number): boolean {
    return at >= this.at;
  }

  /** Resolves when the subscriber goes on alone, from its place; rejects with what ended its feed. */
  join(following: Following, place: Place, outlet: Outlet): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const { signal } = following;
      const end = (): void => {
        signal.removeEventListener("abort", letGo);
        this.leave(member);
      };
      const letGo = (): void => {
        end();
        resolve();
      };
      const fail = (error: unknown): void => {
        end();
        reject(error);
      };
      const { key } = following.seen.session;
      const group = this.groups.get(key) ?? { seen: { ...following.seen }, members: new Set() };
      const member: Member = { group, following, place, outlet, letGo, fail };
      const isFirst = this.groups.size === 0;
      this.groups.set(key, group);
      group.members.add(member);
      signal.addEventListener("abort", letGo);
      if (isFirst) void this.run();
    });
  }

  private leave(member: Member): void {
    const { group, place } = member;
    group.members.delete(member);
    place.at = Math.max(place.at, this.at);
    const { key } = group.seen.session;
    if (group.members.size === 0 && this.groups.get(key) === group) this.groups.delete(key);
    if (this.groups.size > 0 || this.over.signal.aborted) return;
    this.over.abort();
    this.onEmpty();
  }

  private *members(): Generator<Member> {
    for (const { members } of this.groups.values()) yield* members;
  }

  private async run(): Promise<void> {
    try {
      while (!this.over.signal.aborted) await this.step();
    } catch (error) {
      for (const { fail } of this.members()) fail(error);
    }
  }

  private async step(): Promise<void> {
    const { feed, tail } = this.gateway;
    const changes = tail.accessChanges;
    // Also when nothing comes: losing a right ends an idle feed.
    await this.confirm();
    const most = Math.min(Math.max(Math.floor(COST / this.costOfFrame), 1), FACTS);
    const recent = feed.recent(this.at, this.concerns, most);
    if (!recent) {
      // Each will find that it is too slow.
      for (const { letGo } of this.members()) letGo();
      return;
    }
    const [first, ...others] = recent.facts;
    if (first) await this.tell([first, ...others], recent.upTo);
    else this.at = recent.upTo;
    this.at = await tail.grown(this.at, changes, this.over.signal, this.concerns);
  }

  private async tell(facts: readonly [SealedFact, ...SealedFact[]], upTo: number): Promise<void> {
    const made = await this.make(facts);
    const failed = made.find((one) => "failure" in one);
    for (const part of inParts(serialized(failed ? made.slice(0, made.indexOf(failed)) : made))) await this.write(part);
    if (failed && "failure" in failed) throw failed.failure;
    // The rest next time, where it was more than expected.
    this.at = made.length < facts.length ? (made.at(-1)?.position ?? this.at) : upTo;
  }

  /** Makes frames at the cost of one member, the next time of another. Who has no budget left goes, to wait for some alone. */
  private async make(facts: readonly [SealedFact, ...SealedFact[]]): Promise<readonly Made[]> {
    for (;;) {
      for (const { seen, members } of this.groups.values())
        if (!this.gateway.feedTurns.hasLeft(seen.session.actor)) for (const { letGo } of members) letGo();
      const payer = this.payer();
      if (!payer) return [];
      const { group, following } = payer;
      const done = await this.frames.together(this.operation, facts, following, group.seen, COST);
      if (!done) continue;
      this.costOfFrame = done.cost / done.made.length;
      const { key } = group.seen.session;
      // Unless all its members have gone meanwhile, or come again as another group.
      if (this.groups.get(key) === group && this.groups.delete(key)) this.groups.set(key, group);
      return done.made;
    }
  }

  /** The first member that keeps up. */
  private payer(): Member | null {
    for (const member of this.members()) {
      if (!member.outlet.isBehind) return member;
      member.letGo();
    }
    return null;
  }

  /** Writes frames to every member whose rights hold at that moment, and takes the room behind them. */
  private async write(ready: readonly [Ready, ...Ready[]]): Promise<void> {
    const upTo = ready.at(-1)?.position ?? this.at;
    const most = Math.max(1, Math.min(MEMBERS, Math.floor(BYTES / bytesOf(ready))));
    const writeTo = writerOf(ready, this.at);
    let left = most;
    let now = this.gateway.clock.now();
    let hasWaited: boolean;
    // While it waits, somebody may have come in a group that it is through with.
    do {
      hasWaited = false;
      for (const group of this.groups.values())
        for (const member of group.members) {
          if (member.place.at >= upTo) continue;
          if (left === 0) {
            await turn();
            left = most;
            now = this.gateway.clock.now();
            hasWaited = true;
          }
          while (group.members.has(member) && !this.holds(group, now)) {
            await this.confirm();
            now = this.gateway.clock.now();
            hasWaited = true;
          }
          if (!group.members.has(member)) continue;
          // It takes the next fact once the last one is written, and has no queue of its own.
          if (member.outlet.isBehind) {
            member.letGo();
            continue;
          }
          writeTo(member);
          member.place.at = upTo;
          left -= 1;
        }
    } while (hasWaited);
    // With no await since the last look: whoever comes now has missed something.
    this.at = upTo;
  }

  private holds({ seen }: Group, now: Instant): boolean {
    return seen.changes === this.gateway.tail.accessChanges && seen.session.expiresAt > now;
  }

  /** Asks once for each token that may stand for somebody else by now. Whose rights have changed goes, and asks for itself. */
  private async confirm(): Promise<void> {
    const now = this.gateway.clock.now();
    const doubtful = [...this.groups.values()].filter((group) => !this.holds(group, now));
    await Promise.all(
      doubtful.map(async ({ seen, members }) => {
        const [first] = members;
        try {
          await first?.following.confirmedActor(seen);
          if (this.audienceOf(seen) !== this.audience) for (const { letGo } of members) letGo();
        } catch (error) {
          for (const { fail } of members) fail(error);
        }
      }),
    );
  }
}
