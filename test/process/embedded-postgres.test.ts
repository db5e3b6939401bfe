import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { emptyPlace, one, stoppedPlace } from "../support/place.js";

const isLinux = process.platform === "linux";

test.concurrent(
  "a first start makes the database with its two roles, in UTF8 and UTC, whatever the language of the shell",
  async () => {
    await using place = await emptyPlace();
    const cluster = await place.startsInAnotherProcess({ LANG: "C", LC_ALL: undefined, TZ: "Asia/Almaty" });

    expect(cluster.adopted).toBe(false);
    const facts = await one(
      cluster.superuserUrl.replace("/postgres?", "/dabyl?"),
      `select datdba::regrole::text as owner, pg_encoding_to_char(encoding) as encoding,
            datlocprovider as provider, datlocale as locale, current_setting('TimeZone') as zone,
            current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets
     from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual({
      owner: "dabyl_owner",
      encoding: "UTF8",
      provider: "b",
      locale: "C.UTF-8",
      zone: "UTC",
      addresses: "127.0.0.1",
      sockets: "",
    });
    for (const [role, roleUrl] of [
      ["dabyl_owner", cluster.ownerUrl],
      ["dabyl_gateway", cluster.gatewayUrl],
    ] as const) {
      const text = "select current_user as role, current_database() as database, upper('қазақ') as text";
      expect(await one(roleUrl, text)).toEqual({ role, database: "dabyl", text: "ҚАЗАҚ" });
    }
    const roles = await one(
      cluster.superuserUrl,
      `select array_agg(rolname::text order by rolname) as names from pg_roles
     where rolcanlogin and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`,
    );
    expect(roles).toEqual({ names: ["dabyl_gateway", "dabyl_owner"] });
  },
);

test(
  "a new database sees the letters of Kazakh and Russian words when it looks for similar ones (Linux: others may lack the locale)",
  { concurrent: true, skip: !isLinux },
  async () => {
    await using place = await stoppedPlace();
    const { superuserUrl } = await place.starts();
    const database = superuserUrl.replace("/postgres?", "/dabyl?");
    await one(database, "create extension if not exists pg_trgm");
    expect(
      await one(
        database,
        `select cardinality(show_trgm('Қауіпсіздік')) as kazakh, cardinality(show_trgm('угроза')) as russian,
                'a' < 'B' as "sorted as in a dictionary"`,
      ),
    ).toEqual({ kazakh: 12, russian: 7, "sorted as in a dictionary": false });
  },
);

test.concurrent(
  "the passwords are asked for, kept from other users, and live as long as the cluster, like its port",
  async () => {
    await using place = await stoppedPlace();
    const first = await place.starts();
    await first.stop();
    const second = await place.starts();

    expect(second.adopted).toBe(false);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    const stranger = new URL(second.ownerUrl);
    stranger.password = "guess";
    await expect(one(stranger.href, "select 1")).rejects.toThrow("password authentication failed");
    if (process.platform !== "win32") {
      for (const name of ["postgres-secrets.json", "postgres.log"]) {
        expect((await stat(join(place.dataDir, name))).mode & 0o777).toBe(0o600);
      }
    }
  },
);

test.concurrent("a start moves to another port when the former one is taken by something else", async () => {
  await using place = await stoppedPlace();
  const first = await place.starts();
  await first.stop();
  const squatter = createServer();
  squatter.listen(Number(new URL(first.superuserUrl).port), "127.0.0.1");
  await once(squatter, "listening");
  try {
    const second = await place.starts();
    expect(new URL(second.superuserUrl).port).not.toBe(new URL(first.superuserUrl).port);
    expect(await one(second.superuserUrl, "select 1 as answer")).toEqual({ answer: 1 });
  } finally {
    squatter.close();
  }
});

test.concurrent("PostgreSQL outlives a starter killed with SIGKILL, and the next start takes it over", async () => {
  await using place = await stoppedPlace();
  const killed = await place.startsInAnotherProcess();
  const before = await place.postmasterPid();
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");

  const next = await place.starts();
  expect(next.adopted).toBe(true);
  expect(await place.postmasterPid()).toBe(before);
  expect(next.gatewayUrl).toBe(killed.gatewayUrl);

  await next.stop();
  expect(await place.isRunning()).toBe(false);
});

test.concurrent("PostgreSQL killed with SIGKILL starts again with everything that was committed", async () => {
  await using place = await stoppedPlace();
  const first = await place.starts();
  await one(first.ownerUrl, "create table kept as select 42 as answer");
  const pid = await place.postmasterPid();
  process.kill(pid, "SIGKILL");
  await place.isStopped();

  const second = await place.starts();
  expect(second.adopted).toBe(false);
  expect(await place.postmasterPid()).not.toBe(pid);
  expect(await one(second.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });
});

test.concurrent(
  "a pid file that is empty, or names a dead process or somebody else's live one, is stale, and nobody is harmed",
  async () => {
    await using place = await stoppedPlace();
    const stranger = spawn("/bin/sh", ["-c", "read line"], {
      ...(await place.owner()),
      stdio: ["pipe", "ignore", "ignore"],
    });
    try {
      for (const [kind, leave] of [
        ["empty", () => place.leavesPidFile()],
        ["dead", async () => place.leavesPidFile(await deadPid())],
        ["somebody else's", () => place.leavesPidFile(stranger.pid)],
      ] as const) {
        await leave();
        const cluster = await place.starts();
        expect({ kind, adopted: cluster.adopted }).toEqual({ kind, adopted: false });
        await cluster.stop();
      }
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    } finally {
      stranger.kill();
    }
  },
);

test.concurrent(
  "a pid file that names the postmaster of another folder is stale, and that postmaster runs on",
  async () => {
    await using place = await stoppedPlace();
    const foreignUrl = inject("superuserUrl");
    const foreign = await one(foreignUrl, "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid");
    await place.leavesPidFile((foreign as { pid: number }).pid, new URL(foreignUrl).port);

    const cluster = await place.starts();
    expect(cluster.adopted).toBe(false);
    expect(new URL(cluster.superuserUrl).port).not.toBe(new URL(foreignUrl).port);
    await cluster.stop();
    expect(await one(foreignUrl, "select 1 as answer")).toEqual({ answer: 1 });
  },
);

test(
  "a pid file that names a zombie is stale (Linux only: elsewhere nothing shows it)",
  { concurrent: true, skip: !isLinux },
  async () => {
    await using place = await stoppedPlace();
    // The shell becomes cat, which never asks how the shell's child ended. The child ends when the fourth pipe does.
    const parent = spawn("/bin/sh", ["-c", "(read line <&3) & echo $!; exec cat"], {
      ...(await place.owner()),
      stdio: ["pipe", "pipe", "inherit", "pipe"],
    });
    try {
      const lines = createInterface(parent.stdout!);
      const [pid] = (await once(lines, "line")) as [string];
      parent.stdin!.write("is this cat?\n");
      await once(lines, "line");
      (parent.stdio[3] as Writable).end();
      await eventually(async () => /\) Z /.test(await readFile(`/proc/${pid}/stat`, "utf8")));
      await place.leavesPidFile(Number(pid));
      expect((await place.starts()).adopted).toBe(false);
    } finally {
      parent.kill();
    }
  },
);

test(
  "another server that takes the port of one that is starting is not taken for it (Linux only: elsewhere nothing shows it)",
  { concurrent: true, skip: !isLinux },
  async () => {
    await using place = await stoppedPlace();
    // To the operating system it is our postmaster. Who calls its port is told that the password is wrong, and it ends.
    const script = `
      const fields = Buffer.from("SFATAL\\0C28P01\\0Mpassword authentication failed\\0\\0");
      const refusal = Buffer.concat([Buffer.from("E\\0\\0\\0"), Buffer.of(fields.length + 4), fields]);
      const server = require("node:net").createServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => socket.end(refusal, () => process.exit()));
      });
      server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
    const starting = spawn(process.execPath, ["-e", script], {
      argv0: "postgres",
      cwd: join(place.dataDir, "postgres"),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(starting, "exit");
    try {
      const [port] = (await once(createInterface(starting.stdout), "line")) as [string];
      await place.leavesPidFile(starting.pid, port);
      const cluster = await place.starts();
      expect(await ended).toEqual([0, null]);
      expect(cluster.adopted).toBe(false);
      expect(await one(cluster.superuserUrl, "select 1 as answer")).toEqual({ answer: 1 });
    } finally {
      starting.kill();
    }
  },
);

