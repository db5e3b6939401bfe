import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { SECOND } from "../../domain/instant.js";
import type { Availability } from "../../platform/availability.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import type { Reading } from "../../platform/metrics.js";
import { Hindrance } from "../../platform/program.js";
import { Recurring } from "../../platform/recurring.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { Documents } from "../documents/documents.js";
import { FolderLocks } from "./folder-locks.js";
import { codeOf } from "./disk.js";
import { Intake } from "./intake.js";
import { PartyBatches } from "./party-batches.js";
import { PartyFolder } from "./party-folder.js";
import { PartyLook } from "./party-look.js";
import { PartyOutbound } from "./party-outbound.js";

/** Milliseconds between looks. */
const PAUSE = SECOND;
/** F16: what a folder has to be called to be a party's. */
const CODE = /^[A-Z0-9][A-Z0-9-]{0,30}[A-Z0-9]$/;

interface Parts {
  readonly root: string;
  readonly documents: Documents;
  /** Whether notifications are given out. */
  readonly isOutbound: boolean;
  readonly connect: ConstructorParameters<typeof FolderLocks>[0];
  readonly availability: Availability;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * R13.2: the reserve folder, for parties that cannot reach the gateway otherwise: `RESERVE_DIR/<PARTY-CODE>/in` is looked through
 * every second, unless the look before has not ended; none waits for another party's. Any number of gateways may look at the same one.
 */
export class ReserveFolder extends Recurring {
  private readonly looks = new Map<string, PartyLook>();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly locks: FolderLocks;
  /** How the last look at each folder failed; the one at all of them under "". */
  private readonly failed = new Map<string, string>();

  constructor(private readonly parts: Parts) {
    super(parts.clock, PAUSE);
    this.locks = new FolderLocks(parts.connect);
  }

  /** Throws a Hindrance where the folder is not there, or a party's places are on several file systems. */
  async check(): Promise<void> {
    const { root } = this.parts;
    const found = await stat(root).catch(() => null);
    if (!found?.isDirectory())
      throw new Hindrance(`RESERVE_DIR is "${root}", which is no folder: make it, or leave the setting out.`);
    for (const folder of await this.folders()) {
      const hindrance = await folder.hindrance().catch((error: unknown) => String(error));
      if (hindrance !== null) throw new Hindrance(`RESERVE_DIR: ${hindrance}.`);
    }
  }

  override async stop(): Promise<void> {
    this.stopping.abort();
    await super.stop();
    await Promise.all(this.underWay.values());
    await Promise.all([...this.looks.values()].map((look) => look.ended()));
    await this.locks.stop();
  }

  /** How many files of each party wait, and for how long the oldest of them has: in seconds. For metrics. */
  async waiting(of: "COUNT" | "SECONDS"): Promise<readonly Reading[]> {
    const folders = await this.folders();
    const now = this.clock.now();
    return Promise.all(
      folders.map(async (folder) => {
        const { count, since } = await folder.waiting();
        const value = of === "COUNT" ? count : since === null ? 0 : Math.max(0, (now - since) / SECOND);
        return { labels: { party: folder.code }, value };
      }),
    );
  }

  protected async work(): Promise<void> {
    try {
      const folders = await this.folders();
      this.notes(null, "");
      for (const folder of folders) {
        const { code } = folder;
        if (this.underWay.has(code)) continue;
        this.underWay.set(
          code,
          this.look(folder).finally(() => this.underWay.delete(code)),
        );
      }
    } catch (error) {
      this.notes(error, "");
    }
  }

  /** Never rejects. */
  private async look(folder: PartyFolder): Promise<void> {
    const { code } = folder;
    const look = this.looks.get(code) ?? this.lookAt(folder);
    this.looks.set(code, look);
    try {
      await look.look(() => this.isStopped);
      this.notes(null, code);
    } catch (error) {
      this.notes(error, code);
    }
  }

  private lookAt(folder: PartyFolder): PartyLook {
    const { parts, locks } = this;
    const { signal } = this.stopping;
    const intake = new Intake(parts.documents);
    const notes = (error: unknown): void => this.notes(error, `${folder.code} batches`);
    const batches = new PartyBatches(folder, { ...parts, intake, locks, signal, notes });
    const outbound = parts.isOutbound ? new PartyOutbound(folder, { ...parts, signal }) : null;
    return new PartyLook(folder, { ...parts, intake, locks, batches, outbound, most: parts.documents.limits.bytes });
  }

  /** Logs a failure, once for as long as it goes on; null: it does not. */
  private notes(error: unknown, party: string): void {
    const { availability, logger } = this.parts;
    if (error === null) return void this.failed.delete(party);
    if (error instanceof DatabaseAway || availability.notes(error)) return;
    const how = `${codeOf(error)} ${error instanceof Error ? error.message : ""}`;
    const before = this.failed.get(party);
    this.failed.set(party, how);
    if (how === before) return;
    logger.warn({ code: codeOf(error), err: error, party }, "reserve folder: a look failed; it is tried again");
  }

  private async folders(): Promise<readonly PartyFolder[]> {
    const { root } = this.parts;
    const entries = await readdir(root, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && CODE.test(entry.name))
      .map(({ name }) => new PartyFolder(name, join(root, name)));
  }
}
