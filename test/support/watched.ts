import type { CDPSession, Page } from "playwright-core";

/** What a page holds after its garbage was collected: bytes of the heap, nodes of the document. */
export interface Weight {
  readonly heap: number;
  readonly nodes: number;
}

/** Milliseconds since 1970 by a clock that no test moves, in this process and in pages alike. */
export function wallTime(): number {
  return performance.timeOrigin + performance.now();
}

/** A page of which is measured what it holds and when something stands on it. */
export class Watched {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async page(page: Page): Promise<Watched> {
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.enable");
    return new Watched(page, session);
  }

  async weight(): Promise<Weight> {
    await this.session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.session.send("Runtime.getHeapUsage");
    const nodes = Number(await this.page.evaluate("document.querySelectorAll('*').length"));
    return { heap: usedSize, nodes };
  }

  /** When the wall's feed had the number first, by `wallTime`: at once where it is there already. */
  async shown(number: string): Promise<number> {
    return Number(
      await this.page.evaluate(`new Promise((resolve) => {
        const feed = document.querySelector('[data-part="feed"]');
        const look = () => {
          if (!feed.textContent.includes(${JSON.stringify(number)})) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(feed, { childList: true, characterData: true, subtree: true });
        look();
      })`),
    );
  }
}

/** Median and 95th percentile, for people. */
export function spread(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}`;
}
