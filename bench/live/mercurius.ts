import { createServer, type Server } from "node:http";
import { fastify } from "fastify";
import mercurius from "mercurius";
import { FRAME, SDL } from "./emitter.ts";

/** Mercurius with graphql-jit and its own emitter. */

const app = fastify({
  serverFactory: (handler) => createServer((request, response) => handler(request, response)) as Server,
});
await app.register(mercurius, {
  schema: SDL,
  jit: 1,
  subscription: { fullWsTransport: true },
  resolvers: {
    Subscription: {
      incidentFeed: {
        subscribe: (_: unknown, __: unknown, { pubsub }: { pubsub: { subscribe(topic: string): unknown } }) =>
          pubsub.subscribe("facts"),
      },
    },
  } as never,
});
let sent: number[] = [];
app.post("/emit", async () => {
  sent.push(performance.timeOrigin + performance.now());
  await new Promise<void>((resolve) =>
    app.graphql.pubsub.publish({ topic: "facts", payload: { incidentFeed: FRAME } as never }, resolve),
  );
  return {};
});
app.get("/sent", () => {
  const since = sent;
  sent = [];
  return since;
});
app.get("/health/ready", () => "ready");
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
