import type { Client } from "pg";
import type { Availability } from "../platform/availability.js";
import type { Logger } from "../platform/logger.js";

/** Milliseconds before LISTEN is tried again. */
const RETRY = 250;

/**
 * Rings when the journal has grown: LISTEN on a separate session, resumed whenever it breaks. It carries no
 * content; its receiver reads the table. It also rings on each reconnection, since something may have been missed.
 */
export class Doorbell {
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly connect: () => Client,
    private readonly availability: Availability,
    private readonly logger: Logger,
    private readonly onRing: () => void,
  ) {}

  async start(): Promise<void> {
    const client = this.connect();
    this.client = client;
    client.on("notification", this.onRing);
    client.on("error", (error) => this.lost(client, error));
    client.on("end", () => this.lost(client, new Error("Connection terminated")));
    try {
      await client.connect();
      await client.query("listen dabyl_journal");
      this.onRing();
    } catch (error) {
      this.lost(client, error);
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: Client, error: unknown): void {
    if (this.isStopped || this.client !== client) return;
    this.client = null;
    if (!this.availability.notes(error))
      this.logger.warn({ err: error }, "the doorbell's session is lost; connecting again");
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), RETRY);
  }
}
