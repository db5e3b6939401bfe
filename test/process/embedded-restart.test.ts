import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EmbeddedDatabase } from "../../src/platform/embedded-database.js";
import { eventually } from "../support/eventually.js";
import { one, type Place, stoppedPlace } from "../support/place.js";

/** What was logged of outages, in order, and the errors that were logged with it. */
class Listening {
  readonly received: string[] = [];
  readonly errors: string[] = [];

  constructor(cluster: EmbeddedDatabase) {
    cluster.keepUp({
      gone: () => this.received.push("gone"),
      failed: (error) => {
        this.received.push("failed");
        this.errors.push(error.message);
      },
      back: () => this.received.push("back"),
    });
  }

  async receives(what: string): Promise<void> {
    await eventually(() => this.received.at(-1) === what);
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
      await eventually(() => listening.received.length === 2 * times);
      expect(await place.postmasterPid()).not.toBe(pid);
      expect(await one(cluster.gatewayUrl, "select 1 as answer")).toEqual({ answer: 1 });
      expect(await one(cluster.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });
    }
    expect(listening.received).toEqual(["gone", "back", "gone", "back"]);
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
    await Promise.all(listening.map((each) => each.receives("back")));
    expect(listening.map(({ received }) => received)).toEqual([
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

test.concurrent("PostgreSQL that does not start is tried again until it does, and that is logged once", async () => {
  await using place = await stoppedPlace();
  const cluster = await place.starts();
  const listening = new Listening(cluster);
  const control = join(place.dataDir, "postgres", "global", "pg_control");
  await rename(control, `${control}.away`);
  await kill(place);
  await listening.receives("failed");
  expect(listening.errors).toEqual(["PostgreSQL does not start: ended with code 2."]);
  await rename(`${control}.away`, control);
  await listening.receives("back");
  expect(listening.received).toEqual(["gone", "failed", "back"]);
  expect(await one(cluster.gatewayUrl, "select 1 as answer")).toEqual({ answer: 1 });
});

test.concurrent("a stop during an outage ends the tries at once, and PostgreSQL stays down", async () => {
  await using place = await stoppedPlace();
  const cluster = await place.starts();
  const listening = new Listening(cluster);
  const control = join(place.dataDir, "postgres", "global", "pg_control");
  await rename(control, `${control}.away`);
  await kill(place);
  await listening.receives("failed");
  await rename(`${control}.away`, control);
  await cluster.stop();
  expect(await place.isRunning()).toBe(false);
  expect(listening.received).not.toContain("back");
});

test.concurrent(
  "a session that was cut off is no outage: nothing is reported, and the others still see who counts on it",
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
    expect(listening.received).toEqual([]);
  },
);
