import type { Indicator } from "../../domain/incident-card.js";
import { placeOfIndicator } from "../../domain/indicator/place.js";
import type { Instant } from "../../domain/instant.js";
import { together, type Connection } from "../../platform/database.js";
import { indicatorDigest } from "../../platform/hash.js";
import { timestamp } from "../../platform/sql.js";

/** Values that one statement records: with more at once it takes many times as long for each. */
const AT_ONCE = 5_000;

/** What was sighted in: an incident, by its card, or an analysis. */
interface Source {
  readonly id: string;
  readonly isCard: boolean;
  readonly socId: string;
  /** Of an incident: when the first that was said of it was received. Of an analysis: when this revision was. */
  readonly seenAt: Instant;
}

/**
 * Keeps where indicators were sighted, in the transaction of the act that says so. A sighting belongs to the revision that stands: what
 * a later one leaves out was not sighted, what it adds was sighted with the rest of its incident, and what was retracted was not.
 */
export class SightingStore {
  constructor(private readonly connection: Connection) {}

  /** The values of the revision that stands from now on; `replaces` is what kept the sightings of the one before it. */
  async keep(source: Source, indicators: readonly Indicator[], replaces: string | null): Promise<void> {
    const values = new Map(indicators.map((one) => [indicatorDigest(one.type, one.value), one]));
    // In one order, or two acts with the same values would wait for each other.
    const digests = [...values.keys()].toSorted();
    await together([
      ...(replaces === null ? [] : [this.drop(replaces, digests, source.id)]),
      ...slices(digests).map((some) => {
        const known = some.map((digest) => values.get(digest)).filter((one) => one !== undefined);
        const places = known.map(({ type, value }) => placeOfIndicator(type, value));
        return this.connection.query("select record_sightings($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
          source.id,
          source.isCard,
          source.socId,
          timestamp(source.seenAt),
          some,
          known.map(({ type }) => type),
          known.map(({ value }) => value),
          places.map(({ host }) => host),
          places.map(({ address }) => address),
        ]);
      }),
    ]);
  }

  /** L18: what was retracted was not sighted. */
  async retract(incidentId: string): Promise<void> {
    await this.drop(incidentId, [], incidentId);
  }

  private drop(id: string, kept: readonly string[], successor: string): Promise<unknown> {
    return this.connection.query("select drop_sightings($1, $2, $3)", [id, kept, successor]);
  }
}

function slices(digests: readonly string[]): string[][] {
  const count = Math.ceil(digests.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => digests.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
