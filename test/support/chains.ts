import pg from "pg";
import type { IncidentCardInput } from "../../schema/operations.generated.js";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { systemClock } from "../../src/platform/clock.js";
import { cardInput, reportInput } from "./inputs.js";
import type { GatewayProcess } from "./process.js";
import { eventually } from "./eventually.js";

export type Kind = "REPORTED" | "CARD_SUBMITTED" | "CARD_AMENDED";

interface Receipt {
  readonly id: string;
  readonly submissionKey: string;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly position: number;
  readonly entryHash: string;
}

interface Accepted {
  readonly incident: { readonly id: string; readonly number: string };
  readonly receipt: Receipt;
}

/** The outcome of a submission: a receipt, or an error's code, or that nobody answered. */
type Outcome = { readonly receipt: Receipt } | { readonly fault: string };

const NO_ANSWER = "no answer";

const ACCEPTED = "incident { id number } receipt { id submissionKey receivedAt contentHash position entryHash }";
const MUTATIONS: Readonly<Record<Kind, string>> = {
  REPORTED: `mutation ($input: ReportIncidentInput!) { done: reportIncident(input: $input) { ... on ReportAccepted { ${ACCEPTED} } } }`,
  CARD_SUBMITTED: `mutation ($input: SubmitIncidentCardInput!) { done: submitIncidentCard(input: $input) { ... on CardAccepted { ${ACCEPTED} } } }`,
  CARD_AMENDED: `mutation ($input: AmendIncidentCardInput!) { done: amendIncidentCard(input: $input) { ... on CardAccepted { ${ACCEPTED} } } }`,
};

/** What one SOC submits about one incident, in order, each step under its own key; can be sent again exactly. */
export class Chain {
  /** First receipts, by step. */
  readonly receipts: (Receipt | undefined)[] = [];
  incident: { readonly id: string; readonly number: string } | null = null;
  private readonly now = systemClock.now();

  constructor(
    private readonly name: string,
    private readonly token: string,
    readonly kinds: readonly Kind[],
    private readonly changes: Partial<IncidentCardInput> = {},
  ) {}

  get acknowledged(): number {
    return this.receipts.filter(Boolean).length;
  }

  async send(gateway: GatewayProcess, step: number): Promise<Outcome> {
    const kind = this.kinds[step];
    if (!kind) throw new Error(`${this.name} has no step ${step}`);
    const variables = { input: this.input(kind, step) };
    const answer = await gateway.asks(this.token, MUTATIONS[kind], variables).catch(() => null);
    if (!answer) return { fault: NO_ANSWER };
    const errors = answer.errors as readonly { readonly extensions: { readonly code: string } }[] | undefined;
    if (errors) return { fault: errors[0]?.extensions.code ?? "an empty list of errors" };
    const done = (answer.data as { readonly done: Partial<Accepted> } | undefined)?.done;
    if (!done?.incident || !done.receipt) return { fault: JSON.stringify(answer) };
    this.incident ??= done.incident;
    this.receipts[step] ??= done.receipt;
    return { receipt: done.receipt };
  }

  private input(kind: Kind, step: number): object {
    const submissionKey = `${this.name} ${step}`;
    const confirmedAt = toIso(instant(this.now - MINUTE));
    if (kind === "REPORTED") return { submissionKey, ...reportInput(this.now, { confirmedAt }) };
    const card = cardInput(this.now, { confirmedAt, note: submissionKey, ...this.changes });
    const incidentId = this.incident?.id ?? null;
    if (kind === "CARD_SUBMITTED") return { submissionKey, incidentId: step === 0 ? null : incidentId, card };
    const revision = this.kinds.slice(0, step).filter((before) => before !== "REPORTED").length;
    return { submissionKey, incidentId, revision, card };
  }
}

/** The result of a flood. */
export interface Flood {
  readonly faults: Readonly<Record<string, number>>;
}

/**
 * Sends the rest of all chains at once, each step by step, until `isOver`; a chain that meets a fault stops. `onReceipt` is
 * called with each receipt.
 */
export async function flood(
  gateway: GatewayProcess,
  chains: readonly Chain[],
  { isOver = () => false, onReceipt = () => undefined }: { isOver?: () => boolean; onReceipt?: () => void } = {},
): Promise<Flood> {
  const faults: Record<string, number> = {};
  await Promise.all(
    chains.map(async (chain) => {
      for (let step = chain.acknowledged; step < chain.kinds.length && !isOver(); step += 1) {
        const outcome = await chain.send(gateway, step);
        if ("fault" in outcome) {
          faults[outcome.fault] = (faults[outcome.fault] ?? 0) + 1;
          return;
        }
        onReceipt();
      }
    }),
  );
  return { faults };
}

/** Sends everything again from the first step, under the same keys. Returns the answers that differ from the first ones. */
export async function repeat(gateway: GatewayProcess, chains: readonly Chain[]): Promise<unknown[]> {
  const differences: unknown[] = [];
  await Promise.all(
    chains.map(async (chain) => {
      for (const step of chain.kinds.keys()) {
        const first = chain.receipts[step];
        const outcome = await chain.send(gateway, step);
        const isSame = "receipt" in outcome && (!first || JSON.stringify(outcome.receipt) === JSON.stringify(first));
        if (!isSame) differences.push({ step, first, outcome });
        if ("fault" in outcome) return;
      }
    }),
  );
  return differences;
}

/** A row lock on incidents, held until it is released: an amendment of one of them waits in the middle of its transaction. */
export class Hold implements AsyncDisposable {
  private constructor(private readonly client: pg.Client) {}

  static async on(ownerUrl: string, chains: readonly Chain[]): Promise<Hold> {
    const client = new pg.Client({ connectionString: ownerUrl });
    // The session may be killed with its server.
    client.on("error", () => undefined);
    await client.connect();
    await client.query("begin");
    const numbers = chains.map(({ incident }) => incident?.number);
    const { rowCount } = await client.query("select from incident where number = any ($1) for update", [numbers]);
    if (rowCount !== chains.length) throw new Error("an incident to be held is missing");
    return new Hold(client);
  }

  /** Resolves once `count` transactions wait for it. */
  async isAwaitedBy(count: number): Promise<void> {
    await eventually(async () => {
      const { rowCount } = await this.client.query(
        "select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))",
      );
      return rowCount === count;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
