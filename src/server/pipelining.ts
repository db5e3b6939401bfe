/**
 * Fastify's listener for requests, taken off Node's server and put behind a bound: Fastify has no hook that comes before it begins
 * to work on a request.
 *
 * Another number of listeners ends the start; the bound shows in `test/limits/http-connections` ("asks far ahead").
 */
import type { RequestListener, Server } from "node:http";
import { hangUp } from "./hang-up.js";
import type { RequestsUnderWay } from "./requests-under-way.js";

/** Unanswered requests that a connection may have: clients pipeline few requests, if any (RFC 9112, section 9.3.2). */
const AHEAD = 8;

/** What Fastify answers requests with; call it before anything else listens to the server. */
export function onlyListener(server: Server): RequestListener {
  const [answer, ...others] = server.listeners("request") as RequestListener[];
  if (!answer || others.length > 0) throw new Error("the server has not one listener for requests");
  return answer;
}

/** Closes a connection that pipelines more, before any work is done for the excess. */
export function boundPipelining(server: Server, underWay: RequestsUnderWay, answer: RequestListener): void {
  server.off("request", answer);
  server.on("request", (request, response) => {
    if (underWay.of(request.socket).length > AHEAD) hangUp(request.socket);
    else answer(request, response);
  });
}
