import type { FastifyReply, FastifyRequest } from "fastify";
import { networkOf } from "../platform/network.js";
import { Rates } from "../platform/rates.js";
import type { AddressOf } from "./caller-address.js";

/** Bytes of files that one network may fetch at once, about twenty page loads, and then per minute. */
const AT_ONCE = 33_554_432;
const A_MINUTE = 67_108_864;

/** Public files. A request of a few bytes is answered with a megabyte, so each network gets a limited amount. */
export class PublicFiles {
  // A network counts as the only actor of a party, which gets half of the party's amount.
  private readonly rates = new Rates({ capacity: 2 * AT_ONCE, perMinute: 2 * A_MINUTE }, () => performance.now());

  constructor(private readonly addressOf: AddressOf) {}

  /** Sends a file, the same bytes to everybody; throws RATE_LIMITED if the network has fetched too much. A HEAD costs nothing. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    file: { readonly type: string; readonly body: Buffer },
  ): FastifyReply {
    const network = networkOf(this.addressOf(request.raw));
    const bytes = request.method === "HEAD" ? 0 : file.body.length;
    this.rates.take({ id: network, party: { id: network } }, "file", bytes);
    return reply.type(file.type).send(file.body);
  }
}
