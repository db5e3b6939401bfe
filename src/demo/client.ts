import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type {
  AcceptanceFragment,
  IncidentRowFragment,
  RejectionFragment,
  TypedDocumentString,
} from "../../schema/operations.generated.js";
import type { Config } from "../platform/config.js";
import { Hindrance } from "../platform/program.js";
import type { DemoCredentials } from "./world.js";

/** What keeps the demonstration from being played, in one sentence. */
export class DemoError extends Hindrance {}

/** The languages that the gateway answers in. */
export type Language = "kk" | "ru" | "en";

interface Numbered {
  readonly number: string;
}

/** An accepted submission, of whatever kind, with what it is about or has made. */
export type Accepted = AcceptanceFragment & {
  readonly incident?: IncidentRowFragment | null;
  readonly notification?: Numbered | null;
  readonly threat?: Numbered;
  readonly event?: Numbered;
};

/** What a submission is answered with. */
export type Answer = Accepted | RejectionFragment;

/** Where the gateway is that `config` describes, seen from this machine. */
export function gatewayAddress({ host, port }: Pick<Config, "host" | "port">): string {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** The tokens that the gateway's first start left in `dataDir`. */
export async function readCredentials(dataDir: string): Promise<DemoCredentials> {
  const file = join(resolve(dataDir), "demo-credentials.json");
  try {
    return JSON.parse(await readFile(file, "utf8")) as DemoCredentials;
  } catch {
    throw new DemoError(
      `There are no demonstration tokens in ${file}: set DATA_DIR to the gateway's, and see that it runs on its embedded PostgreSQL.`,
    );
  }
}

/** Rejects unless a gateway at `address` is ready. */
export async function expectReady(address: string): Promise<void> {
  const isReady = await fetch(`${address}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isReady)
    throw new DemoError(
      `No gateway is ready at ${address}: run \`npm start\` in another terminal, then this again. If it listens elsewhere, set HOST and PORT here as they are there.`,
    );
}

/** One account at the gateway, over HTTP. */
export class GatewayClient {
  constructor(
    readonly address: string,
    readonly token: string,
    readonly language: Language,
  ) {}

  /** The answer's data; an answer with errors is a DemoError. */
  async ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    const response = await this.post(JSON.stringify({ query: document.toString(), variables }));
    const { data, errors } = (await response.json()) as { data?: Data | null; errors?: { message: string }[] };
    if (errors || !data) throw new DemoError(`The gateway says: ${errors?.[0]?.message ?? response.statusText}`);
    return data;
  }

  private async post(body: string): Promise<Response> {
    const request = {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${this.token}`,
        "accept-language": this.language,
      },
      body,
    };
    try {
      return await fetch(`${this.address}/graphql`, request);
    } catch {
      throw new DemoError(`The gateway at ${this.address} no longer answers.`);
    }
  }
}
