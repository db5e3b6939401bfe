import { execFile } from "node:child_process";
import { cpSync } from "node:fs";
import { chmod, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { postgresPrograms } from "../../src/platform/embedded-postgres/package.js";
import { emptyPlace, one, type Place, stoppedPlace } from "../support/place.js";

/** What root uses so that PostgreSQL, which refuses to be root, reaches a folder that is root's alone. */

const isRoot = process.geteuid?.() === 0;
const PRIVILEGES = ["setpriv", "--securebits=+no_setuid_fixup", "--inh-caps=+dac_override"];

/** Whether this system lets us do what these words say. */
async function may(...words: readonly string[]): Promise<boolean> {
  const [program, ...args] = [...words, "true"];
  return promisify(execFile)(program, args).then(
    () => true,
    () => false,
  );
}

/** A clone that only root may enter: its folder with the data, the compiled code and the binaries in it. */
class Clone implements AsyncDisposable {
  private constructor(
    readonly place: Place,
    private readonly dist: URL,
  ) {}

  static async around(place: Place): Promise<Clone> {
    await chmod(place.folder, 0o700);
    const root = new URL("../../", import.meta.url);
    const modules = join(place.folder, "node_modules");
    const binaries = dirname(dirname(dirname((await postgresPrograms({ dataDir: "", server: "" })).postgres)));
    const name = join(...binaries.split("/").slice(-2));
    await mkdir(join(modules, dirname(name)), { recursive: true });
    cpSync(binaries, join(modules, name), { recursive: true, verbatimSymlinks: true });
    await symlink(new URL("node_modules/pg", root), join(modules, "pg"));
    await writeFile(join(place.folder, "package.json"), await readFile(new URL("package.json", root)));
    for (const code of ["embedded-postgres/", "embedded-database.js", "roles.js"]) {
      const path = `dist/src/platform/${code}`;
      cpSync(new URL(path, root), join(place.folder, path), { recursive: true });
    }
    return new Clone(place, pathToFileURL(join(place.folder, "dist/")));
  }

  /** As a clone comes out that was made under the umask 077: each file is its owner's alone. */
  async isMadePrivate(): Promise<void> {
    await promisify(execFile)("chmod", [
      "-R",
      "go=",
      join(this.place.folder, "node_modules"),
      join(this.place.folder, "dist"),
    ]);
  }

  /** A start in a process that finds these programs of the system, and no others. */
  async starts(programs: readonly string[]) {
    const bin = join(this.place.folder, `bin ${programs.join(" ")}`);
    await mkdir(bin, { recursive: true });
    for (const program of programs) await symlink(`/usr/bin/${program}`, join(bin, program)).catch(() => undefined);
    return this.place.startsInAnotherProcess({ PATH: bin }, this.dist);
  }

  /** The user id of whom the cluster's files are. */
  async ownerId(): Promise<number> {
    return (await stat(join(this.place.dataDir, "postgres"))).uid;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.place[Symbol.asyncDispose]();
  }
}

test.concurrent.for([
  { program: "setpriv", words: PRIVILEGES, isOfRoot: false },
  { program: "unshare", words: ["unshare", "--user"], isOfRoot: true },
])(
  "in a clone that only root may enter PostgreSQL runs by $program, with all that it does elsewhere",
  async ({ program, words, isOfRoot }, { skip }) => {
    skip(!isRoot, "needs root");
    skip(!(await may(...words)), `this system does not allow ${words.join(" ")}`);
    await using clone = await Clone.around(await emptyPlace());
    const { place } = clone;
    const first = await clone.starts([program]);
    expect(first.adopted).toBe(false);
    expect((await clone.ownerId()) === 0).toBe(isOfRoot);
    await one(first.ownerUrl, "create table kept as select 42 as answer");
    const pid = await place.postmasterPid();

    first.process.kill("SIGKILL");
    const [second, third] = await Promise.all([clone.starts([program]), clone.starts([program])]);
    expect([second.adopted, third.adopted]).toEqual([true, true]);
    expect(await place.postmasterPid()).toBe(pid);
    await second.stop();
    expect(await one(third.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });

    process.kill(pid, "SIGKILL");
    await place.isStopped();
    const next = await clone.starts([program]);
    expect(next.adopted).toBe(false);
    expect(await one(next.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });
    third.process.kill();
    await next.stop();
    expect(await place.isRunning()).toBe(false);

    await place.leavesPidFile(process.pid);
    const last = await clone.starts([program]);
    expect(last.adopted).toBe(false);
    await last.stop();
  },
);

test.concurrent(
  "in a clone that was made under the umask 077 PostgreSQL may run its own programs",
  async ({ skip }) => {
    skip(!isRoot, "needs root");
    skip(!(await may(...PRIVILEGES)), `this system does not allow ${PRIVILEGES.join(" ")}`);
    await using clone = await Clone.around(await emptyPlace());
    await clone.isMadePrivate();
    const first = await clone.starts(["setpriv"]);
    expect(await clone.ownerId()).not.toBe(0);
    expect(await one(first.ownerUrl, "select 42 as answer")).toEqual({ answer: 42 });
    await first.stop();
  },
);

test.concurrent(
  "a cluster moved into such a clone, and out of it again, is given to the user that runs it there",
  async ({ skip }) => {
    skip(!isRoot, "needs root");
    skip(!(await may("unshare", "--user")), "this system does not allow unshare --user");
    await using clone = await Clone.around(await stoppedPlace());
    expect(await clone.ownerId()).not.toBe(0);
    await (await clone.starts(["unshare"])).stop();
    expect(await clone.ownerId()).toBe(0);
    await chmod(clone.place.folder, 0o711);
    // Whatever the mask was under which it was made.
    await promisify(execFile)("chmod", ["-R", "go+rX", `${clone.place.folder}/node_modules`]);
    await (await clone.starts([])).stop();
    expect(await clone.ownerId()).not.toBe(0);
  },
);

test.concurrent("where the system offers neither, root is refused, with both places named", async ({ skip }) => {
  skip(!isRoot, "needs root");
  await using clone = await Clone.around(await emptyPlace());
  const refusal = await clone.starts([]).catch((error: unknown) => String(error));
  expect(refusal).toContain(`Data folder: ${clone.place.dataDir}.`);
  expect(refusal).toContain(`Binaries: ${clone.place.folder}`);
  expect(refusal).toMatch(/the user "(postgres|nobody)".* cannot enter the data folder and cannot run the binaries/i);
  expect(refusal).toMatch(/setpriv.* unshare.*DATABASE_URL/);
});
