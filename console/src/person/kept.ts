/** What a browser keeps, by name. Where storage is switched off or full, it holds until the page is closed. */
export class Kept {
  private readonly here = new Map<string, string>();

  constructor(private readonly storage: () => Storage) {}

  read(name: string): string | null {
    try {
      return this.here.get(name) ?? this.storage().getItem(name);
    } catch {
      return null;
    }
  }

  write(name: string, text: string): void {
    this.remove(name);
    try {
      this.storage().setItem(name, text);
    } catch {
      this.here.set(name, text);
    }
  }

  remove(name: string): void {
    this.here.delete(name);
    try {
      this.storage().removeItem(name);
    } catch {
      // It keeps nothing.
    }
  }
}

/** Until the window is closed, over a reload. */
export const keptByWindow = new Kept(() => sessionStorage);
/** As long as the browser has it, for everybody who uses it. */
export const keptByBrowser = new Kept(() => localStorage);

/** A channel to the other windows of this browser; null where it lets pages have none. */
export function channelTo(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
