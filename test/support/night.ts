import { fileURLToPath } from "node:url";
import { compose, composeCore, type Gateway } from "../../src/compose.js";
import { makeDemoWorld, type DemoCredentials } from "../../src/demo-world.js";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { readConfig, type Config } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";
import type { AffectedObjectInput, IncidentType, Severity } from "../../schema/operations.generated.js";
import { FakeClock } from "./clock.js";
import { createDatabase, type TestDatabase } from "./database.js";
import type { TestGateway } from "./gateway.js";
import { look, type Looks, type Window } from "./console.js";
import { accepted, Person } from "./person.js";

const BUILT = fileURLToPath(new URL("../../console/dist", import.meta.url));

/** The fictional night of the drawings: 2 March 2026, 03:14:07 in Almaty. */
export const NIGHT = "2026-03-01T22:14:07Z";

export type Soc = "ENERGY" | "HEALTH" | "WATER" | "GOV";

const OBJECTS: Readonly<Record<Soc, string>> = {
  ENERGY: "DEMO-GRID-SCADA",
  HEALTH: "DEMO-CLINIC-RECORDS",
  WATER: "DEMO-CANAL-PUMPS",
  GOV: "DEMO-PORTAL-WEB",
};

/** A gateway with the fictional SOCs, whose clock a test moves, and which serves the console. */
export class Night implements AsyncDisposable {
  /** The cursor of the evening: what came after it is the night's. */
  evening = "";
  private readonly gateways: Gateway[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly clock: FakeClock,
    readonly credentials: DemoCredentials,
    private readonly config: Config,
    readonly url: string,
    gateway: Gateway,
  ) {
    this.gateways.push(gateway);
  }

  static async begin(at = NIGHT, settings: Readonly<Record<string, string>> = {}): Promise<Night> {
    const database = await createDatabase();
    const clock = new FakeClock(at);
    const core = await composeCore(database.gatewayUrl, readConfig({}), clock, createLogger("silent"));
    const credentials = await makeDemoWorld(core, clock.now());
    await core.stop();
    const config = readConfig({
      PORT: "0",
      DATABASE_POOL: "8",
      LOG_LEVEL: "silent",
      SMTP_URL: "none",
      CONSOLE_DIR: BUILT,
      DRAIN_SECONDS: "0",
      ...settings,
    });
    const gateway = await compose(database.nearGatewayUrl, config, clock, createLogger("silent"));
    return new Night(database, clock, credentials, config, await gateway.listen(), gateway);
  }

  /** Stops the gateway that was started first; the database stays for others. */
  async stops(): Promise<void> {
    await this.gateways.shift()?.stop();
  }

  /** Another gateway on the same database; its address. */
  async another(): Promise<string> {
    const gateway = await compose(this.database.nearGatewayUrl, this.config, this.clock, createLogger("silent"));
    this.gateways.push(gateway);
    return gateway.listen();
  }

  soc(name: Soc): Person {
    return this.person(this.credentials.socs.find(({ code }) => code === `DEMO-${name}`)?.token ?? "");
  }

  get centre(): Person {
    return this.person(this.credentials.centre);
  }

  /** A window of the duty officer of the centre, on a computer whose clock differs from the gateway's by `clockWrongBy` milliseconds. */
  async wall(looks: Looks & { readonly clockWrongBy?: number; readonly url?: string } = {}): Promise<Window> {
    const { clockWrongBy = 0, url = this.url, ...rest } = looks;
    const window = await look(url, { ...rest, person: { token: this.credentials.centre } });
    await window.page.addInitScript(clockAt(this.clock.now() + clockWrongBy));
    await window.page.addInitScript(HEARD);
    await window.page.reload();
    await window.page.locator("[data-link=LIVE]").waitFor();
    return window;
  }

  /** A report of a SOC about its own object; gives incident, number and duties. */
  async reports(
    name: Soc,
    {
      type = "RANSOMWARE",
      severity = "HIGH",
      ago = MINUTE,
      url = this.url,
      summary = "Files are being encrypted.",
      more = [],
    }: {
      readonly type?: IncidentType;
      readonly severity?: Severity | null;
      readonly ago?: number;
      readonly url?: string;
      readonly summary?: string;
      readonly more?: readonly AffectedObjectInput[];
    } = {},
  ) {
    const person = this.soc(name).through(url);
    const { protectedObjects } = await person.gets<
      { protectedObjects: { nodes: readonly { id: string; code: string }[] } },
      object
    >("{ protectedObjects(first: 20) { nodes { id code } } }");
    const object = protectedObjects.nodes.find(({ code }) => code === OBJECTS[name]);
    const { incident } = await person.sendsReport({
      confirmedAt: toIso(instant(this.clock.now() - ago)),
      type,
      severity,
      summary,
      affectedObjects: [{ objectId: object?.id ?? "" }, ...more],
    });
    return incident;
  }

  /** The SOC's officer has called the owner. */
  async ownerKnows(name: Soc, incidentId: string): Promise<void> {
    accepted(await this.soc(name).recordsOwnerNotified(incidentId, this.clock.now()));
  }

  private person(token: string): Person {
    return new Person({ clock: this.clock, url: this.url } as TestGateway, token, "");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const gateway of this.gateways) await gateway.stop();
    await this.database[Symbol.asyncDispose]();
  }
}

/** Sets the page's clock to a time, from which it runs on; `computer.setBy` is what somebody sets it by meanwhile, milliseconds. */
export function clockAt(at: number): string {
  return `{
    const Real = Date;
    const ahead = ${at} - Real.now();
    const computer = (globalThis.computer = { setBy: 0 });
    globalThis.Date = class extends Real {
      constructor(...given) {
        if (given.length === 0) super(Real.now() + ahead + computer.setBy);
        else super(...given);
      }
      static now() {
        return Real.now() + ahead + computer.setBy;
      }
    };
  }`;
}

/** Stops the page's clock at a time: pictures that are taken one after the other show one moment. */
export function stoppedAt(at: number): string {
  return `{
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) {
        if (given.length === 0) super(${at});
        else super(...given);
      }
      static now() {
        return ${at};
      }
    };
  }`;
}

/** Keeps what the page sounds and what it says to a screen reader at once, in `heard`: the test asks for it. */
const HEARD = `
  globalThis.heard = { tones: [], alerts: [] };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) {
    heard.tones.push(this.frequency.value);
    return start.call(this, at);
  };
  addEventListener("DOMContentLoaded", () =>
    new MutationObserver((records) => {
      for (const { target } of records) {
        const alert = (target instanceof Element ? target : target.parentElement)?.closest("[role=alert]");
        if (alert?.textContent) heard.alerts.push(alert.textContent);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true }));
`;
