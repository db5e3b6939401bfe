import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { addressOf } from "../../domain/forms/addresses.js";
import { Refusal } from "../../domain/refusal.js";
import type { Way } from "../../domain/wording/reader.js";
import { inWords, say } from "../../domain/wording/wording.js";
import { Unreadable } from "../../exchange/decoded.js";
import { FormRefusal, type ReadDocument } from "../../exchange/read-document.js";
import type { Audience, ErrorDesk } from "../errors.js";
import { secondsToWait, statusOf } from "../error-status.js";
import type { RejectedAnswer } from "./answers.js";
import { answeredFault, problem, type Problem } from "./problem.js";
import type { Submission } from "./submission.js";

/** A document that was sent, and what it asks for. */
export interface Sent {
  readonly document: ReadDocument;
  readonly submission: Submission;
}

/** Why a document has no receipt, or none yet. */
export interface Refused {
  readonly problem: Problem;
  /** KEPT: it was accepted, and its receipt is not ready. LATER: nothing is wrong with it, and the same once more will tell. */
  readonly standing: "KEPT" | "LATER" | "REFUSED";
  /** Seconds after which to ask again, where that is known. */
  readonly retryAfter: number | null;
  /** Where the receipt of what was kept will be. */
  readonly location: string | null;
}

/** The codes of what passes by itself. */
const LATER: readonly string[] = ["RATE_LIMITED", "BUSY", "UNAVAILABLE"];

/** Whatever is refused, as problems (RFC 9457), for whoever is told. */
export class Refusals {
  constructor(private readonly errors: ErrorDesk) {}

  /** Judged by rules, and broken. */
  rejected({ document, submission }: Sent, answer: RejectedAnswer, audience: Audience): Refused {
    const { reference, receivedAt, violations } = answer;
    const faults = violations.map(({ rule, path, message }) => {
      const where = submission.documentPath(path.slice(1));
      return answeredFault(rule, where, document.placeOf(where), message);
    });
    // Of a trial there is no entry.
    const attempt = reference === "" ? {} : { reference };
    const title = inWords(
      reference === "" ? say("trialRejected", {}) : say("documentRejected", {}),
      audience.locale,
      readerOf(audience),
    );
    const more = { ...attempt, receivedAt, violations: faults };
    return refused(problem(422, "SUBMISSION_REJECTED", title, audience.requestId, more));
  }

  /** Errors of the mutation itself; the first one counts. */
  ofMutation(sent: Sent, errors: readonly GraphQLError[], audience: Audience): Refused {
    const { document, submission } = sent;
    const [cause] = errors;
    const says = cause?.originalError instanceof Refusal ? cause.originalError.says : null;
    if (says?.key === "unsealed" || says?.key === "receiptLater") {
      const { submissionKey } = document.content as { readonly submissionKey: string };
      const accepted = problem(202, "ACCEPTED", inWords(says, audience.locale, readerOf(audience)), audience.requestId);
      const location = addressOf("receipt", { submissionKey });
      return { problem: accepted, standing: "KEPT", retryAfter: 1, location };
    }
    const [first] = this.errors.present(errors, { ...audience, way: readerOf(audience) }) as [GraphQLFormattedError];
    const code = String(first.extensions?.["code"]);
    const path = (first.extensions?.["path"] ?? []) as readonly string[];
    const where = submission.documentPath(path[0] === "input" ? path.slice(1) : path);
    const fault = answeredFault("R13.2", where, document.placeOf(where), first.message);
    const status = code === "CONFLICT" ? 409 : statusOf(first);
    const more = path.length > 0 ? { violations: [fault] } : {};
    return refused(problem(status, code, first.message, audience.requestId, more), secondsToWait([first]));
  }

  /** Whatever was thrown, by its code. */
  thrown(error: unknown, audience: Audience): Refused {
    if (error instanceof Unreadable) {
      const title = inWords(error.says, audience.locale, readerOf(audience));
      const violations = [answeredFault("R13.2", [], error.place, title)];
      return refused(problem(error.status, "DOCUMENT_UNREADABLE", title, audience.requestId, { violations }));
    }
    if (error instanceof FormRefusal) {
      const violations = error.faults.map(({ path, place, says }) =>
        answeredFault("R13.2", path, place, inWords(says, audience.locale, readerOf(audience))),
      );
      const title = inWords(say("documentUnfit", {}), audience.locale, readerOf(audience));
      return refused(problem(400, "DOCUMENT_UNFIT", title, audience.requestId, { violations }));
    }
    const presented = this.errors.presentThrown(error, { ...audience, way: readerOf(audience) });
    const code = String(presented.extensions?.["code"]);
    const [parameter] = error instanceof Refusal ? error.inputPath : [];
    const fault = { ...answeredFault("R13.2", [], null, presented.message), ...(parameter ? { parameter } : {}) };
    const more = parameter ? { violations: [fault] } : {};
    const found = problem(statusOf(presented), code, presented.message, audience.requestId, more);
    return refused(found, secondsToWait([presented]));
  }
}

function refused(given: Problem, retryAfter: number | null = null): Refused {
  return { problem: given, standing: LATER.includes(given.code) ? "LATER" : "REFUSED", retryAfter, location: null };
}

/** Whoever is refused here sends documents, or sits before a page that fetches a file. */
const readerOf = ({ way = "DOCUMENTS" }: Audience): Way => way;
