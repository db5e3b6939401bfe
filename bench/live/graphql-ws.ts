import { buildSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { emitterOn, FRAME, listen, SDL } from "./emitter.ts";

/** graphql-ws on plain graphql-js: every subscription has an iterator of its own, and every frame is executed for each. */

interface Waiter {
  readonly queue: object[];
  wake: () => void;
}

const following = new Set<Waiter>();

async function* follow(): AsyncGenerator<{ incidentFeed: object }> {
  const waiter: Waiter = { queue: [], wake: () => undefined };
  following.add(waiter);
  try {
    for (;;) {
      const next = waiter.queue.shift();
      if (next) yield { incidentFeed: next };
      else await new Promise<void>((resolve) => (waiter.wake = resolve));
    }
  } finally {
    following.delete(waiter);
  }
}

const http = listen();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
useServer({ schema: buildSchema(SDL), roots: { subscription: { incidentFeed: follow } } }, server);
emitterOn(http, () => {
  for (const waiter of following) {
    waiter.queue.push(FRAME);
    waiter.wake();
  }
});
