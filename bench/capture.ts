import { appendFileSync } from "node:fs";
import { gatewaysPg } from "./product.ts";

/**
 * Preloaded into the gateway (`--import`): records every statement sent to PostgreSQL, with its session and the times of request
 * and result. BENCH_CAPTURE names the file.
 */

export interface Asked {
  readonly event: "asked";
  readonly statement: number;
  readonly session: number;
  readonly text: string;
  readonly name: string | null;
  readonly values: readonly Value[];
}

/** A session being opened. */
export interface Opened {
  readonly event: "opened";
  readonly session: number;
  readonly options: string | null;
  readonly isPipelined: boolean;
}

export interface Answered {
  readonly event: "answered";
  readonly statement: number;
}

/** A parameter, as far as JSON can represent it. */
export type Value =
  null | string | number | boolean | { readonly bytes: string } | { readonly date: string } | readonly Value[];

const file = process.env["BENCH_CAPTURE"];
if (file !== undefined) {
  const prototype = gatewaysPg().Client.prototype;
  const original = prototype.query;
  const sessions = new WeakMap<object, number>();
  let statements = 0;
  let known = 0;
  const write = (event: Opened | Asked | Answered): void => appendFileSync(file, `${JSON.stringify(event)}\n`);
  prototype.query = function query(this: object, ...args: unknown[]): unknown {
    const [first, second] = args;
    const config = (typeof first === "string" ? { text: first } : first) as {
      text?: string;
      name?: string;
      values?: unknown[];
    };
    if (typeof config.text !== "string") return original.apply(this, args);
    let session = sessions.get(this);
    if (session === undefined) {
      sessions.set(this, (session = known += 1));
      const { connectionParameters, pipeline } = this as Partial<ClientParts>;
      write({
        event: "opened",
        session,
        options: connectionParameters?.options ?? null,
        isPipelined: pipeline === true,
      });
    }
    const statement = (statements += 1);
    const values = config.values ?? (Array.isArray(second) ? second : []);
    write({
      event: "asked",
      statement,
      session,
      text: config.text,
      name: config.name ?? null,
      values: values.map(valueOf),
    });
    const answered = (): void => write({ event: "answered", statement });
    const last = args.at(-1);
    if (typeof last === "function") {
      args[args.length - 1] = (...results: unknown[]): unknown => {
        answered();
        return Reflect.apply(last, undefined, results);
      };
      return original.apply(this, args);
    }
    const result = original.apply(this, args) as Promise<unknown>;
    if (typeof result?.then === "function") result.then(answered, answered);
    return result;
  };
}

interface ClientParts {
  readonly connectionParameters: { readonly options?: string };
  readonly pipeline: boolean;
}

function valueOf(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return { bytes: value.toString("hex") };
  if (value instanceof Date) return { date: value.toISOString() };
  if (Array.isArray(value)) return value.map(valueOf);
  return typeof value === "object" ? JSON.stringify(value) : (value as string | number | boolean);
}
