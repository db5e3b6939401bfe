import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EmbeddedCluster } from "../../src/platform/embedded-postgres/supervisor.js";
import { eventually } from "../support/faults.js";
import { one, type Place, stoppedPlace } from "../support/place.js";

/** What was told of outages, in order, and the errors that were told with it. */
class Listening {
  readonly heard: string[] = [];
  readonly errors: string[] = [];

  constructor(cluster: EmbeddedCluster) {
    cluster.keepUp({
      gone: () => this.heard.push("gone"),
      failed: (error) => {
        this.heard.push("failed");
        this.errors.push(error.message);
      },
      back: () => this.heard.push("back"),
    });
  }

  async hears(what: string): Promise<void> {
    await eventually(() => this.heard.at(-1) === what);
  }
}

async function kill(place: Place): Promise<number> {
  const pid = await place.postmasterPid();
  process.kill(pid, "SIGKILL");
  return pid;
}

test.concurrent(
  "PostgreSQL that is killed is back on the same port with what was committed, again and again",
  async () => {
    await using place = await stoppedPlace();
    const cluster = await place.starts();
    const listening = new Listening(cluster);
    await one(cluster.ownerUrl, "create table kept as select 42 as answer");
    for (const times of [1, 2]) {
      const pid = await kill(place);
      await eventually(() => listening.heard.length === 2 * times);
      expect(await place.postmasterPid()).not.toBe(pid);
      expect(await one(cluster.gatewayUrl, "select 1 as answer")).toEqual({ answer: 1 });
      expect(await one(cluster.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });
    }
    expect(listening.heard).toEqual(["gone", "back", "gone", "back"]);
    await cluster.stop();
    expect(await place.isRunning()).toBe(false);
  },
);

test.concurrent(
  "of those who share PostgreSQL one starts it again, also after the one that had started it is gone",
  async () => {
    await using place = await stoppedPlace();
    const first = await place.startsInAnotherProcess();
    const others = await Promise.all([place.starts(), place.starts()]);
    const listening = others.map((cluster) => new Listening(cluster));
    first.process.kill("SIGKILL");
    await kill(place);
    await Promise.all(listening.map((each) => each.hears("back")));
    expect(listening.map(({ heard }) => heard)).toEqual([
      ["gone", "back"],
      ["gone", "back"],
    ]);
    for (const { gatewayUrl } of others) expect(await one(gatewayUrl, "select 1 as answer")).toEqual({ answer: 1 });
    await others[0]?.stop();
    expect(await place.isRunning()).toBe(true);
    await others[1]?.stop();
    expect(await place.isRunning()).toBe(false);
  },
);

test.concurrent("PostgreSQL that does not start is tried again until it does, and that is told once", async () => {
  await using place = await stoppedPlace();
  const cluster = await place.starts();
  const listening = new Listening(cluster);
  const control = join(place.dataDir, "postgres", "global", "pg_control");
  await rename(control, `${control}.away`);
  await kill(place);
  await listening.hears("failed");
  expect(listening.errors).toEqual(["PostgreSQL does not start: ended with code 2."]);
  await rename(`${control}.away`, control);
  await listening.hears("back");
  expect(listening.heard).toEqual(["gone", "failed", "back"]);
  expect(await one(cluster.gatewayUrl, "select 1 as answer")).toEqual({ answer: 1 });
});

test.concurrent("a stop during an outage ends the tries at once, and PostgreSQL stays down", async () => {
  await using place = await stoppedPlace();
  const cluster = await place.starts();
  const listening = new Listening(cluster);
  const control = join(place.dataDir, "postgres", "global", "pg_control");
  await rename(control, `${control}.away`);
  await kill(place);
  await listening.hears("failed");
  await rename(`${control}.away`, control);
  await cluster.stop();
  expect(await place.isRunning()).toBe(false);
  expect(listening.heard).not.toContain("back");
});

test.concurrent(
  "a session that was cut off is no outage: nobody is told, and the others still see who counts on it",
  async () => {
    await using place = await stoppedPlace();
    const cluster = await place.starts();
    const listening = new Listening(cluster);
    const pid = await place.postmasterPid();
    const presences = "from pg_stat_activity where application_name = 'dabyl-supervisor'";
    const cutOff = (await one(cluster.superuserUrl, `select pid, pg_terminate_backend(pid) ${presences}`)) as {
      pid: number;
    };
    await eventually(
      async () => (await one(cluster.superuserUrl, `select pid ${presences} and pid <> ${cutOff.pid}`)) !== undefined,
    );
    expect(await place.postmasterPid()).toBe(pid);
    expect(listening.heard).toEqual([]);
  },
);
