/** Waits for what comes from outside, but not for ever. One waits at a time. */
export class Waiting {
  private wake: () => void = () => undefined;

  /** Says that something came: those that wait look again. */
  stir(): void {
    this.wake();
  }

  /** What `find` gives once it gives something; null where it gave nothing for so many milliseconds. */
  async until<Found>(find: () => Found | undefined, milliseconds: number): Promise<Found | null> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const found = find();
      const left = deadline - Date.now();
      if (found !== undefined || left <= 0) return found ?? null;
      await new Promise<void>((resolve) => {
        const alarm = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(alarm);
          resolve();
        };
      });
    }
  }
}
