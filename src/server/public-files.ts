import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { networkOf } from "../platform/network.js";
import type { AddressOf } from "./caller-address.js";
import type { RequestsUnderWay } from "./requests-under-way.js";

/** Files that are sent to one network at once: more than a browser asks for, fewer than would fill the line. */
const OF_A_NETWORK = 8;
/** Milliseconds in which a file is to be fetched. */
const PATIENCE = 30_000;

/** Files for everybody: a request of a few bytes is answered with a megabyte, so that few of them go to one network at once. */
export class PublicFiles {
  private readonly ofNetwork = new Map<string, number>();

  constructor(
    private readonly addressOf: AddressOf,
    private readonly underWay: RequestsUnderWay,
  ) {}

  /** Sends a file, the same bytes to everybody who fetches it; throws RATE_LIMITED where its network is being sent enough. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    file: { readonly type: string; readonly body: Buffer },
  ): FastifyReply {
    const network = networkOf(this.addressOf(request.raw));
    const count = this.ofNetwork.get(network) ?? 0;
    if (count >= OF_A_NETWORK) throw new Refusal("RATE_LIMITED", say("tooManyFiles", {}), [], { retryAfterSeconds: 1 });
    this.ofNetwork.set(network, count + 1);
    const late = setTimeout(() => reply.raw.destroy(), PATIENCE).unref();
    this.underWay.whenOver(reply.raw, () => {
      clearTimeout(late);
      const left = (this.ofNetwork.get(network) ?? 1) - 1;
      if (left > 0) this.ofNetwork.set(network, left);
      else this.ofNetwork.delete(network);
    });
    return reply.type(file.type).send(file.body);
  }
}
