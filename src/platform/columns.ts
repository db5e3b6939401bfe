import type { ColumnOptions } from "typeorm";
import type { Instant } from "../domain/instant.js";

/** A timestamptz column of a row class whose property is an Instant. */
export const INSTANT_COLUMN = {
  type: "timestamptz",
  transformer: {
    to: (at: Instant | null | undefined): Date | null | undefined =>
      at === null || at === undefined ? at : new Date(at),
    from: (at: Instant): Instant => at,
  },
} satisfies ColumnOptions;
