import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/**
 * Answers `Expect: 100-continue` (RFC 9110, section 10.1.1) only when the body is about to be read; Node would say yes to every
 * client. A client that is refused earlier has sent no body, and its connection ends (`endUnread`).
 */
export function answerExpectations(app: FastifyInstance): void {
  // Other expectations are ignored, as a server may: Node would answer them itself, bypassing our limits.
  app.server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    app.server.emit("request", request, response);
  });
  const expecting = new WeakSet<IncomingMessage>();
  app.server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    expecting.add(request);
    app.server.emit("request", request, response);
  });
  app.addHook("preParsing", async ({ raw }, reply, body) => {
    if (expecting.delete(raw)) reply.raw.writeContinue();
    return body;
  });
}
