import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instant } from "../../src/domain/instant.js";
import type { SealedEntry } from "../../src/journal/journal.store.js";
import { settled } from "../support/journal-in-memory.js";
import { theRoom } from "../support/room-in-memory.js";

const FACT: Partial<SealedEntry> = { fact: "REPORTED", socId: "ours" };
const CHANGE: Partial<SealedEntry> = { act: "actor.change" };

describe("a pass through a room", () => {
  let it: Awaited<ReturnType<typeof theRoom>>;
  beforeEach(async () => {
    it = await theRoom();
  });
  afterEach(() => it.tail.stop());
  const seals = async (...entries: Partial<SealedEntry>[]): Promise<void> => {
    await it.seals(...entries);
    await settled();
    await settled();
  };
  type Member = ReturnType<typeof it.joins>;
  /** Does something once, as soon as somebody has been written to. */
  const onceWritten = ({ outlet }: Member, act: () => void): void => {
    const { put } = outlet;
    outlet.put = (messages) => {
      outlet.put = put;
      put(messages);
      act();
    };
  };
  const areTold = (members: readonly Member[]): number => members.filter(({ told }) => told.length > 0).length;

  test("leaves nothing of a token whose members all go while it pays", async () => {
    const [pays, stays] = [it.joins("pays"), it.joins("stays")];
    it.hold();
    await seals(FACT);
    pays.leaves();
    await it.release();
    expect(stays.told).toEqual([1]);
    stays.leaves();
    expect(it.state.isEmpty).toBe(true);
  });

  test("gives way to others after so many members, or so many bytes", async () => {
    const members = Array.from({ length: 300 }, () => it.joins("token"));
    const told: number[] = [];
    const [first] = members as [Member];
    onceWritten(first, () => setImmediate(() => told.push(areTold(members))));
    await seals(FACT);
    it.state.bytes = 600_000;
    const before = members.map(({ told: { length } }) => length);
    onceWritten(first, () =>
      setImmediate(() => told.push(members.filter((one, index) => one.told.length > (before[index] ?? 0)).length)),
    );
    await seals(FACT);
    expect(told).toEqual([128, 1]);
  });

  test("asks what time it is in each turn: a session that expires meanwhile is told nothing", async () => {
    const members = Array.from({ length: 300 }, () => it.joins("token"));
    onceWritten(members[0] as Member, () => (it.state.now = 1_000));
    await seals(FACT);
    expect(areTold(members)).toBe(128);
    expect(members.at(-1)?.end).toMatchObject([{ code: "UNAUTHENTICATED" }]);
  });

  test("asks again where rights change once more while it asks", async () => {
    const member = it.joins("member");
    const { following } = member;
    const confirmed = following.confirmedActor.bind(following);
    it.hold();
    await seals(FACT);
    await seals(CHANGE);
    following.confirmedActor = async (seen) => {
      following.confirmedActor = confirmed;
      const actor = await confirmed(seen);
      it.state.rights.set("member", null);
      await it.seals(CHANGE);
      return actor;
    };
    await it.release();
    while (member.end.length === 0) await settled();
    expect(member).toMatchObject({ told: [], end: [{ code: "UNAUTHENTICATED" }] });
  });

  test("tells whoever joins while it asks for another token, also where it was through with its own", async () => {
    // The token that pays comes last.
    const [{ following }] = [it.joins("pays"), it.joins("other")];
    Object.assign(following.seen.session, { expiresAt: 500 });
    const late: Member[] = [];
    it.hold();
    await seals(FACT);
    it.state.now = 600;
    following.confirmedActor = (asked) => {
      const seen = asked ?? following.seen;
      late.push(it.joins("other", 0));
      seen.session = { ...seen.session, expiresAt: instant(1_000) };
      return Promise.resolve(seen.session.actor);
    };
    await it.release();
    expect(late.map(({ told }) => told)).toEqual([[1]]);
  });

  test("lets go whoever it has written to already from behind that", async () => {
    const [, loses] = [it.joins("pays"), it.joins("loses"), ...Array.from({ length: 200 }, () => it.joins("others"))];
    onceWritten(loses, () => {
      it.state.rights.set("loses", "reads more");
      void it.seals(CHANGE);
    });
    await seals(FACT);
    await settled();
    expect(loses).toMatchObject({ told: [1], end: ["goes on alone"], place: { at: 1 } });
  });

  test("takes no more facts together than what the last ones cost lets expect", async () => {
    it.joins("member");
    await seals(...Array.from({ length: 12 }, () => FACT));
    it.state.cost = 2_500;
    await seals(FACT);
    await seals(FACT, FACT, FACT);
    // At first it expects 500, of 5,000; and never takes more than 64.
    expect(it.state.chunks).toEqual([10, 2, 1, 2, 1]);
    it.state.cost = 1;
    await seals(FACT);
    await seals(...Array.from({ length: 70 }, () => FACT));
    expect(it.state.chunks.slice(5)).toEqual([1, 64, 6]);
  });

  test("is not paid by whoever does not keep up", async () => {
    const [slow, quick] = [it.joins("slow"), it.joins("quick")];
    slow.outlet.isBehind = true;
    await seals(FACT);
    expect(it.state.payers).toEqual(["quick"]);
    expect(quick.told).toEqual([1]);
  });

  test("passes over nothing that has fallen out of the ring: each goes on alone, from where the room was", async () => {
    const members = [it.joins("one"), it.joins("other")];
    it.hold();
    await seals(...Array.from({ length: 10 }, () => FACT));
    await seals(...Array.from({ length: 200 }, () => FACT));
    await it.release();
    for (const one of members) expect(one).toMatchObject({ end: ["goes on alone"], place: { at: 10 } });
  });

  test("writes a frame with errors in its place, worded for each", async () => {
    const members = [it.joins("one"), it.joins("other")];
    const texts: string[] = [];
    for (const [index, { outlet }] of members.entries()) {
      outlet.worded = () => Buffer.from(`worded for ${index}`);
      outlet.put = (messages) => void texts.push(Buffer.concat(messages).toString());
    }
    it.state.refusesAt = 2;
    await seals(FACT, FACT, FACT);
    expect(texts).toEqual([
      expect.stringMatching(/"position":1,.*other:worded for 1.*"position":3,/s),
      expect.stringMatching(/"position":1,.*one:worded for 0.*"position":3,/s),
    ]);
  });
});
