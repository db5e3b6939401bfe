import type { IncomingMessage } from "node:http";

/** The path for WebSockets. */
const PATH = "/graphql";

/**
 * Whether an upgrade is accepted: a WebSocket at `/graphql`. Any other offer is ignored and the request answered normally (RFC
 * 9110, section 7.8): some clients offer h2c with every request.
 */
export function mayUpgrade({ headers, method, url = "" }: IncomingMessage): boolean {
  // Compared as a string: not every target that Node accepts is a URL.
  const path = url.split("?", 1)[0];
  return method === "GET" && path === PATH && headers.upgrade?.toLowerCase() === "websocket";
}
