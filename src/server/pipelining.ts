import type { RequestListener, Server } from "node:http";
import type { Socket } from "node:net";
import { hangUp } from "./hang-up.js";

/** Requests that a connection may have asked without an answer: clients ask few ahead, if any (RFC 9112, section 9.3.2). */
const AHEAD = 8;

/** Ends a connection that asks more ahead, before anything is done for what it asks beyond. */
export function boundPipelining(server: Server): void {
  const asked = new WeakMap<Socket, number>();
  const [answer] = server.listeners("request") as RequestListener[];
  if (!answer) throw new Error("the server has no listener to stand before");
  server.off("request", answer);
  server.prependListener("request", (request, response) => {
    const { socket } = request;
    const unanswered = (asked.get(socket) ?? 0) + 1;
    asked.set(socket, unanswered);
    if (unanswered > AHEAD) {
      hangUp(socket);
      return;
    }
    response.once("close", () => asked.set(socket, (asked.get(socket) ?? 1) - 1));
    answer(request, response);
  });
}
