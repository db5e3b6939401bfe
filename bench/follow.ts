import { createClient } from "graphql-ws";
import WebSocket from "ws";

/**
 * Follows a feed through the public client of graphql-ws, on its own socket, until the process ends; anything but a frame ends
 * the process. `onFrame` also gets the time of arrival by the machine's clock, to the microsecond. Resolves once the subscription
 * has begun.
 */
export async function follow<Data>(
  url: string,
  token: string,
  query: string,
  onFrame: (data: Data, arrived: number) => void,
): Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  client.subscribe<Data>(
    { query },
    {
      next({ data, errors }) {
        const arrived = performance.timeOrigin + performance.now();
        if (!data || errors) throw new Error(`no frame: ${JSON.stringify(errors)}`);
        onFrame(data, arrived);
      },
      error(error) {
        console.error(error);
        process.exit(1);
      },
      complete: () => undefined,
    },
  );
  // Messages of one socket are processed in order: once this is answered, the subscription has begun.
  await new Promise<void>((resolve, reject) =>
    client.subscribe({ query: "{ __typename }" }, { next: () => undefined, error: reject, complete: resolve }),
  );
}
