import { DOCUMENTS } from "./documents.js";

/** Below this path documents are over HTTP (docs/documents.md). */
export const EXCHANGE = "/exchange";

const { incidentReport, incidentCard, threatAnalysis, eventAnalysis } = DOCUMENTS;

/**
 * What is below it; `:name` stands for one segment. A card on paper has its ending behind the last segment, a register its format. What
 * takes one kind of documents has that kind's `path`.
 */
export const ADDRESSES = {
  documents: "/documents",
  validate: "/validate",
  canonical: "/canonical",
  cards: `/${incidentCard.path}`,
  card: `/${incidentCard.path}/:number`,
  cardRevision: `/${incidentCard.path}/:number/revisions/:revision`,
  report: `/${incidentReport.path}/:number`,
  threatAnalysis: `/${threatAnalysis.path}/:id`,
  eventAnalysis: `/${eventAnalysis.path}/:id`,
  notifications: "/notifications",
  notification: "/notifications/:number",
  receipt: "/receipts/:submissionKey",
  register: "/registers/:register",
  schemaFile: "/schema/:file",
} as const;

export type AddressName = keyof typeof ADDRESSES;

/** The names of the segments in an address. */
type Segments<Address extends string> = Address extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Segments<Rest>
  : Address extends `${string}:${infer Name}`
    ? Name
    : never;

export type SegmentsOf<Name extends AddressName> = Readonly<Record<Segments<(typeof ADDRESSES)[Name]>, string>>;

/** The whole path, with these segments in it. */
export function addressOf<Name extends AddressName>(name: Name, segments: SegmentsOf<Name>): string {
  const held: Readonly<Record<string, string>> = segments;
  return EXCHANGE + ADDRESSES[name].replaceAll(/:(\w+)/g, (_, one: string) => encodeURIComponent(held[one] ?? ""));
}

/** Items on a page of a list, unless who asks says otherwise; and at most. */
export const PAGE = { usual: 20, most: 100 } as const;
