import { asOwner } from "../../src/database.js";
import { readCatalogue } from "../../src/domain/indicator/exploited-catalogue.js";
import { readWarningList } from "../../src/domain/indicator/warning-list.js";
import { takeCatalogue } from "../../src/features/indicators/exploited.js";
import { takeLists } from "../../src/features/indicators/warning-lists.js";
import type { Login } from "../../src/platform/database-hindrance.js";
import { Patterns } from "../../src/platform/patterns.js";
import { YEAR_BEGINS } from "./play.js";

/** The networks that RFC 5737 sets aside for examples, as MISP writes a list. */
const DOCUMENTATION = {
  name: "Networks for documentation (RFC 5737)",
  description: "Addresses that stand for others in examples: nobody has them.",
  version: 1,
  type: "cidr",
  list: ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"],
};

/** One entry of CISA's catalogue of known exploited vulnerabilities, of 25 August 2025. */
const CATALOGUE = {
  title: "CISA Catalog of Known Exploited Vulnerabilities",
  catalogVersion: "2025.08.25",
  dateReleased: "2025-08-25T17:04:19.9796Z",
  count: 1,
  vulnerabilities: [
    {
      cveID: "CVE-2021-44228",
      vulnerabilityName: "Apache Log4j2 Remote Code Execution Vulnerability",
      dateAdded: "2021-12-10",
      dueDate: "2021-12-24",
      knownRansomwareCampaignUse: "Known",
    },
  ],
};

/** Takes in what the year knows of public lists, as `npm run indicators:warn` and `indicators:exploited` do. */
export async function takePublicLists(owner: Login): Promise<void> {
  const patterns = new Patterns();
  try {
    await asOwner(owner, (connection) =>
      takeLists(connection, [readWarningList(DOCUMENTATION)], patterns, YEAR_BEGINS),
    );
  } finally {
    await patterns.end();
  }
  await asOwner(owner, (connection) => takeCatalogue(connection, readCatalogue(CATALOGUE)));
}
