const FIRST = 500;
const LONGEST = 30_000;

/** Milliseconds to wait before the next attempt: what the gateway asks for, else doubling, and never all clients at once. */
export function waitBefore(attempt: number, retryAfter: number | null): number {
  const usual = Math.min(LONGEST, FIRST * 2 ** (attempt - 1));
  return (retryAfter ?? usual / 2) + Math.random() * (usual / 2);
}

/** Resolves after `wait` milliseconds; rejects with the signal's reason when it is aborted. */
export function pause(wait: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", leave);
      resolve();
    }, wait);
    signal?.addEventListener("abort", leave, { once: true });
  });
}
