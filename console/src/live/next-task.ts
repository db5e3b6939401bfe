/** Runs something as the next task: after what is already there, and without the pauses of timers in a hidden tab. */
export class NextTask {
  private readonly channel = new MessageChannel();
  private waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.addEventListener("message", () => {
      const all = this.waiting;
      this.waiting = [];
      for (const run of all) run();
    });
    this.channel.port1.start();
  }

  run(task: () => void): void {
    this.waiting.push(task);
    if (this.waiting.length === 1) this.channel.port2.postMessage(null);
  }
}
