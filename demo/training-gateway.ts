import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { instant, type Instant } from "../src/domain/instant.js";
import { DemoError } from "./answers.js";

/** A gateway for training: a process and a world of its own, in a temporary folder, on a clock that runs faster than life. */
export class TrainingGateway implements AsyncDisposable {
  private constructor(
    readonly address: string,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly clock: { readonly speed: number; readonly shown: number; readonly at: number },
  ) {}

  /** Starts it, with a clock that runs `speed` times as fast as life; resolves once it is ready. */
  static async start(speed: number): Promise<TrainingGateway> {
    const folder = await mkdtemp(join(tmpdir(), "dabyl-training-"));
    // Under root PostgreSQL runs as another user, who has to pass through.
    await chmod(folder, 0o711);
    const dataDir = join(folder, "data");
    const settings = {
      HOST: "127.0.0.1",
      PORT: "0",
      // Explicitly, so that a shell set up for production makes no difference.
      NODE_ENV: "",
      DATABASE_URL: "embedded",
      DATABASE_OWNER_URL: "",
      DEMO_WORLD: "yes",
      DATA_DIR: dataDir,
      CLOCK_SPEED: String(speed),
      CLOCK_SKEW_SECONDS: "3600",
      SMTP_URL: "none",
      LOG_LEVEL: "error",
    };
    const child = spawn(process.execPath, [fileURLToPath(new URL("../src/main.js", import.meta.url))], {
      env: { ...process.env, ...settings },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const address = await addressOf(child);
      return new TrainingGateway(address, dataDir, child, folder, { speed, ...(await clockOf(address)) });
    } catch (error) {
      await end(child, folder);
      throw error;
    }
  }

  /** What the gateway's clock shows. */
  now(): Instant {
    const { speed, shown, at } = this.clock;
    return instant(Math.floor(shown + (Date.now() - at) * speed));
  }

  /** Resolves once the gateway's clock shows `at`. */
  async until(at: Instant): Promise<void> {
    const wait = (at - this.now()) / this.clock.speed;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await end(this.child, this.folder);
  }
}

/** Ends a gateway, if it still runs, and leaves nothing of it behind. */
async function end(child: ChildProcess, folder: string): Promise<void> {
  const ended = once(child, "exit");
  if (child.kill("SIGTERM")) await ended;
  await rm(folder, { recursive: true, force: true });
}

/** The address that a gateway prints when it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (data: Buffer) => {
      printed += data.toString();
      const address = /GraphiQL +(http:\S+)\/graphql/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new DemoError("The gateway for the training did not start.")));
  });
}

/** What a gateway's clock showed, by its answer's date, and when that was. */
async function clockOf(address: string): Promise<{ readonly shown: number; readonly at: number }> {
  const asked = Date.now();
  const { headers } = await fetch(`${address}/health/live`);
  return { shown: Date.parse(headers.get("date") ?? ""), at: (asked + Date.now()) / 2 };
}
