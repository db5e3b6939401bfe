import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/**
 * Who asks whether to send a body (`Expect: 100-continue`, RFC 9110, section 10.1.1) is told so when it is about to be read:
 * Node says yes to everybody. Whoever is refused before has sent none, and its connection ends (`endUnread`).
 */
export function answerExpectations(app: FastifyInstance): void {
  // Any other expectation is passed over, as a server may: Node would answer it by itself, past whatever is held here.
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
