import { asOwner } from "../../src/database.js";
import { readCatalogue } from "../../src/domain/indicator/exploited-catalogue.js";
import { readWarningList } from "../../src/domain/indicator/warning-list.js";
import { takeCatalogue, type TakenCatalogue } from "../../src/features/indicators/exploited.js";
import { Judging } from "../../src/features/indicators/judging.js";
import { takeLists, type TakenList } from "../../src/features/indicators/warning-lists.js";
import { createLogger } from "../../src/platform/logger.js";
import { Patterns } from "../../src/platform/patterns.js";
import type { Composed } from "./counted-incidents.js";
import type { TestGateway } from "./gateway.js";

type Listed = Pick<TestGateway, "database" | "clock">;

/** A list as MISP publishes them. */
export function warningList(
  type: string,
  list: readonly string[],
  more: { name?: string; version?: number; matching_attributes?: readonly string[]; description?: string } = {},
): object {
  return { name: `List of ${type}`, description: `What ${type} says.`, version: 1, type, list, ...more };
}

/** As `npm run indicators:warn` does it, with the login that owns the tables. */
export async function takesLists(world: Listed, ...lists: readonly object[]): Promise<TakenList[]> {
  const patterns = new Patterns();
  try {
    const owner = { setting: "DATABASE_OWNER_URL", url: world.database.ownerUrl };
    const read = lists.map((one) => readWarningList(one));
    return await asOwner(owner, (connection) => takeLists(connection, read, patterns, world.clock.now()));
  } finally {
    await patterns.end();
  }
}

/** CISA's catalogue of these, as it is published. */
export function catalogue(
  version: string,
  entries: readonly { cve: string; ransomware?: boolean; due?: string; name?: string }[],
): object {
  return {
    title: "CISA Catalog of Known Exploited Vulnerabilities",
    catalogVersion: version,
    dateReleased: `${version.slice(0, 10).replaceAll(".", "-")}T17:04:19.9796Z`,
    count: entries.length,
    vulnerabilities: entries.map(({ cve, ransomware = false, due, name = `The vulnerability ${cve}` }) => ({
      cveID: cve,
      vulnerabilityName: name,
      dateAdded: "2026-01-15",
      ...(due === undefined ? {} : { dueDate: due }),
      knownRansomwareCampaignUse: ransomware ? "Known" : "Unknown",
    })),
  };
}

/** As `npm run indicators:exploited` does it. */
export function takesCatalogue(world: Pick<Listed, "database">, content: object): Promise<TakenCatalogue> {
  const owner = { setting: "DATABASE_OWNER_URL", url: world.database.ownerUrl };
  return asOwner(owner, (connection) => takeCatalogue(connection, readCatalogue(content)));
}

/** Resolves once all that was sighted is judged; gives the lines that were logged. */
export async function judgedUp(world: Composed, patterns = new Patterns()): Promise<void> {
  const { unitOfWork } = world.gateway;
  const judging = new Judging(unitOfWork, { head: Infinity }, world.clock, createLogger("silent"), patterns);
  while ((await judging.judgeSome()) !== false);
  await judging.stop();
}
