import type { RequestListener, Server } from "node:http";
import { hangUp } from "./hang-up.js";
import type { RequestsUnderWay } from "./requests-under-way.js";

/** Unanswered requests that a connection may have: clients pipeline few requests, if any (RFC 9112, section 9.3.2). */
const AHEAD = 8;

/** Closes a connection that pipelines more, before any work is done for the excess. */
export function boundPipelining(server: Server, underWay: RequestsUnderWay, answer: RequestListener): void {
  server.off("request", answer);
  server.on("request", (request, response) => {
    if (underWay.of(request.socket).length > AHEAD) hangUp(request.socket);
    else answer(request, response);
  });
}
