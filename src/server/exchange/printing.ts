import type { FastifyReply, FastifyRequest } from "fastify";
import { PLAIN_FIELDS } from "../../domain/card-form.js";
import { parseInstant, type Instant } from "../../domain/instant.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { cardPaper, dossierAddress, type PaperCard } from "../../paper/card.js";
import { toHtml } from "../../paper/html.js";
import { NotPrinted, type Press } from "../../paper/press.js";
import type { Sheet } from "../../paper/sheet.js";
import type { Execution } from "../execution.js";
import { HttpRefusal } from "../http-refusal.js";
import type { Asking } from "./asking.js";
import type { Desk } from "./desk.js";
import { nothingHere } from "./giving.js";

export type Print = "pdf" | "html";

const OBJECTS = "affectedObjects { object { name } code description kinds ownerName }";
const CARD = `${PLAIN_FIELDS.map(([name]) => name).join(" ")} indicators { type value submitted } ${OBJECTS}`;
const QUERY = `query ($number: String!) { incident(number: $number) { number soc { code name }
  cardRevisions { revision receivedAt receipt { submissionKey contentHash position entryHash } ${CARD} } } }`;

/** What each print is charged beside what it asks for, in values: it takes a second of a processor. */
export const PRINT_PRICE = 5_000;
/** Seconds after which a print that had no turn may be asked for again. */
const LATER = 5;

/** The fields of a card that are instants, as the graph gives them. */
const INSTANTS = PLAIN_FIELDS.filter(([, { kind }]) => kind === "instant").map(([name]) => name);

interface AnsweredCard {
  readonly revision: number;
  readonly receivedAt: string;
  readonly receipt: (Omit<NonNullable<PaperCard["receipt"]>, "position"> & { readonly position: number }) | null;
  readonly affectedObjects: readonly (PaperCard["card"]["affectedObjects"][number] & {
    readonly object: { readonly name: string } | null;
  })[];
}

/** R13.2: documents on paper, for whoever may read them; the same input gives the same bytes. */
export class Printing {
  constructor(
    private readonly asking: Asking,
    private readonly desk: Desk,
    private readonly execution: Execution,
    private readonly press: Press,
    private readonly publicUrl: string | null,
  ) {}

  /** A revision of a card as annex 3 lays it out; `revision` null: the last. In the language of Accept-Language. */
  async card(
    request: FastifyRequest,
    reply: FastifyReply,
    print: Print,
    number: string,
    revision: number | null,
  ): Promise<FastifyReply> {
    const caller = this.desk.callerOf(request);
    this.execution.takeExtra(caller.session.actor, PRINT_PRICE);
    const data = (await this.asking.data(QUERY, { number }, caller)) as {
      readonly incident: {
        readonly number: string;
        readonly soc: PaperCard["soc"];
        readonly cardRevisions: readonly AnsweredCard[];
      } | null;
    };
    const { incident } = data;
    const card = incident?.cardRevisions.findLast((one) => revision === null || one.revision === revision);
    if (!incident || !card) throw nothingHere();
    const paper = paperOf(incident, card, this.publicUrl);
    const name = `${paper.number}-${paper.revision}.${print}`;
    return this.answer(request, reply, print, cardPaper(paper, caller.locale), name);
  }

  /** Throws what there is instead of a PDF. */
  pdf(sheet: Sheet, signal: AbortSignal): Promise<Uint8Array> {
    return this.press.print(sheet, signal).catch((error: unknown) => {
      throw error instanceof NotPrinted ? refusalFor(error) : error;
    });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    print: Print,
    sheet: Sheet,
    name: string,
  ): Promise<FastifyReply> {
    const caller = this.desk.callerOf(request);
    const headers = {
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-cache",
      vary: "authorization, accept-language",
      "content-language": caller.locale,
    };
    if (print === "html")
      return this.desk.sendAs(
        request,
        reply.headers({ ...headers, "content-security-policy": PRINT_POLICY }),
        HTML,
        toHtml(sheet),
      );
    const pdf = await this.pdf(sheet, caller.signal);
    return this.desk.sendAs(request, reply.headers(headers), "application/pdf", pdf);
  }
}

const HTML = "text/html; charset=utf-8";
/** Nothing is fetched for a print and nothing in it runs. */
export const PRINT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

function refusalFor({ why }: NotPrinted): Refusal {
  switch (why) {
    case "LARGE":
      return new HttpRefusal(413, say("printTooLarge", {}));
    case "BUSY":
    case "LATE":
      return new Refusal("BUSY", say("printBusy", {}), [], { retryAfterSeconds: LATER });
    case "BROKEN":
      return new HttpRefusal(501, say("printUnmade", {}));
  }
}

function paperOf(
  { number, soc }: Pick<PaperCard, "number" | "soc">,
  answered: AnsweredCard,
  publicUrl: string | null,
): PaperCard {
  const { revision, receivedAt, receipt, affectedObjects, ...fields } = answered;
  const given = fields as unknown as Readonly<Record<string, unknown>>;
  const instants = INSTANTS.map((name) => [name, instantIn(given[name] as string)]);
  const card = {
    ...given,
    ...(Object.fromEntries(instants) as object),
    affectedObjects: affectedObjects.map(({ object, ...one }) => ({ ...one, name: object?.name ?? null })),
  };
  return {
    number,
    revision,
    soc,
    receivedAt: instantIn(receivedAt),
    card: card as unknown as PaperCard["card"],
    receipt: receipt && { ...receipt, position: String(receipt.position) },
    address: publicUrl === null ? null : dossierAddress(publicUrl, number),
  };
}

/** An instant as the graph writes it. */
function instantIn(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error("the graph writes instants in RFC 3339");
  return at;
}
