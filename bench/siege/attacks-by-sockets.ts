import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";
import type { Attack } from "./attacks.ts";
import { AMEND, card, key, minutesAgo, type World } from "./world.ts";

/** An authenticated socket; each message that arrives is reported by a short label. */
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

function subscribe(socket: WebSocket, id: string, query: string, variables: object = {}): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  socket.send(JSON.stringify({ id, type: "subscribe", payload: { query, variables } }));
}

const REPORT = `mutation Report($input: ReportIncidentInput!) { reportIncident(input: $input) { ... on ReportAccepted { incident { id } } } }`;

/** A submission of the besieger, so that its subscriptions have something to deliver. */
async function submit({ url, hostile }: World, query: string, input: object): Promise<void> {
  await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${hostile.token}` },
    body: JSON.stringify({ query, variables: { input } }),
  })
    .then((answer) => answer.arrayBuffer())
    .catch(() => undefined);
}

/** The cursor of now. */
async function headOf({ url, hostile }: World): Promise<string> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${hostile.token}` },
    body: JSON.stringify({ query: "{ incidents(first: 0) { feedCursor } }" }),
  });
  const { data } = (await answer.json()) as { data: { incidents: { feedCursor: string } } };
  return data.incidents.feedCursor;
}

const report = (world: World, n: number): Promise<void> =>
  submit(world, REPORT, {
    submissionKey: key(`socket-${n}`),
    confirmedAt: minutesAgo(1),
    type: "SPAM",
    summary: "Something to tell.",
    affectedObjects: [{ objectId: world.hostile.objectId }],
  });

/** The longest string that a card may have, in letters of two bytes. */
const LONG = "я".repeat(19_900);

/** One more revision of the besieger's incident; every frame about it contains all revisions. */
const amend = (world: World, revision: number): Promise<void> =>
  submit(world, AMEND, {
    submissionKey: key(`revision-${revision}`),
    incidentId: world.incident.id,
    revision,
    card: { ...card(world.hostile.objectId, 0), nature: LONG, measures: LONG, note: `${LONG}${revision}` },
  });

/** Attacks over WebSockets. */
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

  "subscriptions that nothing concerns": async (world, over, tell) => {
    // As many as one actor may have, each with a filter as long as it may be; every card of the other SOC is looked at for them.
    const names = Array.from({ length: 1_000 }, () => world.hostile.objectId);
    const query = `subscription { incidentFeed(filter: { objects: ${JSON.stringify(names)} }) { cursor } }`;
    const sockets = await Promise.all(Array.from({ length: 20 }, () => open(world, tell)));
    for (const socket of sockets)
      socket.on("message", (data: Buffer) => tell(String(data).match(/"code":"(\w+)"/)?.[1] ?? "message"));
    for (let n = 0; n < 1_000 && !over.aborted; n += 1) {
      const socket = sockets[n % sockets.length];
      if (socket) subscribe(socket, `i${n}`, query);
      if (n % 20 === 0) await pause(100);
    }
    while (!over.aborted) await pause(100);
    for (const socket of sockets) socket.terminate();
  },

  "subscriptions from what is still in memory": async (world, over, tell) => {
    const after = await headOf(world);
    for (let n = 0; n < 100 && !over.aborted; n += 1) await report(world, n);
    const query = "subscription ($after: FeedCursor) { incidentFeed(after: $after) { cursor } }";
    for (let round = 0; !over.aborted; round += 1) {
      const sockets = await Promise.all(Array.from({ length: 28 }, () => open(world, tell)));
      for (const [n, socket] of sockets.entries()) {
        socket.on("message", (data: Buffer) => tell(String(data).match(/"code":"(\w+)"/)?.[1] ?? "message"));
        for (let m = 0; m < 10; m += 1) subscribe(socket, `b${round}-${n}-${m}`, query, { after });
      }
      await pause(2_000, undefined, { signal: over }).catch(() => undefined);
      for (const socket of sockets) socket.terminate();
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

  "large frames left unread": async (world, over, tell) => {
    const sockets = await Promise.all(Array.from({ length: 200 }, () => open(world, tell)));
    for (const socket of sockets) {
      subscribe(
        socket,
        "large",
        "subscription { incidentFeed { cursor incident { cardRevisions { nature measures note } } } }",
      );
      socket.pause();
    }
    for (let revision = 1; !over.aborted; revision += 1) {
      await amend(world, revision);
      tell("a revision more");
    }
    for (const socket of sockets) socket.terminate();
  },

  "messages never finished": async (world, over, tell) => {
    const fragment = Buffer.alloc(60_000, " ");
    const begin = async (): Promise<void> => {
      while (!over.aborted) {
        const socket = await open(world, tell);
        socket.send("{", { fin: false });
        while (socket.readyState === WebSocket.OPEN && !over.aborted)
          await Promise.race([
            new Promise((resolve) => socket.send(fragment, { fin: false }, resolve)),
            pause(1_000, undefined, { ref: false }),
          ]);
        socket.terminate();
      }
    };
    await Promise.all(Array.from({ length: 200 }, begin));
  },

  pings: async (world, over, tell) => {
    const data = Buffer.alloc(125, "x");
    const ping = async (): Promise<void> => {
      while (!over.aborted) {
        const socket = await open(world, tell);
        while (socket.readyState === WebSocket.OPEN && !over.aborted) {
          for (let n = 0; n < 500; n += 1) socket.ping(data);
          await new Promise(setImmediate);
          while (socket.bufferedAmount > 1_000_000 && socket.readyState === WebSocket.OPEN && !over.aborted)
            await pause(10);
        }
        socket.terminate();
      }
    };
    await Promise.all(Array.from({ length: 8 }, ping));
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
