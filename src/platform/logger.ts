import { hostname } from "node:os";
import { pino, type Logger } from "pino";
import { VERSION } from "./version.js";

export type { Logger };

/**
 * Structured logs on standard output; each line says which program wrote it, in which version, and which instance of it. Of
 * an error only what cannot hold a text that somebody submitted.
 */
export function createLogger(level: string, instance: string | null = null): Logger {
  const base = { service: "dabyl", version: VERSION, instance: instance ?? `${hostname()}/${process.pid}` };
  return pino({ level, base, serializers: { err: describeError } });
}

/**
 * A statement that failed carries its parameters, and a constraint's detail the values: neither is told. Libraries report
 * errors as plain objects too; of those the same is told.
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
  // Several failures at once, as of the addresses of one host, have no message of their own.
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
