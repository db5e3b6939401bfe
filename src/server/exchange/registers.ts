import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { authorize } from "../../access/authorize.js";
import { scopeOf } from "../../domain/access.js";
import { after, earlier, parseLocalDate, type Instant, type LocalDate } from "../../domain/instant.js";
import { Refusal } from "../../domain/refusal.js";
import {
  expectDays,
  REGISTER_NAMES,
  spanOf,
  type Days,
  type Entries,
  type RegisterName,
} from "../../domain/registers.js";
import { say } from "../../domain/wording/wording.js";
import type { RegisterService, TakenOut } from "../../features/registers/register.service.js";
import type { EntryKey, RegisterPage, RegisterStore, Within } from "../../features/registers/register.store.js";
import { latestReading } from "../../operation/reading.js";
import { RequestContext, type Gateway } from "../../operation/request-context.js";
import { csvHead, csvRows } from "../../paper/csv.js";
import { toHtml } from "../../paper/html.js";
import { registerOf, registerSheet, type Register } from "../../paper/register.js";
import type { Turnstile } from "../../platform/turnstile.js";
import type { Execution } from "../execution.js";
import type { HttpCaller, Reception } from "../reception.js";
import { nothingHere } from "./giving.js";
import { PRINT_POLICY, PRINT_PRICE, type Printing } from "./printing.js";

/** The largest register that is laid out for print: entries, and characters of its cells. */
const MOST_ENTRIES = 4_000;
const MOST_CHARACTERS = 4_000_000;

const TYPES: Readonly<Record<TakenOut["format"], string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
};

interface Parts {
  readonly gateway: Gateway;
  readonly execution: Execution;
  readonly registers: RegisterService;
  /** One at a time for each party. */
  readonly takings: Turnstile;
}

/** What is asked for, and how it is read. */
interface Taking {
  readonly name: RegisterName;
  readonly format: TakenOut["format"];
  readonly caller: HttpCaller;
  readonly store: RegisterStore;
  /** The code of the SOC whose it is; null: all SOCs'. */
  readonly soc: string | null;
  readonly days: Days;
  readonly within: Within;
  readonly at: Instant;
}

/**
 * Registers over a period: as CSV in parts, however many entries there are; for print up to a size. Each is an entry in the journal
 * before its first byte is given.
 */
export class Registers {
  constructor(
    private readonly parts: Parts,
    private readonly printing: Pick<Printing, "expectPlace" | "pdf">,
    private readonly reception: Reception,
  ) {}

