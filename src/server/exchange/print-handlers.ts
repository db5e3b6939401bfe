import type { FastifyReply, FastifyRequest } from "fastify";
import {
  CardPrintedDocument,
  DifferencesPrintedDocument,
  LastCardPrintedDocument,
} from "../../../schema/exchange.generated.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { HTML_TYPE, inUtf8, JSON_TYPE, PDF_TYPE } from "../../exchange/media-types.js";
import { cardPaper } from "../../paper/card.js";
import { differencesPaper, type PaperDifferences } from "../../paper/differences.js";
import { toHtml } from "../../paper/html.js";
import { NotPrinted, type Press } from "../../paper/press.js";
import type { Sheet } from "../../paper/sheet.js";
import type { Execution } from "../execution.js";
import { HttpRefusal } from "../http-refusal.js";
import type { HttpCaller } from "../reception.js";
import type { GraphClient } from "../documents/graph-client.js";
import type { Responder } from "./responder.js";
import { nothingHere } from "./document-handlers.js";
import { acceptedFormat } from "./negotiation.js";
import { differencesOf, paperCardOf } from "./papers.js";

export type Print = "pdf" | "html";

/** What each print is charged beside what it asks for, in values: it takes a second of a processor. */
export const PRINT_PRICE = 5_000;
/** Seconds after which a print that had no turn may be asked for again. */
const LATER = 5;

const CARD = { last: LastCardPrintedDocument, byId: CardPrintedDocument };

/** R13.2: documents on paper, for whoever may read them; the same input gives the same bytes. */
export class PrintHandlers {
  constructor(
    private readonly graph: GraphClient,
    private readonly responder: Responder,
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
    const caller = this.responder.callerOf(request);
    if (print === "pdf") this.expectPlace(caller);
    this.execution.charges.takeExtra(caller.session.actor, PRINT_PRICE);
    const asked = await this.graph.card(CARD, number, revision, caller);
    if (!asked) throw nothingHere();
    const paper = paperCardOf(asked, this.publicUrl);
    const name = `${paper.number}-${paper.revision}.${print}`;
    return this.answer(request, reply, print, cardPaper(paper, caller.locale), name);
  }

  /** What a revision (null: the last) of a card has that `since` has not, and the other way round: for print, or (null) as JSON. */
  async differences(
    request: FastifyRequest,
    reply: FastifyReply,
    print: Print | null,
    number: string,
    { since, revision }: { readonly since: number; readonly revision: number | null },
  ): Promise<FastifyReply> {
    const caller = this.responder.callerOf(request);
    if (print === "pdf") this.expectPlace(caller);
    if (print !== null) this.execution.charges.takeExtra(caller.session.actor, PRINT_PRICE);
    const seen = (await this.graph.revisions(number, caller))?.cardRevisions.map((one) => one.revision) ?? [];
    const between = { from: since, to: revision ?? seen.at(-1) ?? since };
    if (!seen.includes(between.from) || !seen.includes(between.to)) throw nothingHere();
    const data = await this.graph.data(DifferencesPrintedDocument, { number, ...between }, caller);
    const paper = differencesOf(data, between, this.publicUrl);
    if (!paper) throw nothingHere();
    if (print === null) return this.asJson(request, reply, paper);
    const name = `${paper.number}-${between.from}-${between.to}.${print}`;
    return this.answer(request, reply, print, differencesPaper(paper, caller.locale), name);
  }

  private asJson(
    request: FastifyRequest,
    reply: FastifyReply,
    { number, soc, from, to, differences }: PaperDifferences,
  ): FastifyReply {
    if (acceptedFormat(request.headers.accept) !== "json")
      throw new HttpRefusal(406, say("documentAnswerType", { allowed: JSON_TYPE }));
    reply.header("cache-control", "private, no-cache").header("vary", "accept, authorization, accept-language");
    const body = { number, soc: soc.code, from: from.revision, to: to.revision, differences };
    return this.responder.send(request, reply, "json", JSON.stringify(body));
  }

  /** Throws BUSY where a PDF could not be printed now: before anything is read for it. */
  expectPlace({ session }: HttpCaller): void {
    try {
      this.press.expectPlace(session.actor);
    } catch (error) {
      throw answerFor(error);
    }
  }

  /** Throws what there is instead of a PDF. */
  pdf(sheet: Sheet, { session, signal }: HttpCaller): Promise<Uint8Array> {
    return this.press.print(sheet, signal, session.actor).catch((error: unknown) => {
      throw answerFor(error);
    });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    print: Print,
    sheet: Sheet,
    name: string,
  ): Promise<FastifyReply> {
    const caller = this.responder.callerOf(request);
    const headers = {
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-cache",
      vary: "authorization, accept-language",
      "content-language": caller.locale,
    };
    if (print === "html")
      return this.responder.sendAs(
        request,
        reply.headers({ ...headers, "content-security-policy": PRINT_POLICY }),
        HTML,
        toHtml(sheet),
      );
    const pdf = await this.pdf(sheet, caller);
    return this.responder.sendAs(request, reply.headers(headers), PDF_TYPE, pdf);
  }
}

const HTML = inUtf8(HTML_TYPE);
/** Nothing is fetched for a print and nothing in it runs. */
export const PRINT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

function answerFor(error: unknown): unknown {
  if (!(error instanceof NotPrinted)) return error;
  switch (error.why) {
    case "LARGE":
      return new HttpRefusal(413, say("printTooLarge", {}));
    case "BUSY":
    case "LATE":
      return new Refusal("BUSY", say("printBusy", {}), [], { retryAfterSeconds: LATER });
    case "BROKEN":
      return new HttpRefusal(501, say("printUnmade", {}));
  }
}
