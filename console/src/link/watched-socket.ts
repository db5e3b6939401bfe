interface Watcher {
  /** The gateway has answered on a new socket. */
  opened(): void;
  closed(): void;
}

/** A WebSocket that tells when it works and when it is gone: the moment that the page's banner must not miss. */
export function watchedSocket(watcher: Watcher): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("message", () => watcher.opened(), { once: true });
      this.addEventListener("close", () => watcher.closed(), { once: true });
    }
  };
}
