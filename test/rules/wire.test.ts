import { EventEmitter } from "node:events";
import { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { expect, test } from "vitest";
import { settled } from "../support/journal-in-memory.js";
import { Wire } from "../../src/server/wire.js";

/** A wire to a client that reads when the test says so. */
function theWire() {
  const received: string[] = [];
  const held: (() => void)[] = [];
  const reads = (): void => held.splice(0).forEach((done) => done());
  const stream = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      // Nothing is taken at once, as by a socket.
      if (chunk.length === 0) return done();
      received.push(chunk.toString());
      held.push(done);
    },
    // As a socket does, whose writes under way end with it.
    destroy(error, done) {
      reads();
      done(error);
    },
  });
  const ws = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    get bufferedAmount() {
      return stream.writableLength;
    },
    pause: () => undefined,
    resume: () => undefined,
  });
  const limits = { backlog: 1_000, backlogTime: 60_000 };
  const wire = new Wire(
    ws as unknown as WebSocket,
    stream,
    limits,
    () => undefined,
    () => undefined,
  );
  return { wire, stream, received, reads };
}

/** Whether something has come to its end by now. */
async function hasEnded(one: Promise<void>): Promise<boolean> {
  let isOver = false;
  void one.then(() => (isOver = true));
  await settled();
  return isOver;
}

test("what was put is waited for until the network has taken it", async () => {
  const { wire, received, reads } = theWire();
  wire.put([Buffer.from("one")]);
  expect(received).toEqual(["one"]);
  expect(wire.isBehind).toBe(true);
  const drained = wire.drained();
  expect(await hasEnded(drained)).toBe(false);
  reads();
  expect(await hasEnded(drained)).toBe(true);
  expect(wire.isBehind).toBe(false);
});

test("where nothing was put, nothing is waited for", async () => {
  const { wire } = theWire();
  wire.put([]);
  expect(await hasEnded(wire.drained())).toBe(true);
});

test("what a client that has gone never read is not waited for", async () => {
  const { wire, stream } = theWire();
  stream.on("error", () => undefined);
  wire.put([Buffer.from("one")]);
  wire.put([Buffer.from("two"), Buffer.from("three")]);
  const drained = wire.drained();
  stream.destroy(new Error("gone"));
  expect(await hasEnded(drained)).toBe(true);
});
