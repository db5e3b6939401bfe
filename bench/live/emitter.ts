import { createServer, type Server } from "node:http";

/** What is the same for the servers that are measured beside the gateway: they have no database, and are told what happens. */

/** The content of a frame as the gateway's, padded to its length. */
export const FRAME = JSON.parse(process.env["FRAME"] ?? "{}") as Readonly<Record<string, unknown>>;
/** A whole message of the gateway. */
export const MESSAGE = process.env["MESSAGE"] ?? "";

export const SDL = `
type Query { nothing: String }
type Subscription { incidentFeed: Frame! }
type Frame { cursor: String! kind: String! at: String! incident: Incident! }
type Incident { number: String! severity: String soc: Soc obligations: [Obligation!]! }
type Soc { code: String! }
type Obligation { rule: String! dueAt: String! standing: String! }`;

/** Calls `emit` for each POST, and tells on GET /sent when that was; other paths are for whoever listens for upgrades. */
export function emitterOn(server: Server, emit: () => void | Promise<void>): void {
  let sent: number[] = [];
  server.on("request", (request, response) => {
    if (request.method === "POST") {
      request.resume().on("end", () => {
        sent.push(performance.timeOrigin + performance.now());
        void Promise.resolve(emit()).then(() => response.end("{}"));
      });
    } else {
      response.end(request.url === "/sent" ? JSON.stringify(sent) : "ready");
      if (request.url === "/sent") sent = [];
    }
  });
}

export function listen(server: Server = createServer()): Server {
  return server.listen(Number(process.env["PORT"]), "127.0.0.1");
}
