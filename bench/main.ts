import { createDatabase, startCluster, withClient, type BenchCluster } from "./cluster.ts";
import { measureDuties } from "./duties.ts";
import { measureFeed } from "./feed.ts";
import { measureNotifications } from "./notifications.ts";
import { generate } from "./generate.ts";
import { endAll } from "./processes.ts";
import { loadProduct } from "./product.ts";
import { measureReads } from "./reads.ts";
import {
  conditions,
  dutyTable,
  feedTable,
  notificationTable,
  readTables,
  startTable,
  submissionTable,
} from "./report.ts";
import { readSettings, type Settings } from "./settings.ts";
import { measureEmbeddedStart, measureStart } from "./start.ts";
import { measureSubmissions } from "./submissions.ts";

/** Every figure of docs/benchmarks.md, in one run. Progress goes to standard error, the report to standard output. */

const tell = (line: string): void => console.error(line);

/** The embedded cluster's own database holds the smaller world, so that a gateway can be started on it the way users do. */
const SMALL = "dabyl";
const LARGE = "dabyl_large";
const WRITTEN = "dabyl_written";

async function fill(cluster: BenchCluster, name: string, size: number, seed: number): Promise<void> {
  const { migrate } = await loadProduct();
  if (name !== SMALL) {
    const exists = await withClient(cluster.url("postgres", "superuser"), async (client) => {
      const found = await client.query("select 1 from pg_database where datname = $1", [name]);
      return found.rows.length > 0;
    });
    if (!exists) await createDatabase(cluster, name);
  }
  await migrate(cluster.url(name, "owner"));
  await withClient(cluster.url(name, "superuser"), async (client) => {
    const { rows } = await client.query<{ incidents: number }>("select count(*)::int as incidents from incident");
    const incidents = rows[0]?.incidents ?? 0;
    if (incidents === size) return;
    if (incidents > 0)
      throw new Error(`${name} holds ${incidents} incidents, not ${size}: remove the folder or name another one`);
    const begun = performance.now();
    await generate(client, { size, seed, now: new Date() });
    tell(`  ${size.toLocaleString("en")} incidents made in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  });
}

/** Stops everything that was started, once, whatever happened. */
function cleanUp(cluster: BenchCluster): () => Promise<void> {
  let done: Promise<void> | null = null;
  const clean = (): Promise<void> => {
    endAll();
    return (done ??= cluster.stop());
  };
  const end = (problem: unknown): void => {
    console.error(problem);
    void clean().finally(() => process.exit(1));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  process.on("uncaughtException", end);
  return clean;
}

async function run(settings: Settings): Promise<void> {
  const [small, large] = settings.sizes;
  const wants = (part: Settings["parts"][number]): boolean => settings.parts.includes(part);
  const report: string[] = [conditions(settings)];
  tell("PostgreSQL starts");
  const cluster = await startCluster(settings.dataDir);
  const clean = cleanUp(cluster);
  try {
    tell("The generator fills the databases");
    await fill(cluster, SMALL, small, settings.seed);
    if (wants("reads") || wants("duties") || wants("start")) await fill(cluster, LARGE, large, settings.seed);
    if (wants("reads")) {
      tell("Lists and dossiers");
      const databases = [
        { size: small, name: SMALL },
        { size: large, name: LARGE },
      ];
      report.push(readTables(await measureReads(cluster, databases, settings, tell)));
    }
    if (wants("duties")) {
      tell("Lists of duties, and timeliness");
      report.push(dutyTable(await measureDuties(cluster, LARGE, settings)));
    }
    if (wants("submissions") || wants("feed") || wants("notifications")) {
      await createDatabase(cluster, WRITTEN, SMALL);
      // Owners with addresses would be sent mail meanwhile, which is a measurement of its own.
      await withClient(cluster.url(WRITTEN, "superuser"), (client) => client.query("update party set email = null"));
      if (wants("submissions")) {
        tell("Submissions");
        report.push(submissionTable(await measureSubmissions(cluster, WRITTEN, settings, tell)));
      }
      if (wants("feed")) {
        tell("The live feed");
        report.push(feedTable(await measureFeed(cluster, WRITTEN, settings)));
      }
      if (wants("notifications")) {
        tell("Notifications");
        report.push(notificationTable(await measureNotifications(cluster, WRITTEN)));
      }
      await withClient(cluster.url("postgres", "superuser"), (client) =>
        client.query(`drop database ${WRITTEN} with (force)`),
      );
    }
    if (wants("start")) {
      tell("Starts");
      const start = await measureStart(cluster, LARGE, settings);
      await cluster.pause();
      report.push(startTable(start, await measureEmbeddedStart(cluster.dataDir, settings)));
    }
  } finally {
    await clean();
  }
  console.log(report.join("\n\n"));
}

await run(readSettings(process.argv.slice(2)));
process.exit(0);
