import { describe, expect, it } from "vitest";
import { GatewayClock, median, wrongBy } from "../src/link/gateway-clock.js";
import { afterEvent, isStale, type LinkEvent, type LinkState } from "../src/link/link-state.js";

const after = (...events: readonly LinkEvent[]): LinkState => {
  let state: LinkState = { kind: "CONNECTING" };
  for (const event of events) state = afterEvent(state, event);
  return state;
};

describe("the link", () => {
  it("is live once it has caught up, and shows nothing in between at the beginning", () => {
    expect(after({ kind: "OPENED" })).toEqual({ kind: "CONNECTING" });
    expect(after({ kind: "OPENED" }, { kind: "CAUGHT_UP" })).toEqual({ kind: "LIVE" });
  });

  it("is lost since it was closed, however often it is tried again", () => {
    const lost = after(
      { kind: "CAUGHT_UP" },
      { kind: "CLOSED", at: 10 },
      { kind: "RETRYING", at: 20, wait: 500 },
      { kind: "CLOSED", at: 600 },
      { kind: "RETRYING", at: 610, wait: 1_000 },
    );
    expect(lost).toEqual({ kind: "LOST", since: 10, retryAt: 1_610 });
    expect(isStale(lost)).toBe(true);
  });

  it("counts what comes while it catches up", () => {
    const closed: LinkEvent[] = [{ kind: "CAUGHT_UP" }, { kind: "CLOSED", at: 10 }, { kind: "OPENED" }];
    expect(after(...closed, { kind: "HEARD" }, { kind: "HEARD" })).toEqual({
      kind: "CATCHING_UP",
      since: 10,
      count: 2,
    });
    expect(after(...closed, { kind: "HEARD" }, { kind: "CAUGHT_UP" })).toEqual({ kind: "LIVE" });
  });

  it("is lost since the first time if it breaks while it catches up", () => {
    expect(
      after({ kind: "CAUGHT_UP" }, { kind: "CLOSED", at: 10 }, { kind: "OPENED" }, { kind: "CLOSED", at: 90 }),
    ).toMatchObject({ kind: "LOST", since: 10 });
  });

  it("stays refused until there is a new connection", () => {
    const refused = after(
      { kind: "CAUGHT_UP" },
      { kind: "REFUSED", at: 5, says: "Revoked." },
      { kind: "CLOSED", at: 6 },
    );
    expect(refused).toEqual({ kind: "REFUSED", since: 5, says: "Revoked." });
    expect(afterEvent(refused, { kind: "OPENED" }).kind).toBe("CATCHING_UP");
  });
});

describe("the gateway's clock", () => {
  it("is the median of what was heard, so that one slow answer moves nothing", () => {
    let local = 0;
    const clock = new GatewayClock(() => local);
    for (const way of [0, 0, 98_000]) clock.sample(new Date(local + way + 41_000).toISOString(), local, local + way);
    local = 5_000;
    expect(clock.now()).toBe(46_000);
  });

  it.each([
    ["this computer's", 3 * 3_600_000, 0],
    ["the gateway's", 0, -600_000],
  ])("is right with the next answer after %s clock was set", (_, here, there) => {
    let local = 1_000;
    let gateway = 42_000;
    const clock = new GatewayClock(() => local);
    const hear = (): void => clock.sample(new Date(gateway).toISOString(), local - 200, local + 200);
    for (let count = 0; count < 20; count += 1) hear();
    local += here;
    gateway += there;
    hear();
    expect(clock.now()).toBe(gateway);
  });

  it("takes the middle of a question's way", () => {
    const clock = new GatewayClock(() => 0);
    clock.sample(new Date(1_000).toISOString(), 0, 400);
    expect(clock.offset.get()).toBe(800);
  });

  it("is told of only where the computer is more than two seconds wrong", () => {
    expect(wrongBy(2_000)).toBeNull();
    expect(wrongBy(41_200)).toBe(41);
    expect(wrongBy(-3_000)).toBe(-3);
  });

  it("has the middle of two as their mean", () => {
    expect(median([3, 1])).toBe(2);
    expect(median([])).toBe(0);
  });
});
