import type { RequestListener, Server } from "node:http";
import { hangUp } from "./hang-up.js";
import type { RequestsUnderWay } from "./requests-under-way.js";

/** Requests that a connection may have asked without an answer: clients ask few ahead, if any (RFC 9112, section 9.3.2). */
const AHEAD = 8;

/** Ends a connection that asks more ahead, before anything is done for what it asks beyond. */
export function boundPipelining(server: Server, underWay: RequestsUnderWay, answer: RequestListener): void {
  server.off("request", answer);
  server.on("request", (request, response) => {
    if (underWay.of(request.socket).length > AHEAD) hangUp(request.socket);
    else answer(request, response);
  });
}
