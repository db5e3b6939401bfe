import type { FastifyReply, FastifyRequest } from "fastify";
import { XML_DECLARATION } from "../../exchange/markup.js";
import type { Format } from "../../exchange/read-document.js";
import { writeDocument } from "../../exchange/write-document.js";
import { NAMESPACE, VERSION } from "../../exchange/xml.js";
import type { Asking } from "./asking.js";
import type { Desk } from "./desk.js";
import { CARD, cardGiven, type AnsweredCard } from "./given-out.js";
import { nothingHere } from "./giving.js";
import {
  NOTIFICATION,
  NOTIFICATION_NUMBERED,
  notificationDocument,
  writeNotification,
  writeWholeNotification,
  type AnsweredNotification,
} from "./notification-document.js";

/** The graph lists the newest first: from its end, page by page towards its beginning. */
const PAGE = "last: $limit, before: $after";
const TOLD = `query ($limit: Int!, $after: String) { notifications(${PAGE}) { edges { cursor node { ${NOTIFICATION} } } pageInfo { hasPreviousPage } } }`;
const CARDS = `query ($limit: Int!, $after: String) { incidents(${PAGE}) { edges { cursor node { number soc { code } card { ${CARD} } } } pageInfo { hasPreviousPage } } }`;

/** Items of a page, unless the caller says otherwise; and at most. */
const USUAL = 20;
const MOST = 100;

interface Listed {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasPreviousPage: boolean };
}

/** Notifications, and lists of what is given out: oldest first, each item with its cursor, the next page in `Link`. */
export class Listing {
  constructor(
    private readonly asking: Asking,
    private readonly desk: Desk,
  ) {}

  async notification(request: FastifyRequest, reply: FastifyReply, number: string): Promise<FastifyReply> {
    const caller = this.desk.callerOf(request);
    const data = await this.asking.data(NOTIFICATION_NUMBERED, { number }, caller);
    const found = data?.["notification"] as AnsweredNotification | null;
    if (!found) throw nothingHere();
    const document = notificationDocument(found, this.isOfSoc(request));
    reply.header("cache-control", "private, no-cache").header("vary", "accept, authorization");
    return this.desk.write(request, reply, (format) => writeWholeNotification(document, format));
  }

  async notifications(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const listed = await this.page(request, reply, TOLD, "notifications");
    const isOfSoc = this.isOfSoc(request);
    return this.write(request, reply, (format) =>
      listed.map(({ cursor, node }) =>
        writeNotification(notificationDocument(node as AnsweredNotification, isOfSoc, cursor), format),
      ),
    );
  }

  /** The last revision of each card, by when its incident was received. An incident without a card has none. */
  async cards(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const listed = await this.page(request, reply, CARDS, "incidents");
    return this.write(request, reply, (format) =>
      listed.flatMap(({ cursor, node }) => {
        const card = cardGiven(node as AnsweredCard);
        if (!card) return [];
        const written = writeDocument(card.kind, card.content, format, { ...card.given, cursor });
        return [written.replace(XML_DECLARATION, "").trimEnd()];
      }),
    );
  }

  private isOfSoc(request: FastifyRequest): boolean {
    return this.desk.callerOf(request).session.actor.party.kind === "SOC";
  }

  /** One page, oldest first. */
  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    text: string,
    field: string,
  ): Promise<Listed["edges"]> {
    const { after, limit } = request.query as Readonly<Record<string, string | undefined>>;
    const wanted = limit === undefined ? USUAL : /^\d{1,9}$/.test(limit) ? Number(limit) : MOST + 1;
    const data = await this.asking.data(text, { limit: wanted, after: after ?? null }, this.desk.callerOf(request));
    const { edges, pageInfo } = (data as Readonly<Record<string, Listed>>)[field] as Listed;
    const oldest = edges.toReversed();
    const last = oldest.at(-1);
    const [path = ""] = request.url.split("?");
    if (last && pageInfo.hasPreviousPage)
      reply.header("link", `<${path}?after=${encodeURIComponent(last.cursor)}&limit=${wanted}>; rel="next"`);
    return oldest;
  }

  private write(
    request: FastifyRequest,
    reply: FastifyReply,
    items: (format: Format) => readonly string[],
  ): FastifyReply {
    const format = this.desk.wantedForList(request);
    reply.header("cache-control", "private, no-cache").header("vary", "accept, authorization");
    if (format === "json")
      return this.desk.sendAs(
        request,
        reply,
        "application/x-ndjson; charset=utf-8",
        items("json")
          .map((one) => `${one}\n`)
          .join(""),
      );
    const body = `${XML_DECLARATION}<list xmlns="${NAMESPACE}" version="${VERSION}">${items("xml").join("\n")}</list>\n`;
    return this.desk.send(request, reply, "xml", body);
  }
}
