import type { ExecutionResult } from "graphql";
import {
  CardRevisionsDocument,
  type CardRevisionsQuery,
  type TypedDocumentString,
  type WhoseFragment,
} from "../../../schema/exchange.generated.js";
import { RequestContext, type Gateway, type KnownCaller } from "../../operation/request-context.js";
import type { Execution } from "../execution.js";
import type { Preparation } from "../prepare-operation.js";

type Variables = Readonly<Record<string, unknown>>;

/** What is answered of an object of a type of which nothing was asked. */
type Other = Record<PropertyKey, never>;

/** What was asked of an object of one type; null where there is none, or it is of another. */
export function ofItsType<Asked extends object>(answered: Asked | Other | null): Asked | null {
  return answered && Object.keys(answered).length > 0 ? answered : null;
}

/** A card with what was asked of it, and whose it is. */
export interface AskedCard<Card> {
  readonly number: string;
  readonly soc: NonNullable<WhoseFragment["soc"]>;
  readonly card: Card;
}

/** How a card is asked for: the last revision of an incident's, and any by its id. */
export interface CardDocuments<Card> {
  readonly last: TypedDocumentString<
    { readonly incident: (WhoseFragment & { readonly card: Card | null }) | null },
    { number: string }
  >;
  readonly byId: TypedDocumentString<{ readonly node: Card | Other | null }, { id: string }>;
}

/** Asks the graph as the caller: within its scope, at its cost, in its turn. What documents are read and written by is asked so. */
export class GraphClient {
  constructor(
    private readonly parts: {
      readonly gateway: Gateway;
      readonly preparation: Preparation;
      readonly execution: Execution;
    },
  ) {}

  /** The answer to a document of ours, which is charged to nobody but by what it asks for. */
  async ask<Result, Given extends Variables>(
    text: TypedDocumentString<Result, Given>,
    variables: Given,
    caller: KnownCaller,
  ): Promise<ExecutionResult<Result>> {
    const { gateway, preparation, execution } = this.parts;
    const document = preparation.document(text.toString(), null);
    if (!("kind" in document)) throw document[0] ?? new Error("an operation of ours is not valid");
    const operation = { document, variables };
    const faults = await execution.faults(operation, "http", caller);
    if (faults.length > 0) return { errors: faults };
    // The document's type is generated from the schema that it is run against.
    return (await execution.run(operation, new RequestContext(gateway, caller))) as ExecutionResult<Result>;
  }

  /** The data of the answer; throws what is refused. */
  async data<Result, Given extends Variables>(
    text: TypedDocumentString<Result, Given>,
    variables: Given,
    caller: KnownCaller,
  ): Promise<Result> {
    const { data, errors } = await this.ask(text, variables, caller);
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    if (!data) throw new Error("what has no error has data");
    return data;
  }

  /**
   * An incident's card in this revision, or (null) the last. Null where there is none, or its SOC is not the caller's to see. No other
   * revision is read: each may have thousands of indicators.
   */
  async card<Card extends object>(
    { last, byId }: CardDocuments<Card>,
    number: string,
    revision: number | null,
    caller: KnownCaller,
  ): Promise<AskedCard<Card> | null> {
    if (revision === null) {
      const { incident } = await this.data(last, { number }, caller);
      return incident && asked(incident, incident.card);
    }
    const incident = await this.revisions(number, caller);
    const id = incident?.cardRevisions.find((one) => one.revision === revision)?.id;
    if (!incident || id === undefined) return null;
    const { node } = await this.data(byId, { id }, caller);
    return asked(incident, ofItsType(node));
  }

  /** The incident of a number with those revisions of its card that the caller sees, oldest first. */
  async revisions(number: string, caller: KnownCaller): Promise<CardRevisionsQuery["incident"]> {
    const { incident } = await this.data(CardRevisionsDocument, { number }, caller);
    return incident;
  }
}

function asked<Card>({ number, soc }: WhoseFragment, card: Card | null): AskedCard<Card> | null {
  return soc && card && { number, soc, card };
}
