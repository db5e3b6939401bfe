import { setImmediate as turn, setTimeout } from "node:timers/promises";
import { directConnection } from "../platform/database.js";
import type { Gateway } from "../operation/request-context.js";

/** Milliseconds that the database has to answer a question that costs nothing. */
const PATIENCE = 800;

/** Whether the gateway can serve, asked by whoever sends it requests. Asked often, it asks the database once at a time. */
export class Readiness {
  private asked: Promise<boolean> | null = null;

  constructor(private readonly gateway: Gateway) {}

  /** Why it cannot serve, within a second; null where it can. */
  async objection(): Promise<string | null> {
    this.asked ??= this.ask();
    if (!(await Promise.race([this.asked, tooLate()]))) {
      this.gateway.pools.vital.availability.notesSilence(PATIENCE);
      return "the database does not answer";
    }
    // It could read, but acknowledge nothing.
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

/** What lies in the socket already, because this process was busy, is read first. */
async function tooLate(): Promise<false> {
  await setTimeout(PATIENCE);
  await turn();
  await turn();
  return false;
}
