import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import type { Logger } from "../platform/logger.js";
import type { Metrics } from "../platform/metrics.js";
import { boundPipelining } from "./pipelining.js";
import { RequestsUnderWay } from "./requests-under-way.js";

/** Milliseconds that a request may take to arrive. */
const PATIENCE = 5_000;

/** Serves GET /metrics on its own address (METRICS_ADDRESS), without authentication. Returns a function that closes it. */
export async function openMetricsDoor(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: Metrics,
  logger: Logger,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  let asked: Promise<string> | null = null;
  const answer: RequestListener = (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    // Concurrent requests share one reading, since part of it queries PostgreSQL.
    asked ??= metrics.text().finally(() => (asked = null));
    asked.then(
      (text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text),
      (error: unknown) => {
        logger.error({ err: error }, "the metrics could not be told");
        response.writeHead(500).end();
      },
    );
  };
  const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE, requireHostHeader: false });
  server.on("request", answer);
  boundPipelining(server, new RequestsUnderWay(server), answer);
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
