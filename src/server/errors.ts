import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Refusal } from "../domain/refusal.js";
import type { Way } from "../domain/wording/reader.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";
import type { OperationLimits } from "../platform/config.js";
import type { Logger } from "../platform/logger.js";
import { isTooManyTokens } from "./graphql-parser.js";
import { tooLarge } from "./operation-limits.js";

/** Characters of graphql's message, and locations in the document, that are reported for one fault. */
const MESSAGE = 2_000;
const LOCATIONS = 10;

/** The reader that errors are worded for. */
export interface Audience {
  readonly locale: Locale;
  readonly requestId: string;
  /** Absent: in GraphQL. */
  readonly way?: Way | undefined;
}

/** The only place where errors leave the gateway: refusals in the caller's language, internal errors by request id only. */
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

  /** An error outside a GraphQL execution. */
  presentThrown(error: unknown, audience: Audience): GraphQLFormattedError {
    const cause = error instanceof Error ? error : new Error(String(error));
    return this.told(this.presentOne(new GraphQLError(cause.message, { originalError: cause }), audience));
  }

  private told(presented: GraphQLFormattedError): GraphQLFormattedError {
    this.onPresented(String(presented.extensions?.["code"]));
    return presented;
  }

  private presentOne(error: GraphQLError, { locale, requestId, way }: Audience): GraphQLFormattedError {
    const known = isTooManyTokens(error) ? tooLarge("tokens", this.limits.tokens) : error;
    const where = {
      ...(error.locations ? { locations: error.locations.slice(0, LOCATIONS) } : {}),
      ...(error.path ? { path: error.path } : {}),
    };
    const refusal = refusalIn(known);
    if (refusal) {
      const { code, inputPath, details } = refusal;
      const extensions = { code, ...(inputPath.length > 0 ? { path: inputPath } : {}), ...details, requestId };
      return { message: inWords(refusal.says, locale, way), ...where, extensions };
    }
    if (isOfTheRequest(known)) {
      const { code } = known.extensions;
      const extensions = { code: typeof code === "string" ? code : "GRAPHQL_VALIDATION_FAILED", requestId };
      // A person can mend no document.
      const message = way === "CONSOLE" ? inWords(say("requestUnfit", {}), locale, way) : shorten(known.message);
      return { message, ...where, extensions };
    }
    this.logger.error({ err: known.originalError ?? known, requestId }, "an error of ours");
    const message = inWords(say("internal", { requestId }), locale);
    return { message, ...where, extensions: { code: "INTERNAL_SERVER_ERROR", requestId } };
  }
}

/** graphql's messages quote the document, names and types. */
function shorten(message: string): string {
  return message.length <= MESSAGE ? message : `${message.slice(0, MESSAGE)}…`;
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return error instanceof GraphQLError && error.originalError ? refusalIn(error.originalError) : null;
}

/** Faults that graphql itself finds in a request: they reveal only what the sender wrote. */
function isOfTheRequest(error: GraphQLError): boolean {
  const original = error.originalError;
  return original === undefined || original === null || (original instanceof GraphQLError && isOfTheRequest(original));
}