test.concurrent("starts at the same time, in this process and in another, end with one cluster", async () => {
  await using place = await emptyPlace();
  const starts = await Promise.all([place.starts(), place.startsInAnotherProcess(), place.starts()]);

  expect(starts.filter(({ adopted }) => !adopted)).toHaveLength(1);
  expect(new Set(starts.map(({ gatewayUrl }) => gatewayUrl)).size).toBe(1);
  expect(await readdir(place.dataDir)).toEqual(["postgres", "postgres-port", "postgres-secrets.json", "postgres.log"]);
});

test.concurrent(
  "stop leaves PostgreSQL running while another process counts on it, and the last one stops it",
  async () => {
    await using place = await stoppedPlace();
    const first = await place.starts();
    const second = await place.startsInAnotherProcess();

    await first.stop();
    expect(await one(second.gatewayUrl, "select 1 as answer")).toEqual({ answer: 1 });

    await second.stop();
    expect(await place.isRunning()).toBe(false);
  },
);

test.concurrent("stop leaves PostgreSQL running while somebody is connected to it in another way", async () => {
  await using place = await stoppedPlace();
  const cluster = await place.starts();
  const visitor = new Client({ connectionString: cluster.ownerUrl });
  await visitor.connect();
  try {
    await cluster.stop();
    expect((await visitor.query("select 1 as answer")).rows).toEqual([{ answer: 1 }]);
  } finally {
    await visitor.end();
  }
  expect(await place.isRunning()).toBe(true);
});