  /** `file` is the register's name with the format as its ending. */
  async take(request: FastifyRequest, reply: FastifyReply, file: string): Promise<FastifyReply> {
    const [, named, format] = /^([a-z-]+)\.(csv|html|pdf)$/.exec(file) ?? [];
    const name = REGISTER_NAMES.find((one) => one === named);
    const admitted = this.reception.callerOf(request);
    if (!name || !admitted) throw nothingHere();
    const { gateway, execution, takings } = this.parts;
    // It is an act too: nobody begins it on a session that is only presumed.
    const { caller: confirmed, session } = await new RequestContext(gateway, admitted).confirmed("ACT");
    const caller = { ...admitted, ...confirmed, session };
    authorize(session.actor, "register.take");
    const { soc, ...days } = parametersOf(request.query as Readonly<Record<string, unknown>>);
    execution.charges.expectLeft(session.actor);
    if (format === "pdf") this.printing.expectPlace(caller);
    if (format !== "csv") execution.charges.takeExtra(session.actor, PRINT_PRICE);
    const leave = once(await takings.enter(session.actor, caller.signal));
    try {
      const at = gateway.clock.now();
      const store = latestReading(gateway.pools.readings, scopeOf(session.actor)).registers;
      const found = soc === null ? null : await execution.read(caller, () => store.soc(soc));
      if (soc !== null && !found) throw refusedAt("soc", say("socUnknown", { code: soc.slice(0, 80) }));
      const { begins, ends } = spanOf(days);
      // What is recorded from now on belongs to the next time.
      const within = { begins, ends: earlier(ends, after(at, 1)), socId: found?.id ?? null };
      const { party } = session.actor;
      const ofWhom = found?.code ?? (party.kind === "SOC" ? party.code : null);
      const taking = { name, format: format as TakenOut["format"], caller, store, soc: ofWhom, within, at, days };
      if (format === "csv") {
        const parts = await this.parted(reply, taking);
        // Also where the client has gone before anything was read.
        parts.once("close", leave);
        return this.headed(reply, taking).send(parts);
      }
      const body = await this.printed(taking);
      leave();
      this.reception.keepUnread(reply, session.actor, body.length);
      return this.headed(reply, taking).send(body);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private headed(reply: FastifyReply, { name, format, caller, days: { from, until } }: Taking): FastifyReply {
    const place = format === "csv" ? "attachment" : "inline";
    return reply.type(TYPES[format]).headers({
      "cache-control": "private, no-store",
      vary: "accept-language, authorization",
      "content-disposition": `${place}; filename="${name}-${from}-${until}.${format}"`,
      "content-security-policy": PRINT_POLICY,
      "content-language": caller.locale,
    });
  }

  /** Everything is laid out before it is recorded: what cannot be printed was not taken out. */
  private async printed(taking: Taking): Promise<Buffer> {
    const { format, caller, at } = taking;
    const tooLong = (): Refusal =>
      new Refusal("QUERY_TOO_COSTLY", say("registerTooLong", { most: MOST_ENTRIES }), ["until"], {
        limit: MOST_ENTRIES,
      });
    const entries: Entries[RegisterName][] = [];
    let characters = 0;
    for await (const part of this.read(taking)) {
      entries.push(...part.entries);
      characters += part.size;
      if (entries.length > MOST_ENTRIES || characters > MOST_CHARACTERS) throw tooLong();
    }
    const sheet = registerSheet(registerFrom(taking, entries), at);
    const body = format === "html" ? Buffer.from(toHtml(sheet)) : Buffer.from(await this.printing.pdf(sheet, caller));
    await this.record(taking, entries.length);
    return body;
  }

  /** Parts of the size of a page, each read when the one before it has been fetched. */
  private async parted(reply: FastifyReply, taking: Taking): Promise<Readable> {
    const { caller, store, name, within } = taking;
    const rows = await this.parts.execution.read(caller, () => store.count(name, within));
    await this.record(taking, rows);
    caller.signal.throwIfAborted();
    const parts = Readable.from(this.reception.fetched(reply, this.csv(taking)), { highWaterMark: 1 });
    caller.signal.addEventListener("abort", () => parts.destroy());
    return parts;
  }

  private async *csv(taking: Taking): AsyncGenerator<Buffer> {
    const { signal, origin } = taking.caller;
    try {
      yield Buffer.from(csvHead(registerFrom(taking, [])));
      for await (const { entries } of this.read(taking)) yield Buffer.from(csvRows(registerFrom(taking, entries).rows));
    } catch (error) {
      // Its answer has begun: the client sees that it does not end.
      if (!signal.aborted)
        this.parts.gateway.logger.error({ err: error, requestId: origin.requestId }, "a register broke off");
      throw error;
    }
  }

  /** Part by part, each in its party's turn and charged to it, with its size as JSON in characters. */
  private async *read({
    name,
    caller,
    store,
    within,
  }: Taking): AsyncGenerator<RegisterPage & { readonly size: number }> {
    const { execution } = this.parts;
    let last: EntryKey | null = null;
    for (;;) {
      const beyond: EntryKey | null = last;
      const page: RegisterPage = await execution.read(caller, () => store.page(name, within, beyond));
      const size = JSON.stringify(page.entries).length;
      const wait = execution.charges.takePart(caller.session.actor, size);
      yield { ...page, size };
      if (page.next === null) return;
      last = page.next;
      if (wait > 0) await setTimeout(wait, undefined, { signal: caller.signal });
    }
  }

  private record({ caller, name, format, soc, days, at }: Taking, rows: number): Promise<void> {
    const taken = { register: name, format, soc, ...days, rows, at };
    return this.parts.registers.record(caller.session.actor, caller.origin, taken);
  }
}

function registerFrom({ caller, name, soc, days }: Taking, entries: readonly Entries[RegisterName][]): Register {
  return registerOf(name, entries, { locale: caller.locale, soc, ...days });
}

function once(call: () => void): () => void {
  let isCalled = false;
  return () => {
    if (!isCalled) call();
    isCalled = true;
  };
}

/** Throws BAD_USER_INPUT at the parameter that is wrong. */
function parametersOf(query: Readonly<Record<string, unknown>>): Days & { readonly soc: string | null } {
  const known = ["from", "until", "soc"];
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name))
      throw refusedAt(
        name.slice(0, 80),
        say("memberUnknown", { name: name.slice(0, 80), meant: null, known: known.join(", ") }),
      );
    if (typeof value !== "string") throw refusedAt(name, say("memberRepeated", { name }));
  }
  const day = (name: "from" | "until"): LocalDate => {
    const given: unknown = query[name];
    if (given === undefined) throw refusedAt(name, say("memberMissing", { name }));
    const date = typeof given === "string" ? parseLocalDate(given) : null;
    if (date === null) throw refusedAt(name, say("formDate", {}));
    return date;
  };
  const days = { from: day("from"), until: day("until") };
  expectDays(days);
  const { soc } = query;
  return { ...days, soc: typeof soc === "string" ? soc : null };
}

function refusedAt(name: string, says: Refusal["says"]): Refusal {
  return new Refusal("BAD_USER_INPUT", says, [name]);
}
