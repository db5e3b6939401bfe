import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";
import type { Attack } from "./attacks.ts";
import { key, minutesAgo, type World } from "./world.ts";

/** A socket that has been let in; what comes is told in a word each. */
async function open({ url, hostile }: World, tell: (outcome: string) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws", {
    perMessageDeflate: false,
  });
  socket.on("error", () => tell("the socket broke"));
  socket.on("close", (code) => tell(`closed with ${code}`));
  await new Promise((resolve) => {
    socket.on("open", resolve);
    socket.on("close", resolve);
  });
  if (socket.readyState !== WebSocket.OPEN) return socket;
  const acknowledged = new Promise((resolve) => {
    socket.on("message", resolve);
    socket.on("close", resolve);
  });
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${hostile.token}` } }));
  await acknowledged;
  return socket;
}

function subscribe(socket: WebSocket, id: string, query: string): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ id, type: "subscribe", payload: { query } }));
}

const REPORT = `mutation Report($input: ReportIncidentInput!) { reportIncident(input: $input) { ... on ReportAccepted { incident { id } } } }`;

/** A report of the besieger's own, so that its subscriptions have something to be told. */
async function report({ url, hostile }: World, n: number): Promise<void> {
  await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${hostile.token}` },
    body: JSON.stringify({
      query: REPORT,
      variables: {
        input: {
          submissionKey: key(`socket-${n}`),
          confirmedAt: minutesAgo(1),
          type: "SPAM",
          summary: "Something to tell.",
          affectedObject: { objectId: hostile.objectId },
        },
      },
    }),
  })
    .then((answer) => answer.arrayBuffer())
    .catch(() => undefined);
}

/** What is done over sockets. */
export const bySockets = {
  "5,000 subscriptions on one socket": async (world, over, tell) => {
    while (!over.aborted) {
      const socket = await open(world, tell);
      socket.on("message", (data: Buffer) =>
        tell(
          String(data)
            .slice(0, 300)
            .match(/"code":"(\w+)"/)?.[1] ?? "message",
        ),
      );
      for (let n = 0; n < 5_000; n += 1)
        subscribe(socket, `s${n}`, "subscription { incidentFeed { cursor kind incident { number } } }");
      for (let n = 0; n < 20 && !over.aborted; n += 1) {
        await report(world, n);
        await pause(250);
      }
      socket.terminate();
    }
  },

  "sockets that do not read": async (world, over, tell) => {
    const sockets: WebSocket[] = [];
    const ask = async (): Promise<void> => {
      const socket = await open(world, tell);
      sockets.push(socket);
      socket.pause();
      for (let n = 0; n < 250; n += 1)
        subscribe(
          socket,
          `q${n}`,
          "{ incidents(first: 2) { nodes { card { indicators { type value submitted } } } } }",
        );
    };
    while (!over.aborted) {
      if (sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length < 8) await ask();
      else await pause(200);
      tell(sockets.length < 8 ? "a socket more" : "a socket again");
    }
    for (const socket of sockets) socket.terminate();
  },

  "feeds that do not read": async (world, over, tell) => {
    const sockets = await Promise.all(Array.from({ length: 20 }, () => open(world, tell)));
    for (const [n, socket] of sockets.entries()) {
      subscribe(
        socket,
        `f${n}`,
        'subscription { incidentFeed(after: "ZmVlZDow") { cursor incident { number card { nature indicators { value } } } } }',
      );
      socket.pause();
    }
    for (let n = 0; !over.aborted; n += 1) {
      await report(world, n);
      await pause(100);
    }
    for (const socket of sockets) socket.terminate();
  },

  "2,000 sockets that say nothing": async ({ url }, over, tell) => {
    const sockets = new Set<WebSocket>();
    while (!over.aborted) {
      while (sockets.size < 2_000 && !over.aborted) {
        const socket = new WebSocket(`${url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
        sockets.add(socket);
        socket.on("error", () => tell("the socket broke"));
        socket.on("close", (code) => {
          sockets.delete(socket);
          tell(`closed with ${code}`);
        });
        if (sockets.size % 50 === 0) await pause(20);
      }
      await pause(50);
    }
    for (const socket of sockets) socket.terminate();
  },
} satisfies Record<string, Attack>;
