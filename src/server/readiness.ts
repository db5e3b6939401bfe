import { setImmediate as turn, setTimeout } from "node:timers/promises";
import { directConnection } from "../platform/database.js";
import type { Gateway } from "../operation/request-context.js";

/** Milliseconds that the database has to answer a trivial query. */
const PATIENCE = 800;

/** The readiness probe: whether the gateway can serve. Concurrent probes share one query of the database. */
export class Readiness {
  private asked: Promise<boolean> | null = null;

  constructor(private readonly gateway: Gateway) {}

  /** Why it cannot serve, within a second; null if it can. */
  async objection(): Promise<string | null> {
    this.asked ??= this.ask();
    if (!(await Promise.race([this.asked, tooLate()]))) {
      this.gateway.pools.vital.availability.notesSilence(PATIENCE);
      return "the database does not answer";
    }
    // It could read, but not acknowledge any act.
    return this.gateway.isSealing() ? null : "the journal is not sealed: acts are kept, but get no receipt";
  }

  private async ask(): Promise<boolean> {
    try {
      await directConnection(this.gateway.pools.vital).query("select 1");
      return true;
    } catch {
      return false;
    } finally {
      this.asked = null;
    }
  }
}

/** First reads what is already in the socket, because this process may have been busy. */
async function tooLate(): Promise<false> {
  await setTimeout(PATIENCE);
  await turn();
  await turn();
  return false;
}
