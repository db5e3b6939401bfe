import { say, type Saying } from "../domain/wording/wording.js";

/** Why an import cannot begin, told in the language of whoever runs it. */
export class Obstacle extends Error {
  constructor(readonly says: readonly Saying[]) {
    super(says.map(({ key }) => key).join(", "));
  }
}

/** It cannot be gone on: the gateway does not answer, or not us. What was done stands. */
export class Stopped extends Obstacle {}

export function obstacle(says: Saying): Obstacle {
  return new Obstacle([says]);
}

export function stopped(says: Saying): Stopped {
  return new Stopped([says]);
}

/** What another program, or the system, says of an error, which no catalogue holds: its code, or else its message. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return "?";
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : error.message;
}

/** That a file cannot be read. */
export function unreadable(path: string, error: unknown): Obstacle {
  return obstacle(say("importUnreadable", { path, why: whyOf(error) }));
}
