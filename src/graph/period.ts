import { Field, InputType } from "type-graphql";
import type { Instant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { DateTime } from "./scalars.js";

@InputType({ description: "From an instant (included) to another (not included)." })
export class Period {
  @Field(() => DateTime, { nullable: true, description: "Included." })
  from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Not included." })
  before?: Instant | null;
}

/** Throws BAD_USER_INPUT, at `path`, for a period in which no instant lies. */
export function expectInstants(period: Period | null | undefined, path: readonly string[]): void {
  const { from, before } = period ?? {};
  if (typeof from !== "number" || typeof before !== "number" || from < before) return;
  throw new Refusal("BAD_USER_INPUT", say("periodBackwards", { startsAt: from }), [...path, "before"]);
}
