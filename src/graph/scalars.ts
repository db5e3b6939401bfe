import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { parseDuration, writeDuration, type Duration } from "../domain/duration.js";
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

function readDuration(value: unknown): Duration {
  const length = typeof value === "string" ? parseDuration(value) : null;
  if (length === null) throw new GraphQLError("not an ISO 8601 duration");
  return length;
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

export const DurationScalar = new GraphQLScalarType<Duration, string>({
  name: "Duration",
  description:
    "A length of time, ISO 8601, in whole numbers and without a sign: `P30D`, `PT2H`, `P1Y6M`, `P1W`. Years, months, weeks and days go by the calendar of Asia/Almaty (a month before 31 March is the last day of February, at the same time of day); hours, minutes and seconds are exact.",
  specifiedByURL: "https://www.iso.org/iso-8601-date-and-time-format.html",
  serialize: (value) => writeDuration(value as Duration),
  parseValue: readDuration,
  parseLiteral: (node) => readDuration(textOf(node)),
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
