import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** One of the values that a gauge shows when it is scraped. */
export interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Milliseconds between samples of the event loop's delay, which the library counts into each of them. Its own default of 10 wakes
 * an idle process a hundred times a second, for 7 ms of processor time.
 */
const LOOP_SAMPLING = 100;

/** Labels come from the schema, the rules and the error codes, never from what callers write. */
const OUTCOME = ["field", "outcome"] as const;

/**
 * The gateway's metrics, in Prometheus' text format (docs/operations.md lists them). Events are counted where they happen;
 * current states, such as sessions and sockets, are read when scraped (`shows`).
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];

  /** Operations by root field; outcome OK, REJECTED (F and L rules), or the code of the error. */
  readonly operations = new Counter({
    name: "dabyl_operations_total",
    help: "Operations by root field and outcome: OK, or the code of the first error",
    labelNames: OUTCOME,
    registers: this.registers,
  });
  readonly seconds = new Histogram({
    name: "dabyl_operation_seconds",
    help: "Time from admission to the answer, by purpose",
    labelNames: ["purpose"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: this.registers,
  });
  readonly cost = new Counter({
    name: "dabyl_operation_cost_total",
    help: "Values that operations produced, by purpose",
    labelNames: ["purpose"],
    registers: this.registers,
  });
  readonly rejections = new Counter({
    name: "dabyl_rejections_total",
    help: "Broken rules of rejected submissions",
    labelNames: ["rule"],
    registers: this.registers,
  });
  readonly errors = new Counter({
    name: "dabyl_errors_total",
    help: "Errors that left the gateway, by code",
    labelNames: ["code"],
    registers: this.registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LOOP_SAMPLING });
  }

  /** A gauge that is read when scraped; `look` must be quick and may fail, in which case it shows nothing. */
  shows(
    name: string,
    help: string,
    labelNames: readonly string[],
    look: () => readonly Reading[] | Promise<readonly Reading[]>,
  ): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: this.registers,
      async collect() {
        gauge.reset();
        try {
          for (const { labels, value } of await look()) gauge.set({ ...labels }, value);
        } catch {
          // A gauge that cannot be read, for example without a database, hides no other and is not shown as zero.
          gauge.remove();
        }
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
