import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import { judgeLengths, notOneList } from "../../domain/exports.js";
import { Refusal } from "../../domain/refusal.js";
import type { Violation } from "../../domain/verdict.js";
import { say } from "../../domain/wording/wording.js";
import type { ExportColumns, ExportWanted } from "../../features/exports/export.service.js";
import type { Spender } from "../../platform/rates.js";
import { operationOf } from "../operation.js";
import type { Preparation } from "../prepare-operation.js";
import { listIn, type ListDocument } from "./list-document.js";

/** What an export asks for, page by page. */
export interface PagedList {
  readonly list: ListDocument;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Rows of a page whose cost is within the limit. */
  readonly size: number;
}

/** Rows of a page, the most that fit first. */
const SIZES = [100, 50, 20, 10, 5, 2, 1] as const;

/** Judges exports by the same rules as operations. */
export class ExportJudge implements ExportColumns {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly preparation: Preparation,
  ) {}

  columnsOf(wanted: ExportWanted, spender: Spender): ReturnType<ExportColumns["columnsOf"]> {
    const judged = this.judge(wanted, spender);
    return "violations" in judged ? judged : judged.list;
  }

  /**
   * Charges `spender` for the document. Throws what an operation would be refused with, but for what is wrong with the document itself, and
   * BAD_USER_INPUT at `variables`; QUERY_TOO_COSTLY where a page of one row costs too much.
   */
  judge(
    { document: source, variables: given }: Omit<ExportWanted, "format">,
    spender: Spender | null,
  ): PagedList | { readonly violations: readonly Violation[] } {
    const long = judgeLengths({ document: source, variables: given });
    if (long.length > 0) return { violations: long };
    const variables = variablesIn(given);
    const document = this.preparation.document(source, spender);
    if (!("kind" in document)) return unfit(document);
    const list = listIn(document, this.schema);
    if ("fault" in list) return { violations: [notOneList(list.fault)] };
    const paged = this.preparation.document(list.text, null);
    if (!("kind" in paged)) return unfit(paged);
    const operation = operationOf(paged, null);
    if (!operation) throw new Error("what asks for a page has no operation");
    const asked = (first: number) => ({ ...variables, [list.first]: first, [list.after]: null });
    const [fault] = this.preparation.variableFaults(operation, asked(1));
    if (fault) throw at("variables", fault);
    const size = SIZES.find((one) => this.preparation.costFaults(paged, operation, asked(one)).length === 0);
    if (size !== undefined) return { list, document: paged, variables, size };
    const [costly] = this.preparation.costFaults(paged, operation, asked(1));
    throw costly?.originalError ?? new Error("a page costs too much, and nothing says why");
  }
}

/** Throws BAD_USER_INPUT at `variables`. */
function variablesIn(given: string | null): Readonly<Record<string, unknown>> {
  const fault = new Refusal("BAD_USER_INPUT", say("exportVariables", {}), ["variables"]);
  if (given === null) return {};
  try {
    const variables: unknown = JSON.parse(given);
    if (typeof variables !== "object" || variables === null || Array.isArray(variables)) throw fault;
    return variables as Readonly<Record<string, unknown>>;
  } catch {
    throw fault;
  }
}

/** Faults of the document itself. Throws what says nothing of it: that too much was asked, or that it is too large. */
function unfit(errors: readonly GraphQLError[]): { readonly violations: readonly Violation[] } {
  const violations = errors.slice(0, 20).map((error): Violation => {
    const { originalError } = error;
    if (!(originalError instanceof Refusal))
      return notOneList(say("exportDocumentUnfit", { fault: error.message.slice(0, 500) }));
    if (originalError.code !== "BAD_USER_INPUT") throw originalError;
    return notOneList(originalError.says, originalError.inputPath);
  });
  return { violations };
}

function at(name: string, { originalError, message }: GraphQLError): Error {
  if (!(originalError instanceof Refusal)) return originalError ?? new Error(message);
  return new Refusal(originalError.code, originalError.says, [name, ...originalError.inputPath], originalError.details);
}