test.concurrent("stop is quiet when PostgreSQL is gone already and when it is called twice", async () => {
  await using place = await stoppedPlace();
  const cluster = await place.starts();
  process.kill(await place.postmasterPid(), "SIGKILL");
  await place.isStopped();
  await Promise.all([cluster.stop(), cluster.stop()]);
});

test.concurrent("what a start cut short left behind is cleared away and never taken for a cluster", async () => {
  await using place = await emptyPlace();
  await mkdir(join(place.dataDir, "postgres.new-000000000000", "cluster", "global"), { recursive: true });
  await writeFile(join(place.dataDir, "postgres.new-000000000000", "cluster", "PG_VERSION"), "18\n");
  await mkdir(join(place.dataDir, "postgres"));

  expect((await place.starts()).adopted).toBe(false);
  expect(await readdir(place.dataDir)).not.toContain("postgres.new-000000000000");
});

test.concurrent("a folder of that name with something else in it is refused and left as it is", async () => {
  await using place = await emptyPlace();
  await mkdir(join(place.dataDir, "postgres"));
  await writeFile(join(place.dataDir, "postgres", "thesis.txt"), "years of work");
  await expect(place.starts()).rejects.toThrow(/not a PostgreSQL cluster.*DATA_DIR/);
  expect(await readdir(join(place.dataDir, "postgres"))).toEqual(["thesis.txt"]);
});

test.concurrent("a cluster whose secrets are lost is refused with the remedy", async () => {
  await using place = await stoppedPlace();
  await rm(join(place.dataDir, "postgres-secrets.json"));
  await expect(place.starts()).rejects.toThrow(/cannot be opened without .*postgres-secrets\.json/);
});

test.concurrent("a start that PostgreSQL itself refuses says what postgres.log says", async () => {
  await using place = await stoppedPlace();
  await expect(place.starts({ max_connections: "none" })).rejects.toThrow(
    /does not start: ended with code 1\.[^]*invalid value for parameter "max_connections"/,
  );
});

async function deadPid(): Promise<number | undefined> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid;
}
