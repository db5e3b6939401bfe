import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { GatewayError } from "../../client/index.js";
import type { DemoCredentials } from "../demo-world.js";
import type { Config } from "../platform/config.js";
import { Hindrance } from "../platform/program.js";

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
    throw new Hindrance(
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
    throw new Hindrance(
      `No gateway is ready at ${address}: run \`npm start\` in another terminal, then this again. If it listens elsewhere, set HOST and PORT here as they are there.`,
    );
}

/** What a gateway refuses ends a program with the gateway's own sentence, like any hindrance. */
export async function atGateway<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GatewayError) throw new Hindrance(error.message, { cause: error });
    throw error;
  }
}
