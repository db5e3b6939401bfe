import type { DocumentKind } from "../forms/documents.js";
import { CONSOLE_NAMES, inQuotes } from "./console-names.js";
import type { Locale } from "./wording.js";

/** How a reader speaks with the gateway: in GraphQL, by documents in JSON and XML (R13.2), or by a page such as the console. */
export type Way = "GRAPHQL" | "DOCUMENTS" | "CONSOLE";

/** The way of whoever says of itself that people read what it is answered (docs/errors.md); absent: that of its door. */
export function wayOf(reader: unknown): Way | undefined {
  return reader === "console" ? "CONSOLE" : undefined;
}

/** The mutations that sentences name, and for each the document that asks for the same, if there is one. */
const DOCUMENTS = {
  submitIncidentCard: "incidentCard",
  amendIncidentCard: "incidentCard",
  submitThreatAnalysis: "threatAnalysis",
  submitEventAnalysis: "eventAnalysis",
  answerNotConfirmed: "notConfirmed",
  requestConfirmationCorrection: null,
  correctConfirmation: null,
  requestRetraction: null,
  recordOwnerNotification: null,
  recordReceivedOtherwise: null,
  withdrawReceivedOtherwise: null,
  registerDetectedIncident: null,
  linkAffectedObject: null,
  unlinkAffectedObject: null,
  waiveObligation: null,
} as const satisfies Readonly<Record<string, DocumentKind | null>>;

export type Mutation = keyof typeof DOCUMENTS;

/** Of whom a sentence is told, which names what can be done in the reader's own terms. */
export interface Reader {
  readonly way: Way;
  /** By what something is done. */
  readonly by: (mutation: Mutation) => string;
  /** By any one of several of which each has a document. */
  readonly byOneOf: (mutations: readonly Mutation[]) => string;
}

/** A sentence that is about nothing but itself. */
export type Nothing = Record<string, never>;

interface Phrases {
  readonly mutation: (names: string) => string;
  readonly document: (name: string) => string;
  /** A card without the revision that it corrects, and one with it. */
  readonly firstCard: (name: string) => string;
  readonly correctedCard: (name: string) => string;
  readonly oneOf: (names: string) => string;
  readonly overGraphql: (name: string) => string;
}

const PHRASES: Readonly<Record<Locale, Phrases>> = {
  en: {
    mutation: (names) => `with ${names}`,
    document: (name) => `with the document ${name}`,
    firstCard: (name) => `with the document ${name}, without \`revision\``,
    correctedCard: (name) => `with the document ${name} and its \`revision\``,
    oneOf: (names) => `with one of the documents ${names}`,
    overGraphql: (name) => `over GraphQL, with ${name}`,
  },
  ru: {
    mutation: (names) => `через ${names}`,
    document: (name) => `документом ${name}`,
    firstCard: (name) => `документом ${name} без \`revision\``,
    correctedCard: (name) => `документом ${name} с указанием \`revision\``,
    oneOf: (names) => `одним из документов ${names}`,
    overGraphql: (name) => `через GraphQL (${name})`,
  },
  kk: {
    mutation: (names) => `${names} арқылы`,
    document: (name) => `${name} құжатымен`,
    firstCard: (name) => `\`revision\` көрсетілмеген ${name} құжатымен`,
    correctedCard: (name) => `\`revision\` көрсетілген ${name} құжатымен`,
    oneOf: (names) => `${names} құжаттарының бірімен`,
    overGraphql: (name) => `GraphQL арқылы (${name})`,
  },
};

/** Whoever reads this language and came this way. */
export function readerOf(locale: Locale, way: Way): Reader {
  const phrases = PHRASES[locale];
  const inDocuments = (mutation: Mutation): string => {
    const kind = DOCUMENTS[mutation];
    if (kind === null) return phrases.overGraphql(quoted([mutation]));
    if (mutation === "submitIncidentCard") return phrases.firstCard(quoted([kind]));
    if (mutation === "amendIncidentCard") return phrases.correctedCard(quoted([kind]));
    return phrases.document(quoted([kind]));
  };
  const severalInDocuments = (mutations: readonly Mutation[]): string => {
    const names = quoted(mutations.flatMap((mutation) => DOCUMENTS[mutation] ?? []));
    return mutations.length === 1 ? phrases.document(names) : phrases.oneOf(names);
  };
  const byOneOf = (mutations: readonly Mutation[]): string => {
    if (way === "DOCUMENTS") return severalInDocuments(mutations);
    return phrases.mutation(way === "GRAPHQL" ? quoted(mutations) : asTheConsoleCalls(mutations, locale));
  };
  return { way, by: (mutation) => (way === "DOCUMENTS" ? inDocuments(mutation) : byOneOf([mutation])), byOneOf };
}

function asTheConsoleCalls(mutations: readonly Mutation[], locale: Locale): string {
  const names = mutations.map((mutation) => CONSOLE_NAMES[mutation][locale]);
  return [...new Set(names)].map((name) => inQuotes(name, locale)).join(", ");
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
