import type { FastifyReply, FastifyRequest } from "fastify";
import {
  CardsGivenDocument,
  NotificationsToldDocument,
  NotificationToldDocument,
  type TypedDocumentString,
} from "../../../schema/exchange.generated.js";
import { PAGE } from "../../domain/forms/addresses.js";
import { NOTIFICATION } from "../../domain/forms/outgoing.js";
import { inUtf8, NDJSON_TYPE } from "../../exchange/media-types.js";
import { XML_DECLARATION } from "../../exchange/markup.js";
import type { Format } from "../../exchange/read-document.js";
import { writeDocument } from "../../exchange/write-document.js";
import { writeOutgoing, writeListed } from "../../exchange/write-outgoing.js";
import { NAMESPACE, VERSION } from "../../exchange/xml-names.js";
import type { GraphClient } from "../documents/graph-client.js";
import type { Responder } from "./responder.js";
import { cardGiven, notificationGiven } from "../documents/given-out.js";
import { nothingHere } from "./document-handlers.js";

/** A page as the graph lists it: the newest first. */
interface Listed<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasPreviousPage: boolean };
}

/** Notifications, and lists of what is given out: oldest first, each item with its cursor, the next page in `Link`. */
export class ListHandlers {
  constructor(
    private readonly graph: GraphClient,
    private readonly responder: Responder,
  ) {}

  async notification(request: FastifyRequest, reply: FastifyReply, number: string): Promise<FastifyReply> {
    const caller = this.responder.callerOf(request);
    const { notification: found } = await this.graph.data(NotificationToldDocument, { number }, caller);
    if (!found) throw nothingHere();
    const notification = notificationGiven(found, this.isOfSoc(request));
    reply.header("cache-control", "private, no-cache").header("vary", "accept, authorization");
    return this.responder.write(request, reply, (format) => writeOutgoing(NOTIFICATION, notification, format));
  }

  async notifications(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const listed = await this.page(request, reply, NotificationsToldDocument, (data) => data.notifications);
    const isOfSoc = this.isOfSoc(request);
    return this.write(request, reply, (format) =>
      listed.map(({ cursor, node }) => writeListed(NOTIFICATION, notificationGiven(node, isOfSoc, cursor), format)),
    );
  }

  /** The last revision of each card, by when its incident was received. An incident without a card has none. */
  async cards(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const listed = await this.page(request, reply, CardsGivenDocument, (data) => data.incidents);
    return this.write(request, reply, (format) =>
      listed.flatMap(({ cursor, node }) => {
        const card = cardGiven(node);
        if (!card) return [];
        const written = writeDocument(card.kind, card.content, format, { ...card.given, cursor });
        return [written.replace(XML_DECLARATION, "").trimEnd()];
      }),
    );
  }

  private isOfSoc(request: FastifyRequest): boolean {
    return this.responder.callerOf(request).session.actor.party.kind === "SOC";
  }

  /** One page, oldest first. */
  private async page<Result, Node>(
    request: FastifyRequest,
    reply: FastifyReply,
    document: TypedDocumentString<Result, { limit: number; after?: string | null | undefined }>,
    listedIn: (data: Result) => Listed<Node>,
  ): Promise<Listed<Node>["edges"]> {
    const { after, limit } = request.query as Readonly<Record<string, string | undefined>>;
    const wanted = limit === undefined ? PAGE.usual : /^\d{1,9}$/.test(limit) ? Number(limit) : PAGE.most + 1;
    const data = await this.graph.data(
      document,
      { limit: wanted, after: after ?? null },
      this.responder.callerOf(request),
    );
    const { edges, pageInfo } = listedIn(data);
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
    const format = this.responder.wantedForList(request);
    reply.header("cache-control", "private, no-cache").header("vary", "accept, authorization");
    if (format === "json")
      return this.responder.sendAs(
        request,
        reply,
        inUtf8(NDJSON_TYPE),
        items("json")
          .map((one) => `${one}\n`)
          .join(""),
      );
    const body = `${XML_DECLARATION}<list xmlns="${NAMESPACE}" version="${VERSION}">${items("xml").join("\n")}</list>\n`;
    return this.responder.send(request, reply, "xml", body);
  }
}
