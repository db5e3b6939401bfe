import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { parseInstant, parseLocalDate, toIso, type Instant, type LocalDate } from "../domain/instant.js";

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}

function readInstant(value: unknown): Instant {
  const at = typeof value === "string" ? parseInstant(value) : null;
  if (at === null) throw new GraphQLError("not an RFC 3339 date-time with an offset");
  return at;
}

function readDate(value: unknown): LocalDate {
  const date = typeof value === "string" ? parseLocalDate(value) : null;
  if (date === null) throw new GraphQLError("not a date");
  return date;
}

function readText(value: unknown): string {
  if (typeof value !== "string") throw new GraphQLError("not a text");
  return value;
}

/** Instants inside, RFC 3339 texts outside. */
export const DateTime = new GraphQLScalarType<Instant, string>({
  name: "DateTime",
  description:
    "An instant, RFC 3339 with an offset: `2026-03-01T15:00:00+05:00`. Answered in UTC with milliseconds; people in Kazakhstan read it in Asia/Almaty (UTC+5 since 1 March 2024).",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => toIso(value as Instant),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(textOf(node)),
});

export const LocalDateScalar = new GraphQLScalarType<LocalDate, string>({
  name: "Date",
  description: "A calendar date in Asia/Almaty, `2026-03-01`.",
  serialize: (value) => value as string,
  parseValue: readDate,
  parseLiteral: (node) => readDate(textOf(node)),
});

export const FeedCursor = new GraphQLScalarType<string, string>({
  name: "FeedCursor",
  description:
    "A position in the feed: opaque, the same on every gateway of one database, preserved by dump and restore.",
  serialize: (value) => value as string,
  parseValue: readText,
  parseLiteral: (node) => readText(textOf(node)),
});

export const JournalPosition = new GraphQLScalarType<number, number>({
  name: "JournalPosition",
  description: "A position in the audit chain: a whole number from 1, at most 2^53.",
  serialize: (value) => value as number,
});
