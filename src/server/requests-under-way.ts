import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The requests in progress on each connection of a server. Create it before anything else listens to the server. */
export class RequestsUnderWay {
  /** Callbacks for the end of each request, in order of arrival. */
  private readonly onConnection = new Map<Socket, Map<ServerResponse, (() => void)[]>>();

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      const requests = new Map<ServerResponse, (() => void)[]>();
      this.onConnection.set(socket, requests);
      socket.once("close", () => {
        // Before version 24 Node emits no `close` for a response queued behind another.
        for (const response of requests.keys()) this.end(socket, response);
        this.onConnection.delete(socket);
      });
    });
    server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.onConnection.get(socket)?.set(response, []);
      response.once("close", () => this.end(socket, response));
    });
  }

  /** All connections, including those without a request in progress. */
  get connections(): Iterable<Socket> {
    return this.onConnection.keys();
  }

  /** The responses that a connection waits for, in order. */
  of(socket: Socket): readonly ServerResponse[] {
    return [...(this.onConnection.get(socket)?.keys() ?? [])];
  }

  /** Calls back once the answer is fetched, or can no longer be. */
  whenOver(response: ServerResponse, call: () => void): void {
    const { socket } = response.req;
    const calls = this.onConnection.get(socket)?.get(response);
    if (calls) calls.push(call);
    else call();
  }

  /** Aborted if the connection closes before the answer was written: nobody waits for it any more. */
  whileAwaited(response: ServerResponse): AbortSignal {
    const gone = new AbortController();
    this.whenOver(response, () => {
      if (!response.writableFinished) gone.abort();
    });
    return gone.signal;
  }

  /** Drops a connection that has switched to another protocol. */
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
