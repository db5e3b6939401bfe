import { pino, type Logger } from "pino";

export type { Logger };

/** Structured logs on standard output. Secrets and card texts are never handed to it. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null });
}
