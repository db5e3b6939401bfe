import type { DocumentKind } from "../domain/forms/documents.js";
import type { JsonObject } from "../domain/forms/read-form.js";
import { JSON_TYPE, NDJSON_TYPE } from "../exchange/media-types.js";
import { writeDocument } from "../exchange/write-document.js";
import { inWords, say, type Locale } from "../domain/wording/wording.js";
import { kindOf } from "./files.js";
import { stopped, type Stopped } from "./obstacle.js";
import type { Entry, Fault } from "./places.js";

/** A gateway as seen from here. */
export interface Gateway {
  /** With what stands before `/exchange`, and a slash at its end. */
  readonly address: URL;
  readonly token: string;
  readonly language: Locale;
}

/** RFC 9457, as far as it is read here. */
export interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly requestId?: string;
  readonly violations?: readonly { readonly rule: string; readonly pointer: string; readonly message: string }[];
}

/** What a receipt is read for. */
export interface Receipt {
  readonly isRepeated: boolean;
  readonly number?: string;
  readonly warnings?: readonly { readonly rule: string; readonly pointer: string; readonly message: string }[];
}

/** What is at this path of a gateway, whatever stands before it. */
export function urlOf(gateway: Gateway, path: string): URL {
  return new URL(path.slice(1), gateway.address);
}

export function headersOf({ token, language }: Gateway, type: string): Readonly<Record<string, string>> {
  return {
    authorization: `Bearer ${token}`,
    "content-type": type,
    accept: `${JSON_TYPE}, ${NDJSON_TYPE}`,
    "accept-language": language,
    "user-agent": "dabyl-import",
  };
}

/** A document that names its kind, on one line. */
export function lineOf({ kind, content }: { readonly kind: DocumentKind; readonly content: JsonObject }): string {
  return `{"${kind}":${writeDocument(kind, content, "json")}}\n`;
}

/** What a problem says of a document, at the places from which it was made. */
export function faultsOf(entry: Entry, problem: Problem, locale: Locale): readonly Fault[] {
  const { violations = [], title = "", code = "" } = problem;
  if (code === "CONFLICT")
    return [{ where: entry.where(["submissionKey"]), message: inWords(say("importChanged", {}), locale), kind: code }];
  if (violations.length === 0) return [{ where: entry.where([]), message: `${title} (${code})`, kind: code }];
  return violations.map(({ rule, pointer, message }) => ({
    where: entry.where(pathOf(pointer)),
    message: rule === "R13.2" ? message : `${message} (${rule})`,
    kind: kindOf(`${code} ${rule}`, pathOf(pointer)),
  }));
}

export function warningsOf(entry: Entry, warnings: Receipt["warnings"] = []): readonly Fault[] {
  return warnings.map(({ rule, pointer, message }) => ({
    where: entry.where(pathOf(pointer)),
    message: `${message} (${rule})`,
    kind: kindOf(rule, pathOf(pointer)),
  }));
}

function pathOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Statuses after which nothing is known, or it can simply be asked again. */
export function isTemporary(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

/** Why nothing of what is sent is taken. */
export function refusal(address: URL, status: number, { title = "", code }: Problem): Stopped {
  const is = status === 401 ? "TOKEN" : status === 404 && code === undefined ? "ADDRESS" : null;
  const answered = [status, code].filter((part) => part !== undefined).join(" ");
  return stopped(say("importAnswered", { address: address.href, status: answered, title, is }));
}

export function parsed(text: string): Problem {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}
