import type { SendingSoc } from "./cards.ts";

/** The ways of one SOC's cards into the gateway. The mutation asks for what the receipt of a document says. */
export const WAYS = [
  "mutation",
  "mutation, receipt alone",
  "JSON",
  "XML",
  "JSON batch",
  "XML batch",
  "XML batch, minimal",
] as const;
export type Way = (typeof WAYS)[number];

/** New cards by one way: so many, or for so long. */
export interface WaysJob {
  readonly url: string;
  readonly way: Way;
  readonly soc: SendingSoc;
  readonly until: { readonly cards: number } | { readonly seconds: number };
}

export interface WaysResult {
  readonly cards: number;
}
