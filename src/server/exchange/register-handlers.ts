import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { parseLocalDate, type LocalDate } from "../../domain/instant.js";
import { Refusal } from "../../domain/refusal.js";
import { REGISTER_NAMES, type Entries, type RegisterName } from "../../domain/registers.js";
import { say } from "../../domain/wording/wording.js";
import { CSV_TYPE, HTML_TYPE, inUtf8, PDF_TYPE } from "../../exchange/media-types.js";
import type { RegisterService, RegisterTaken, RegisterWanted } from "../../features/registers/register.service.js";
import { RequestContext, type Gateway } from "../../operation/request-context.js";
import { csvHead, csvRows } from "../../paper/csv.js";
import { toHtml } from "../../paper/html.js";
import { registerOf, registerSheet, type Register } from "../../paper/register.js";
import type { Execution } from "../execution.js";
import type { HttpCaller, Reception } from "../reception.js";
import { nothingHere } from "./document-handlers.js";
import { PRINT_POLICY, PRINT_PRICE, type PrintHandlers } from "./print-handlers.js";

type Format = RegisterWanted["format"];

const TYPES: Readonly<Record<Format, string>> = {
  csv: `${inUtf8(CSV_TYPE)}; header=present`,
  html: inUtf8(HTML_TYPE),
  pdf: PDF_TYPE,
};

interface Parts {
  readonly gateway: Gateway;
  readonly execution: Execution;
  readonly registers: RegisterService;
}

/** Registers over a period, over HTTP: as CSV in parts, however many entries there are; for print up to a size. */
export class RegisterHandlers {
  constructor(
    private readonly parts: Parts,
    private readonly prints: Pick<PrintHandlers, "expectPlace" | "pdf">,
    private readonly reception: Reception,
  ) {}

  /** `file` is the register's name with the format as its ending. */
  async take(request: FastifyRequest, reply: FastifyReply, file: string): Promise<FastifyReply> {
    const [, named, ending] = /^([a-z-]+)\.(csv|html|pdf)$/.exec(file) ?? [];
    const name = REGISTER_NAMES.find((one) => one === named);
    const admitted = this.reception.callerOf(request);
    if (!name || !admitted) throw nothingHere();
    const format = ending as Format;
    const { gateway, execution, registers } = this.parts;
    const { charges } = execution;
    // It is an act too: nobody begins it on a session that is only presumed.
    const { caller: confirmed, session } = await new RequestContext(gateway, admitted).confirmed("ACT");
    const caller = { ...admitted, ...confirmed, session };
    const { actor } = session;
    registers.expectAllowed(actor);
    const wanted = { name, format, ...parametersOf(request.query as Readonly<Record<string, unknown>>) };
    const taken = await registers.begin(wanted, {
      actor,
      origin: caller.origin,
      signal: caller.signal,
      admit: () => {
        charges.expectLeft(actor);
        if (format === "pdf") this.prints.expectPlace(caller);
        if (format !== "csv") charges.takeExtra(actor, PRINT_PRICE);
      },
      read: (ask) => execution.read(caller, ask),
      charge: (characters) => charges.takePart(actor, characters),
    });
    try {
      if (format === "csv") {
        const parts = await this.parted(reply, taken, caller);
        // Also where the client has gone before anything was read.
        parts.once("close", () => taken.end());
        return headed(reply, taken.wanted, caller).send(parts);
      }
      const body = await taken.whole((entries) => this.printed(taken, entries, caller));
      taken.end();
      this.reception.keepUnread(reply, actor, body.length);
      return headed(reply, taken.wanted, caller).send(body);
    } catch (error) {
      taken.end();
      throw error;
    }
  }

  private async printed(
    { wanted, at }: RegisterTaken,
    entries: readonly Entries[RegisterName][],
    caller: HttpCaller,
  ): Promise<Buffer> {
    const sheet = registerSheet(registerFrom(wanted, entries, caller), at);
    return Buffer.from(wanted.format === "html" ? toHtml(sheet) : await this.prints.pdf(sheet, caller));
  }

  /** Each part is read when the one before it has been fetched. */
  private async parted(reply: FastifyReply, taken: RegisterTaken, caller: HttpCaller): Promise<Readable> {
    const { signal } = caller;
    const csv = this.csv(taken.wanted, await taken.inParts(), caller);
    const parts = Readable.from(this.reception.fetched(reply, csv), { highWaterMark: 1 });
    signal.addEventListener("abort", () => parts.destroy());
    return parts;
  }

  private async *csv(
    wanted: RegisterWanted,
    parts: AsyncIterable<readonly Entries[RegisterName][]>,
    caller: HttpCaller,
  ): AsyncGenerator<Buffer> {
    const { signal, origin } = caller;
    try {
      yield Buffer.from(csvHead(registerFrom(wanted, [], caller)));
      for await (const entries of parts) yield Buffer.from(csvRows(registerFrom(wanted, entries, caller).rows));
    } catch (error) {
      // Its answer has begun: the client sees that it does not end.
      if (!signal.aborted)
        this.parts.gateway.logger.error({ err: error, requestId: origin.requestId }, "a register broke off");
      throw error;
    }
  }
}

function headed(
  reply: FastifyReply,
  { name, format, days: { from, until } }: RegisterWanted,
  { locale }: HttpCaller,
): FastifyReply {
  const place = format === "csv" ? "attachment" : "inline";
  return reply.type(TYPES[format]).headers({
    "cache-control": "private, no-store",
    vary: "accept-language, authorization",
    "content-disposition": `${place}; filename="${name}-${from}-${until}.${format}"`,
    "content-security-policy": PRINT_POLICY,
    "content-language": locale,
  });
}

function registerFrom(
  { name, soc, days }: RegisterWanted,
  entries: readonly Entries[RegisterName][],
  { locale }: HttpCaller,
): Register {
  return registerOf(name, entries, { locale, soc, ...days });
}

/** Throws BAD_USER_INPUT at the parameter that is wrong. */
function parametersOf(query: Readonly<Record<string, unknown>>): Pick<RegisterWanted, "days" | "soc"> {
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
  const { soc } = query;
  return { days: { from: day("from"), until: day("until") }, soc: typeof soc === "string" ? soc : null };
}

function refusedAt(name: string, says: Refusal["says"]): Refusal {
  return new Refusal("BAD_USER_INPUT", says, [name]);
}
