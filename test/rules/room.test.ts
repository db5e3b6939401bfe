import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SealedEntry } from "../../src/journal/journal.store.js";
import { settled } from "../support/journal-in-memory.js";
import { theRoom } from "../support/room-in-memory.js";

const FACT: Partial<SealedEntry> = { fact: "REPORTED", socId: "ours" };
const CHANGE: Partial<SealedEntry> = { act: "actor.change" };

describe("in a room", () => {
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

  test("everybody is told each fact once, made together, and they pay in turn", async () => {
    const [one, other] = [it.joins("one"), it.joins("other")];
    await seals(FACT, FACT, FACT);
    await seals(FACT);
    for (const { told, place } of [one, other]) expect({ told, at: place.at }).toEqual({ told: [1, 2, 3, 4], at: 4 });
    expect(it.state.payers).toEqual(["one", "other"]);
  });

  test("whoever joins while frames are made is told what it has not been told, and nothing twice", async () => {
    const member = it.joins("member");
    it.hold();
    await seals(FACT, FACT, FACT);
    expect(it.room.admits(0)).toBe(true);
    const [before, within, after] = [it.joins("before", 0), it.joins("within", 2), it.joins("after", 3)];
    await it.release();
    expect([member, before, within, after].map(({ told }) => told)).toEqual([[1, 2, 3], [1, 2, 3], [3], []]);
    expect(it.room.admits(2)).toBe(false);
    await seals(FACT);
    expect(after.told).toEqual([4]);
  });

  test("whoever joins during a pass is told in it what it has not been told, whatever its token, or is not admitted", async () => {
    // Of three turns: the token that pays comes last.
    const members = Array.from({ length: 300 }, (_, index) => it.joins(index < 150 ? "pays" : "does not"));
    const late: (ReturnType<typeof it.joins> | null)[] = [];
    const coming: Record<number, string> = { 150: "pays", 10: "does not", 149: "another" };
    for (const [index, key] of Object.entries(coming)) {
      const { outlet } = members[Number(index)] as (typeof members)[number];
      const { put } = outlet;
      outlet.put = (messages) => {
        put(messages);
        if (late.length < 3) queueMicrotask(() => void late.push(it.room.admits(0) ? it.joins(key, 0) : null));
      };
    }
    await seals(FACT);
    await seals(FACT);
    expect(late.map((one) => one?.told)).toEqual([[1, 2], [1, 2], undefined]);
    for (const { told } of members) expect(told).toEqual([1, 2]);
  });

  test("of frames that come together, nobody is given more at once than it may leave unread, and who reads slowly goes on after them", async () => {
    const [quick, slow] = [it.joins("quick"), it.joins("slow")];
    it.state.bytes = 400_000;
    const { put } = slow.outlet;
    slow.outlet.put = (messages) => {
      put(messages);
      slow.outlet.isBehind = true;
    };
    await seals(FACT, FACT, FACT, FACT, FACT);
    expect(quick.told).toEqual([1, 2, 3, 4, 5]);
    expect(quick.writes.map((bytes) => Math.floor(bytes / 400_000))).toEqual([2, 2, 1]);
    expect(slow).toMatchObject({ told: [1, 2], end: ["goes on alone"], place: { at: 2 } });
    it.state.bytes = 2_000_000;
    await seals(FACT, FACT);
    expect(quick.writes.slice(3).map((bytes) => Math.floor(bytes / 2_000_000))).toEqual([1, 1]);
  });

  test("what somebody has not read yet is not written over with what the next one is told", async () => {
    // Whose token pays, comes last.
    const [, one, slow, next] = [it.joins("pays"), it.joins("one!"), it.joins("slow"), it.joins("next")];
    const given = [one, slow, next].map(({ outlet }) => {
      const pieces: Buffer[] = [];
      const { put } = outlet;
      outlet.put = (messages) => {
        put(messages);
        pieces.push(...messages);
        outlet.isBehind = outlet === slow.outlet;
      };
      return pieces;
    });
    await seals(FACT);
    expect(Buffer.concat(given[1] ?? []).toString()).toContain("slow:");
    // Of one that has read it, the next is given the same.
    expect(given[0]?.[0]).toBe(given[1]?.[0]);
    expect(next.told).toEqual([1]);
  });

  test("what cost too much to be made with the rest is made next, at another's cost", async () => {
    const all = [it.joins("one"), it.joins("other")];
    it.state.most = 2;
    await seals(FACT, FACT, FACT, { fact: "CARD_SUBMITTED" });
    for (const { told } of all) expect(told).toEqual([1, 2, 3]);
    expect(it.state.payers).toEqual(["one", "other"]);
    expect(it.room.admits(3)).toBe(false);
  });

  test("a right that is taken away while a frame is made ends it before the frame is written", async () => {
    const [stays, loses, changes] = [it.joins("stays"), it.joins("loses"), it.joins("changes")];
    it.hold();
    await seals(FACT);
    it.state.rights.set("loses", null).set("changes", "reads more");
    await seals(CHANGE);
    await it.release();
    await settled();
    expect([stays, loses, changes].map(({ told }) => told)).toEqual([[1], [], []]);
    expect(loses.end).toMatchObject([{ code: "UNAUTHENTICATED" }]);
    expect(changes).toMatchObject({ end: ["goes on alone"], place: { at: 0 } });
  });

  test("what somebody learns of its rights who went on alone is not taken for what the room has asked", async () => {
    const members = [it.joins("payer"), it.joins("token"), it.joins("token")] as const;
    const [, alone, member] = members;
    await seals(FACT);
    alone.outlet.isBehind = true;
    it.hold();
    await seals(FACT);
    await it.release();
    expect(alone.end).toEqual(["goes on alone"]);
    it.state.rights.set("token", "reads more");
    it.hold();
    await seals(FACT, CHANGE);
    await alone.following.confirmedActor();
    await it.release();
    await settled();
    expect(member).toMatchObject({ told: [1, 2], end: ["goes on alone"] });
  });

  test("rights are asked for once for each token where they may have changed, also when nothing comes", async () => {
    const all = Array.from({ length: 30 }, (_, index) => it.joins(`token ${index % 3}`));
    it.state.rights.set("token 1", null);
    await seals(CHANGE);
    expect(it.state.asked).toEqual(["token 0", "token 1", "token 2"]);
    expect(all.filter(({ end }) => end.length > 0)).toHaveLength(10);
    await seals(FACT);
    expect(all.filter(({ told }) => told.length === 1)).toHaveLength(20);
  });

  test("a session that has expired is told nothing", async () => {
    const member = it.joins("member");
    it.state.now = 1_000;
    await seals(FACT);
    expect(member.told).toEqual([]);
    expect(member.end).toMatchObject([{ code: "UNAUTHENTICATED" }]);
  });

  test("whoever does not keep up, or has no budget left, goes on alone from where it is, and delays nobody", async () => {
    const [quick, , slow, poor] = [it.joins("quick"), it.joins("pays next"), it.joins("slow"), it.joins("poor")];
    await seals(FACT);
    slow.outlet.isBehind = true;
    it.poor.add("poor");
    await seals(FACT);
    expect(quick.told).toEqual([1, 2]);
    for (const one of [slow, poor]) expect(one).toMatchObject({ told: [1], end: ["goes on alone"], place: { at: 1 } });
    expect(it.state.payers).toEqual(["quick", "pays next"]);
  });

  test("whoever leaves begins where the room is, behind everything that did not concern it", async () => {
    const member = it.joins("member");
    await seals({ fact: "CARD_SUBMITTED" }, { fact: "CARD_SUBMITTED" });
    member.outlet.isBehind = true;
    await seals({ fact: "CARD_SUBMITTED" }, FACT);
    expect(member).toMatchObject({ told: [], end: ["goes on alone"], place: { at: 2 } });
  });

  test("an error of ours ends everybody's feed after what comes before it", async () => {
    const all = [it.joins("one"), it.joins("other")];
    it.state.failsAt = 2;
    await seals(FACT, FACT, FACT);
    for (const { told, end } of all) expect({ told, end }).toMatchObject({ told: [1], end: [{ message: "ours" }] });
    expect(it.state.isEmpty).toBe(true);
  });

  test("nothing is left once everybody has gone", async () => {
    const [one, other] = [it.joins("one"), it.joins("other")];
    one.leaves();
    await seals(FACT);
    expect(other.told).toEqual([1]);
    other.leaves();
    expect(it.state.isEmpty).toBe(true);
    await seals(FACT);
    expect(other.told).toEqual([1]);
  });
});
