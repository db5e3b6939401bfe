import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { RequestsUnderWay } from "./requests-under-way.js";

/** Milliseconds before each question whether a client that says nothing more is still there. */
const PAUSES = [0, 100, 1_000, 5_000] as const;

/**
 * Answers clients that close their side of the connection behind their last request (RFC 9112, section 9.6), and closes it
 * then. One that has gone for good looks the same until something is sent to it, and its operation would be carried on: so it
 * is sent `100 Continue`, which clients pass over (RFC 9110, section 15.2.1), and what is not there turns that away. The second
 * one meets the refusal of the first.
 */
export function answerHalfClosed(server: Server, underWay: RequestsUnderWay): void {
  // Node would take whatever is under way for abandoned. With this its last answer closes the connection.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on("connection", (socket: Socket) => socket.once("end", () => ask(socket, underWay, PAUSES)));
}

/** Asks in front of the answer whose turn it is; HTTP/1.0 does not know the question, and its client is trusted to wait. */
function ask(socket: Socket, underWay: RequestsUnderWay, [pause, ...later]: readonly number[]): void {
  if (pause === undefined || underWay.of(socket).length === 0) return;
  setTimeout(() => {
    const [response] = underWay.of(socket);
    if (response && !response.headersSent && response.req.httpVersion !== "1.0") response.writeContinue();
    ask(socket, underWay, later);
  }, pause).unref();
}
