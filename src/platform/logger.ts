import { pino, type Logger } from "pino";

export type { Logger };

/** Structured logs on standard output. Of an error only what cannot hold a text that somebody submitted. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, serializers: { err: describeError } });
}

/** A statement that failed carries its parameters, and a constraint's detail the values: neither is told. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? error.code : undefined;
  const constraint = "constraint" in error ? error.constraint : undefined;
  return {
    type: name,
    message,
    code,
    constraint,
    stack,
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
