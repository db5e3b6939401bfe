import { hostname } from "node:os";
import { pino, type Logger } from "pino";
import { VERSION } from "./version.js";

export type { Logger };

/**
 * Structured logs on standard output; each line names the program, its version and the instance. Of an error, only what cannot
 * contain submitted text is logged.
 */
export function createLogger(level: string, instance: string | null = null): Logger {
  const base = { service: "dabyl", version: VERSION, instance: instance ?? `${hostname()}/${process.pid}` };
  return pino({ level, base, serializers: { err: describeError } });
}

/**
 * The loggable part of an error. A failed statement carries its parameters, and a constraint's detail the values, so both are
 * left out. Libraries also report errors as plain objects; these are treated the same.
 */
export function describeError(error: unknown): object {
  if (typeof error !== "object" || error === null) return { type: typeof error };
  const {
    name = "object",
    message,
    code,
    constraint,
    stack,
    cause,
    errors,
  } = error as Readonly<Record<string, unknown>>;
  // Several failures at once, such as one for each address of a host, have no message of their own.
  const because: unknown = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  return {
    type: name,
    message,
    code,
    constraint,
    stack,
    ...(because === undefined ? {} : { cause: describeError(because) }),
  };
}
