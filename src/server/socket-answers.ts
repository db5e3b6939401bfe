import { MessageType } from "graphql-ws";
import { OperationTypeNode, type ExecutionResult, type GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Audience } from "./errors.js";
import type { GraphqlSocket } from "./graphql-socket.js";
import type { Outlet } from "./room-messages.js";
import type { Running } from "./socket-operations.js";
import type { SocketParts } from "./websocket.js";

/** Characters above which a result is kept as bytes, which sockets share. */
const LARGE = 16_384;

/** What is sent for the operations of a socket, in the caller's language. */
export class SocketAnswers {
  constructor(
    private readonly socket: GraphqlSocket,
    private readonly parts: SocketParts,
    /** Nothing is sent for an operation that its client has completed. */
    private readonly isWanted: (running: Running) => boolean,
  ) {}

  present(error: unknown, { requestId }: Running): GraphQLFormattedError {
    return this.parts.errors.presentThrown(error, this.audience(requestId));
  }

  presentAll(errors: readonly GraphQLError[], { requestId }: Running): readonly GraphQLFormattedError[] {
    return this.parts.errors.present(errors, this.audience(requestId));
  }

  private audience(requestId: string): Audience {
    const { locale, way } = this.socket;
    return { locale, way, requestId };
  }

  async whole(running: Running, answer: ExecutionResult): Promise<void> {
    await this.next(running, answer);
    await this.complete(running);
  }

  async next(running: Running, whole: ExecutionResult): Promise<void> {
    if (!this.isWanted(running)) return;
    const { errors, ...result } = whole;
    const presented = errors && this.presentAll(errors, running);
    // A client would take a frame without data for delivered; after a close it resumes.
    if (!result.data && presented?.some(({ extensions }) => extensions?.["code"] === "UNAVAILABLE")) {
      this.socket.close("UNAVAILABLE");
      return;
    }
    const end = presented ? endOf({ errors: presented, ...result }) : endOnce(whole);
    if (typeof end !== "string" && running.kind !== OperationTypeNode.MUTATION) {
      // Hundreds of subscribers may be sent the same at once, and each send takes time.
      await this.parts.gateway.rightOfWay.give();
      if (!this.isWanted(running)) return;
    }
    running.isAnswered = true;
    const { wire } = this.socket;
    const beginning = beginningOf(running);
    await (typeof end === "string" ? wire.write(beginning + end) : wire.write(beginning, end));
  }

  /** The way to a subscription's client. */
  outlet(running: Running): Outlet {
    const { wire } = this.socket;
    return {
      next: (frame) => this.next(running, frame),
      beginning: beginningOf(running),
      worded: ({ errors = [], ...result }) =>
        Buffer.from(`${JSON.stringify({ errors: this.presentAll(errors, running), ...result })}}`),
      put: (messages) => wire.put(messages),
      get isBehind() {
        return wire.isBehind;
      },
      drained: () => wire.drained(),
    };
  }

  async errors(running: Running, payload: readonly GraphQLFormattedError[]): Promise<void> {
    if (this.isWanted(running)) await this.socket.send({ id: running.id, type: MessageType.Error, payload });
  }

  async complete(running: Running): Promise<void> {
    if (this.isWanted(running)) await this.socket.send({ id: running.id, type: MessageType.Complete });
  }
}

/** What a message with a result begins with; its end is the result and a brace. */
function beginningOf({ id }: Running): string {
  return `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
}

const written = new WeakMap<ExecutionResult, string | Buffer>();

/** A frame shared by many subscribers is serialized once. */
function endOnce(result: ExecutionResult): string | Buffer {
  const end = written.get(result) ?? endOf(result);
  written.set(result, end);
  return end;
}

/** A result in JSON with the end of the message around it; as bytes if it is large. */
function endOf(result: object): string | Buffer {
  const end = `${JSON.stringify(result)}}`;
  return end.length < LARGE ? end : Buffer.from(end);
}
