import type { InEach } from "../wording/wording.js";

/** What a member of a document holds. Bounds that are settings (F2, F9) are judged after the form. */
export type Shape =
  /** A code is a text in capitals or not. */
  | { readonly is: "text" | "code" | "instant" | "date" | "count" }
  /** What something else is referred to by: an opaque id, a number or code, or `key:K`. */
  | { readonly is: "reference"; readonly to: ReferredType }
  /** An opaque id alone. */
  | { readonly is: "id"; readonly to: ReferredType }
  | { readonly is: "choice"; readonly values: readonly string[]; readonly codes?: Readonly<Record<string, number>> }
  /** `item` is the name of each in XML. How many there may be is judged by rules (F4, F9). */
  | { readonly is: "list"; readonly item: string; readonly of: Shape }
  | RecordShape;

/** What documents refer to, as the schema names its types. */
export type ReferredType = "Incident" | "Notification" | "ProtectedObject";

export interface RecordShape {
  readonly is: "record";
  readonly members: Members;
  /** The one member that is a record's content in XML; the others are its attributes then. */
  readonly content?: string;
}

export interface Member {
  readonly shape: Shape;
  readonly isOptional?: true;
  /** What it is called in canonical content, where that is not its own name (docs/receipts.md). */
  readonly inContent?: string;
  /** What it is called by people: of annex 3 the form's own words, of the rest ours. */
  readonly label: InEach;
}

/** In the order in which they stand in a document. */
export type Members = Readonly<Record<string, Member>>;

export const text = { is: "text" } as const;
export const instant = { is: "instant" } as const;
export const date = { is: "date" } as const;
export const count = { is: "count" } as const;
export const code = { is: "code" } as const;

export function reference(to: ReferredType): Shape {
  return { is: "reference", to };
}

export function choice(values: readonly string[]): Shape {
  return { is: "choice", values };
}

export function list(item: string, of: Shape): Shape {
  return { is: "list", item, of };
}

export function record<M extends Members>(members: M): RecordShape & { readonly members: M } {
  return { is: "record", members };
}

/** The member beside a coded choice that holds the law's number of it: `severityCode`. */
export function codeName(name: string): string {
  return `${name}Code`;
}
