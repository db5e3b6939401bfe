import type { IncomingMessage } from "node:http";

/** The address of sockets. */
const PATH = "/graphql";

/**
 * Whether an offer of another protocol is taken: a WebSocket at `/graphql`. Anything else is ignored, and the request
 * answered as what it is beside the offer (RFC 9110, section 7.8): clients offer h2c with whatever they ask.
 */
export function mayUpgrade({ headers, method, url = "" }: IncomingMessage): boolean {
  // A text is compared: not everything that Node lets through as a target is a URL.
  const path = url.split("?", 1)[0];
  return method === "GET" && path === PATH && headers.upgrade?.toLowerCase() === "websocket";
}
