import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { Draft } from "../src/drafts/draft.js";
import { Drafts } from "../src/drafts/drafts.js";
import { newKey } from "../src/link/new-key.js";
import type { Store } from "../src/store.js";

const person = (id: string) => ({ id, party: { id: "soc" } });
const DAY = 86_400_000;
let open: Drafts[] = [];
/** By the gateway's clock. */
const now = Date.parse("2026-03-01T10:00:00Z");

const draftsOf = (id: string, isAllowed = true): Drafts => {
  const drafts = new Drafts(person(id), isAllowed, () => now);
  open.push(drafts);
  return drafts;
};

const draftOf = async (drafts: Drafts, form = "card", subject = "DEMO-1"): Promise<Draft<string>> => {
  const draft = new Draft(drafts, form, subject, "");
  await draft.open();
  return draft;
};

const until = <State>(store: Store<State>, holds: (state: State) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (holds(store.get()) && resolve());
    store.subscribe(look);
    look();
  });

afterEach(async () => {
  for (const drafts of open) {
    await drafts.removeAll();
    await drafts.close();
  }
  open = [];
});

describe("a draft", () => {
  it("is there again after a crash, with the key under which it is to be sent", async () => {
    const drafts = draftsOf("a");
    const draft = await draftOf(drafts);
    draft.edit("Files are encrypted.");
    await draft.save();
    const { submissionKey } = draft.state.get();
    draft.close();

    const again = await draftOf(drafts);
    expect(again.state.get()).toMatchObject({ value: "Files are encrypted.", submissionKey, isOpen: true });
    again.close();
  });

  it("is not kept where the gateway's operator forbids it; one from before is still there to be sent or thrown away", async () => {
    const before = { form: "card", subject: "DEMO-1", value: "Begun before.", submissionKey: newKey() };
    await draftsOf("f").write({ ...before, savedAt: now });

    const drafts = draftsOf("f", false);
    const draft = await draftOf(drafts);
    expect(draft.state.get().value).toBe("Begun before.");
    draft.edit("Written since.");
    await draft.save();
    expect(draft.state.get()).toMatchObject({ value: "Written since.", isUnkept: true });
    expect(await drafts.all()).toMatchObject([{ value: "Begun before." }]);
    draft.close();
  });

  it("is kept by itself soon after the last change", async () => {
    const draft = await draftOf(draftsOf("b"));
    draft.edit("One");
    draft.edit("Two");
    await until(draft.state, ({ savedAt }) => savedAt !== null);
    expect(draft.state.get().value).toBe("Two");
    draft.close();
  });

  it("can be written in one tab, and read in the second until the first is closed", async () => {
    const drafts = draftsOf("c");
    const first = await draftOf(drafts);
    const second = await draftOf(drafts);
    expect(first.state.get().isReadOnly).toBe(false);
    expect(second.state.get().isReadOnly).toBe(true);
    second.edit("Lost");
    expect(second.state.get().value).toBe("");
    first.edit("Written in the first");
    first.close();
    await until(second.state, ({ isReadOnly }) => !isReadOnly);
    expect(second.state.get().value).toBe("Written in the first");
    second.edit("Written in the second");
    expect(second.state.get().value).toBe("Written in the second");
    second.close();
  });

  it("is given to the tab that asks for it, with all that was typed, and comes back in the same way", async () => {
    const drafts = draftsOf("i");
    const first = await draftOf(drafts);
    const second = await draftOf(drafts);
    first.edit("Typed this moment");
    second.takeOver();
    await until(second.state, ({ isReadOnly }) => !isReadOnly);
    expect(second.state.get().value).toBe("Typed this moment");
    expect(second.state.get().submissionKey).toBe(first.state.get().submissionKey);
    expect(first.state.get().isReadOnly).toBe(true);

    second.edit("And gone on with");
    first.takeOver();
    await until(first.state, ({ isReadOnly }) => !isReadOnly);
    expect(first.state.get().value).toBe("And gone on with");
    first.close();
    second.close();
  });

  it("is empty in the second tab once the first has sent it: nothing is sent twice", async () => {
    const drafts = draftsOf("j");
    const first = await draftOf(drafts);
    first.edit("Sent");
    await first.save();
    const second = await draftOf(drafts);
    const { submissionKey } = second.state.get();
    await first.done();
    first.close();
    await until(second.state, ({ isReadOnly }) => !isReadOnly);
    expect(second.state.get()).toMatchObject({ value: "", savedAt: null });
    expect(second.state.get().submissionKey).not.toBe(submissionKey);
    second.close();
  });

  it("is gone once it was accepted, and the next one has another key", async () => {
    const drafts = draftsOf("d");
    const draft = await draftOf(drafts);
    draft.edit("Sent");
    await draft.save();
    const { submissionKey } = draft.state.get();
    await draft.done();
    expect(draft.state.get()).toMatchObject({ value: "", savedAt: null });
    expect(draft.state.get().submissionKey).not.toBe(submissionKey);
    expect(await drafts.all()).toEqual([]);
    draft.close();
  });

  it("takes a new key after a conflict only when it is changed", async () => {
    const draft = await draftOf(draftsOf("e"));
    const { submissionKey } = draft.state.get();
    draft.edit("Said");
    expect(draft.state.get().submissionKey).toBe(submissionKey);
    draft.conflicts();
    expect(draft.state.get().submissionKey).toBe(submissionKey);
    draft.edit("Said otherwise");
    expect(draft.state.get().submissionKey).not.toBe(submissionKey);
    draft.close();
  });
});

describe("drafts", () => {
  it("are one's own: nobody else of the browser finds them", async () => {
    const draft = await draftOf(draftsOf("f"));
    draft.edit("Mine");
    await draft.save();
    draft.close();
    expect(await draftsOf("g").all()).toEqual([]);
  });

  it("are forgotten after thirty days", async () => {
    const drafts = draftsOf("h");
    const kept = { form: "card", submissionKey: newKey(), value: "" };
    await drafts.write({ ...kept, subject: "old", savedAt: now - 31 * DAY });
    await drafts.write({ ...kept, subject: "new", savedAt: now - 29 * DAY });
    await drafts.removeOld();
    expect((await drafts.all()).map(({ subject }) => subject)).toEqual(["new"]);
  });

  it("have keys that the gateway takes for UUIDs", () => {
    expect(newKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
