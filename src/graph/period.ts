import { Field, InputType } from "type-graphql";
import type { Instant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { DateTime } from "./scalars.js";

@InputType({ description: "A period between two instants." })
export class Period {
  @Field(() => DateTime, { nullable: true, description: "The beginning, inclusive." })
  from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "The end, exclusive." })
  before?: Instant | null;
}

/** Throws BAD_USER_INPUT, at `path`, for a period in which no instant lies. */
export function expectInstants(period: Period | null | undefined, path: readonly string[]): void {
  const { from, before } = period ?? {};
  if (typeof from !== "number" || typeof before !== "number" || from < before) return;
  throw new Refusal("BAD_USER_INPUT", say("periodBackwards", { startsAt: from }), [...path, "before"]);
}
