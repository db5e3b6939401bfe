import { randomBytes } from "node:crypto";
import { authorize } from "../../access/authorize.js";
import { scopeOf } from "../../domain/access.js";
import type { Act } from "../../domain/facts.js";
import {
  addressEnds,
  columnName,
  EXPORTS,
  MOST_PREPARED,
  type Column,
  type ExportFormat,
  type ExportOutcome,
} from "../../domain/exports.js";
import type { Instant } from "../../domain/instant.js";
import { GATEWAY, type Actor } from "../../domain/parties.js";
import { Refusal } from "../../domain/refusal.js";
import type { Violation } from "../../domain/verdict.js";
import { say } from "../../domain/wording/wording.js";
import type { Json } from "../../domain/canonical.js";
import type { Origin } from "../../journal/journal.store.js";
import { latestReading } from "../../operation/reading.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import type { Clock } from "../../platform/clock.js";
import { sha256 } from "../../platform/hash.js";
import type { Pool } from "../../platform/pool.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { PreparedRow } from "./export.store.js";

/** What is to be exported, as it was asked for. */
export interface ExportWanted {
  readonly document: string;
  /** One JSON object. */
  readonly variables: string | null;
  readonly format: ExportFormat;
}

/** Judges what is to be exported as the operation that it will be. */
export interface ExportColumns {
  /** Its faults of substance, or its columns. Throws what such an operation would be refused with, at the path of the input. */
  columnsOf(
    wanted: ExportWanted,
    actor: Actor,
  ): { readonly violations: readonly Violation[] } | { readonly columns: readonly Column[] };
}

/** An export to be fetched. `url` is null where it no longer can be. */
export interface Prepared {
  readonly url: string | null;
  readonly expiresAt: Instant;
  readonly columns: readonly string[];
}

/** What was given out of an export. */
export interface GivenOut {
  readonly outcome: ExportOutcome;
  readonly format: ExportFormat;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of these bytes, hex. */
  readonly sha256: string;
}

/** Lists as files: prepared on the record, fetched once by their address, and what was given out is recorded again. */
export class ExportService {
  constructor(
    private readonly submissions: Submissions,
    private readonly unitOfWork: UnitOfWork,
    private readonly readings: Pool,
    private readonly clock: Clock,
    private readonly judge: ExportColumns,
    /** The gateway's own address, where it is set. */
    private readonly publicUrl: string | null,
  ) {}

  /**
   * Prepares an export that runs with the rights of the token by which it is asked for. The same key again gives another address to who had
   * the first, as long as it was not fetched; the first then works no more.
   */
  async prepare(
    sender: Sender,
    tokenHash: Buffer,
    submissionKey: string,
    wanted: ExportWanted,
  ): Promise<{ readonly outcome: Outcome; readonly prepared: Prepared | null }> {
    const { actor, receivedAt } = sender;
    authorize(actor, "export.prepare");
    authorize(actor, "read");
    const judged = this.judge.columnsOf(wanted, actor);
    const secret = randomBytes(32).toString("base64url");
    const own = { partyId: actor.party.id, actorId: actor.id, tokenHash, secretHash: sha256(secret) };
    const { document, variables, format } = wanted;
    const attempt = {
      act: "export.prepare",
      submissionKey,
      content: { document, variables: variables ?? undefined, format },
    } as const;
    const outcome = await this.submissions.submit(sender, attempt, async (work, now) => {
      if ("violations" in judged) return judged;
      if ((await work.exports.waiting(actor.id, now)) >= MOST_PREPARED)
        throw new Refusal("RATE_LIMITED", say("exportsWaiting", { most: MOST_PREPARED }), [], { limit: MOST_PREPARED });
      return {
        plan: {
          entries: [actor.party.kind === "SOC" ? { soc: actor.party.id } : {}],
          warnings: [],
          keep: (id) => work.exports.add({ ...own, id, expiresAt: addressEnds(now) }),
        },
      };
    });
    if (!outcome.isAccepted) return { outcome, prepared: null };
    const columns = "columns" in judged ? judged.columns.map(columnName) : [];
    const url = `${this.publicUrl ?? ""}${EXPORTS}/${secret}`;
    if (!outcome.isRepeated) return { outcome, prepared: { url, expiresAt: addressEnds(receivedAt), columns } };
    return this.unitOfWork.run(actor, sender.origin, async ({ exports }) => {
      const id = outcome.submissionId;
      const isNew = await exports.readdress({ ...own, id }, receivedAt);
      const known = await exports.byId(id);
      const expiresAt = known?.expiresAt ?? receivedAt;
      return { outcome, prepared: { url: isNew ? url : null, expiresAt, columns } };
    });
  }

  /** The export at an address, whoever asks; null where there is none. */
  find(secret: string): Promise<PreparedRow | null> {
    return latestReading(this.readings, scopeOf(GATEWAY)).exports.bySecret(sha256(secret));
  }

  /**
   * Uses the address up and records that the export is fetched, before the first byte is given: nothing leaves without its entry. Gives what
   * was asked for; null where the address has been used meanwhile.
   */
  async begin(actor: Actor, origin: Origin, prepared: PreparedRow): Promise<ExportWanted | null> {
    const now = this.clock.now();
    const begun = await this.unitOfWork.run(actor, origin, async (work) => {
      if (!(await work.exports.take(prepared, now))) return null;
      const [submission] = await work.submissions.contents([prepared.id]);
      if (!submission) throw new Error("an export has no content");
      const entryId = await work.record([entry("export.begin", actor, now, prepared.id)]);
      return {
        wanted: JSON.parse(submission.content) as Omit<ExportWanted, "variables"> & { variables?: string },
        entryId,
      };
    });
    if (!begun) return null;
    await this.unitOfWork.sealed(begun.entryId);
    const { document, variables = null, format } = begun.wanted;
    return { document, variables, format };
  }

  /** Records what was given out, and waits until that is sealed. */
  async end(actor: Actor, origin: Origin, id: string, { columns, ...given }: GivenOut): Promise<void> {
    const content = { ...given, columns: columns.map(columnName) };
    const entryId = await this.unitOfWork.run(actor, origin, (work) =>
      work.record([entry("export.end", actor, this.clock.now(), id, content)]),
    );
    await this.unitOfWork.sealed(entryId);
  }
}

function entry(act: Act, { party }: Actor, at: Instant, subject: string, content?: Json) {
  return {
    act,
    at,
    subject,
    ...(party.kind === "SOC" ? { soc: party.id } : {}),
    ...(content === undefined ? {} : { content }),
  };
}
