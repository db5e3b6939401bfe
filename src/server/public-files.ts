import type { FastifyReply, FastifyRequest } from "fastify";
import { networkOf } from "../platform/network.js";
import { Rates } from "../platform/rates.js";
import type { AddressOf } from "./caller-address.js";

/** Bytes of files that one network is sent at once, some twenty browsers' worth, and in a minute after that. */
const AT_ONCE = 33_554_432;
const A_MINUTE = 67_108_864;

/** Files for everybody: a request of a few bytes is answered with a megabyte, so that each network is sent only so much. */
export class PublicFiles {
  // A network is like the one actor of a party, which has half of what that has.
  private readonly rates = new Rates({ capacity: 2 * AT_ONCE, perMinute: 2 * A_MINUTE }, () => performance.now());

  constructor(private readonly addressOf: AddressOf) {}

  /** Sends a file, the same bytes to everybody; throws RATE_LIMITED where its network has been sent enough. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    file: { readonly type: string; readonly body: Buffer },
  ): FastifyReply {
    const network = networkOf(this.addressOf(request.raw));
    this.rates.take({ id: network, party: { id: network } }, "file", file.body.length);
    return reply.type(file.type).send(file.body);
  }
}
