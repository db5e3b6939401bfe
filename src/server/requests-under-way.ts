import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The requests under way on each connection of a server. Made before anything else listens to it. */
export class RequestsUnderWay {
  /** What is called at the end of each, in the order in which they came. */
  private readonly onConnection = new Map<Socket, Map<ServerResponse, (() => void)[]>>();

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      const requests = new Map<ServerResponse, (() => void)[]>();
      this.onConnection.set(socket, requests);
      socket.once("close", () => {
        // Node before 24 does not say it of a response that waits behind another.
        for (const response of requests.keys()) this.end(socket, response);
        this.onConnection.delete(socket);
      });
    });
    server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.onConnection.get(socket)?.set(response, []);
      response.once("close", () => this.end(socket, response));
    });
  }

  /** Connections, also those on which nothing is under way. */
  get connections(): Iterable<Socket> {
    return this.onConnection.keys();
  }

  /** The answers that a connection waits for, in their order. */
  of(socket: Socket): readonly ServerResponse[] {
    return [...(this.onConnection.get(socket)?.keys() ?? [])];
  }

  /** Calls once the answer is fetched, or can be fetched no more. */
  whenOver(response: ServerResponse, call: () => void): void {
    const { socket } = response.req;
    const calls = this.onConnection.get(socket)?.get(response);
    if (calls) calls.push(call);
    else call();
  }

  /** Aborted when the connection closes before the answer was written: nobody waits for it any more. */
  whileAwaited(response: ServerResponse): AbortSignal {
    const gone = new AbortController();
    this.whenOver(response, () => {
      if (!response.writableFinished) gone.abort();
    });
    return gone.signal;
  }

  /** A connection that goes on in another protocol is none of these any more. */
  forget(socket: Socket): void {
    this.onConnection.delete(socket);
  }

  private end(socket: Socket, response: ServerResponse): void {
    const requests = this.onConnection.get(socket);
    const calls = requests?.get(response) ?? [];
    requests?.delete(response);
    for (const call of calls) call();
  }
}
