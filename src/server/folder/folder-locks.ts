import type { Client } from "pg";

const LOCK = "hashtext('dabyl reserve folder'), hashtext($1)";
/** A gateway whose machine is lost is noticed by PostgreSQL within 25 seconds, and its folders are free again. */
const ALIVE = "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

/**
 * Which gateway works on a party's folder: whoever has its advisory lock on the database, which is gone with the gateway's session.
 * So files take effect in their order, and whatever the holder finds in `work` was left by somebody who is gone.
 */
export class FolderLocks {
  private client: Client | null = null;
  private session: Promise<Client> | null = null;
  private readonly held = new Set<string>();

  constructor(private readonly connect: () => Client) {}

  isHeld(code: string): boolean {
    return this.held.has(code);
  }

  /** False where another gateway works on the folder. Rejects where the database cannot be reached. */
  async take(code: string): Promise<boolean> {
    if (!(await this.asks("pg_try_advisory_lock", code))) return false;
    this.held.add(code);
    return true;
  }

  /** Does nothing where the lock was lost with its session. */
  async release(code: string): Promise<void> {
    if (this.held.delete(code)) await this.asks("pg_advisory_unlock", code);
  }

  async stop(): Promise<void> {
    await this.client?.end().catch(() => undefined);
  }

  private async asks(what: "pg_try_advisory_lock" | "pg_advisory_unlock", code: string): Promise<boolean> {
    this.session ??= this.open();
    const client = await this.session;
    try {
      const { rows } = await client.query<{ isSo: boolean }>(`select ${what}(${LOCK}) as "isSo"`, [code]);
      return rows[0]?.isSo === true;
    } catch (error) {
      // Whether it holds the lock is not known now; without its session it does not.
      this.lose(client);
      throw error;
    }
  }

  private async open(): Promise<Client> {
    const client = this.connect();
    client.on("error", () => this.lose(client));
    client.on("end", () => this.lose(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(ALIVE);
      return client;
    } catch (error) {
      this.lose(client);
      throw error;
    }
  }

  private lose(client: Client): void {
    client.end().catch(() => undefined);
    if (this.client !== client) return;
    this.client = null;
    this.session = null;
    this.held.clear();
  }
}
