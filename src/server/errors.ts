import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Refusal } from "../domain/refusal.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";
import type { OperationLimits } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { tooLarge } from "./operation-limits.js";
import { isTooManyTokens } from "./prepare-operation.js";

/** Characters of a sentence of graphql's, and places in the document, that are told of one fault. */
const MESSAGE = 2_000;
const LOCATIONS = 10;

/** For whom errors are put into words. */
export interface Audience {
  readonly locale: Locale;
  readonly requestId: string;
}

/** The one place where errors leave the gateway: refusals in the caller's language, errors of ours by request id only. */
export class ErrorDesk {
  constructor(
    private readonly logger: Logger,
    private readonly limits: OperationLimits,
    /** Called with the code of each error that leaves. */
    private readonly onPresented: (code: string) => void = () => undefined,
  ) {}

  present(errors: readonly GraphQLError[], audience: Audience): GraphQLFormattedError[] {
    return errors.map((error) => this.told(this.presentOne(error, audience)));
  }

  /** An error outside of a GraphQL execution. */
  presentThrown(error: unknown, audience: Audience): GraphQLFormattedError {
    const cause = error instanceof Error ? error : new Error(String(error));
    return this.told(this.presentOne(new GraphQLError(cause.message, { originalError: cause }), audience));
  }

  private told(presented: GraphQLFormattedError): GraphQLFormattedError {
    this.onPresented(String(presented.extensions?.["code"]));
    return presented;
  }

  private presentOne(error: GraphQLError, { locale, requestId }: Audience): GraphQLFormattedError {
    const known = isTooManyTokens(error) ? tooLarge("tokens", this.limits.tokens) : error;
    const where = {
      ...(error.locations ? { locations: error.locations.slice(0, LOCATIONS) } : {}),
      ...(error.path ? { path: error.path } : {}),
    };
    const refusal = refusalIn(known);
    if (refusal) {
      const { code, inputPath, details } = refusal;
      const extensions = { code, ...(inputPath.length > 0 ? { path: inputPath } : {}), ...details, requestId };
      return { message: inWords(refusal.says, locale), ...where, extensions };
    }
    if (isOfTheRequest(known)) {
      const { code } = known.extensions;
      const extensions = { code: typeof code === "string" ? code : "GRAPHQL_VALIDATION_FAILED", requestId };
      return { message: shorten(known.message), ...where, extensions };
    }
    this.logger.error({ err: known.originalError ?? known, requestId }, "an error of ours");
    const message = inWords(say("internal", { requestId }), locale);
    return { message, ...where, extensions: { code: "INTERNAL_SERVER_ERROR", requestId } };
  }
}

/** What graphql finds repeats what was written, names and types. */
function shorten(message: string): string {
  return message.length <= MESSAGE ? message : `${message.slice(0, MESSAGE)}…`;
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return error instanceof GraphQLError && error.originalError ? refusalIn(error.originalError) : null;
}

/** Faults that graphql itself finds in a request: they tell only what the sender wrote. */
function isOfTheRequest(error: GraphQLError): boolean {
  const original = error.originalError;
  return original === undefined || original === null || (original instanceof GraphQLError && isOfTheRequest(original));
}
