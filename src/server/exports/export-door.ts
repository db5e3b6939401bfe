import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Authentication } from "../../access/authenticate.js";
import type { Session } from "../../access/session.js";
import type { Column, ExportFormat, Row } from "../../domain/exports.js";
import { clockInAlmaty } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import { Refusal } from "../../domain/refusal.js";
import { inWords, say } from "../../domain/wording/wording.js";
import { CSV_TYPE, inUtf8, NDJSON_TYPE } from "../../exchange/media-types.js";
import type { PreparedRow } from "../../features/exports/export.store.js";
import type { ExportService } from "../../features/exports/export.service.js";
import { csvOf, ndjsonOf } from "../../features/exports/tables.js";
import { xlsxOf } from "../../features/exports/xlsx.js";
import type { Gateway, KnownCaller } from "../../operation/request-context.js";
import { Turnstile } from "../../platform/turnstile.js";
import type { Execution } from "../execution.js";
import { HttpRefusal } from "../http-refusal.js";
import type { Reception } from "../reception.js";
import { FileGiven } from "./file-given.js";
import type { ExportJudge, PagedList } from "./judged-export.js";
import { expectExporter, pagesOf } from "./list-pages.js";

/** Exports that are fetched at once, of everybody; of one person it is one, and one more may wait. */
const AT_ONCE = 4;

/** 256 bits in base64url. */
const SECRET = /^[\w-]{43}$/;

const TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: `${inUtf8(CSV_TYPE)}; header=present`,
  NDJSON: inUtf8(NDJSON_TYPE),
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Nothing of it is ever shown by a browser. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

interface Parts {
  readonly gateway: Gateway;
  readonly execution: Execution;
  readonly authentication: Authentication;
  readonly exports: ExportService;
  readonly exportJudge: ExportJudge;
  readonly config: { readonly requestTimeout: number };
}

/** Fetches exports by their addresses: each once, with the rights of who prepared it. */
export class ExportDoor {
  private readonly turns = new Turnstile({ each: 1, total: AT_ONCE, waiting: 1 });
  /** Those whose address is being used. */
  private readonly opening = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly parts: Parts,
    private readonly reception: Reception,
  ) {}

  /** Throws NOT_FOUND, 410, UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, and what the list's first page is refused with. */
  async fetch(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<FastifyReply> {
    const { authentication, execution, exports, gateway } = this.parts;
    const anybody = this.reception.anybody(request, reply);
    const { signal } = anybody;
    const asked = { session: { actor: GATEWAY }, signal };
    const prepared = SECRET.test(secret) ? await execution.read(asked, () => exports.find(secret)) : null;
    if (!prepared) throw new Refusal("NOT_FOUND", say("exportUnknown", {}));
    if (prepared.fetchedAt !== null || this.opening.has(prepared.id)) throw gone();
    if (prepared.expiresAt <= gateway.clock.now()) throw new HttpRefusal(410, say("exportExpired", {}));
    this.opening.add(prepared.id);
    try {
      const session = await authentication.ofToken(prepared.tokenHash);
      expectExporter(session);
      const leave = await this.turns.enter(alone(session), signal);
      try {
        return await this.give(reply, prepared, { ...anybody, session }, leave);
      } catch (error) {
        leave();
        throw error;
      }
    } finally {
      this.opening.delete(prepared.id);
    }
  }

  /** Resolves when what was given out of every export is recorded. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async give(
    reply: FastifyReply,
    prepared: PreparedRow,
    caller: KnownCaller,
    leave: () => void,
  ): Promise<FastifyReply> {
    const { exports, exportJudge, gateway } = this.parts;
    const { origin, session, signal } = caller;
    const wanted = await exports.begin(session.actor, origin, prepared);
    if (!wanted) throw gone();
    const { format } = wanted;
    let columns: readonly Column[] = [];
    const file = new FileGiven({
      signal,
      patience: this.parts.config.requestTimeout,
      hangUp: () => reply.raw.destroy(),
      record: (given) => this.tracked(exports.end(session.actor, origin, prepared.id, { ...given, format, columns })),
      failed: (error) => gateway.logger.error({ err: error, requestId: origin.requestId }, "an export broke off"),
    });
    try {
      const paged = exportJudge.judge(wanted, null);
      if ("violations" in paged) throw new HttpRefusal(410, say("exportNoLonger", {}));
      columns = paged.list.columns;
      const pages = pagesOf(paged, caller, this.parts);
      // Whatever is wrong with the list shows before the answer begins.
      const first = await pages.next();
      const rows = file.counted(followed(first, pages));
      const body = Readable.from(file.parts(written(format, paged, rows, caller)), { highWaterMark: 1 });
      // Also where the reader has gone before anything was read.
      body.once("close", () => {
        file
          .end("READER_GONE")
          .catch(() => undefined)
          .finally(leave);
      });
      signal.addEventListener("abort", () => body.destroy());
      if (signal.aborted) body.destroy();
      return this.headed(reply, format, paged).send(body);
    } catch (error) {
      await file.broke(error);
      throw error;
    }
  }

  private headed(reply: FastifyReply, format: ExportFormat, { list }: PagedList): FastifyReply {
    const { date } = clockInAlmaty(this.parts.gateway.clock.now());
    return reply.type(TYPES[format]).headers({
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="${list.path.at(-1)}-${date}.${format.toLowerCase()}"`,
      "content-security-policy": POLICY,
    });
  }

  private tracked(end: Promise<void>): Promise<void> {
    this.underWay.add(end);
    void end.catch(() => undefined).finally(() => this.underWay.delete(end));
    return end;
  }
}

function gone(): HttpRefusal {
  return new HttpRefusal(410, say("exportFetched", {}));
}

/** Each person has a line of its own. */
function alone({ actor: { id } }: Session) {
  return { id, party: { id } };
}

async function* followed(
  first: IteratorResult<readonly Row[], unknown>,
  others: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  if (first.done) return;
  yield first.value;
  yield* others;
}

function written(
  format: ExportFormat,
  { list: { columns } }: PagedList,
  rows: AsyncIterable<readonly Row[]>,
  { locale, way }: KnownCaller,
): AsyncIterable<Buffer> {
  switch (format) {
    case "CSV":
      return csvOf(columns, rows);
    case "NDJSON":
      return ndjsonOf(rows);
    case "XLSX":
      return xlsxOf(
        columns,
        rows,
        (length, most) => ` [… ${inWords(say("exportCellTooLong", { length, most }), locale, way)}]`,
      );
  }
}
