import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { IndicatorOrder, IndicatorType } from "../../domain/indicator.js";
import { networksAround, placeOfIndicator } from "../../domain/indicator/place.js";
import type { Instant } from "../../domain/instant.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { listOf } from "../../graph/counted-list.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { periodAt } from "../../graph/period.js";
import type { RequestContext } from "../../operation/request-context.js";
import { indicatorDigest } from "../../platform/hash.js";
import { toGlobalId } from "../../platform/identity.js";
import { IndicatorTypeEnum } from "../incidents/card.types.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { IncidentConnection } from "../incidents/incident.types.js";
import { digestIn, hostIn, networkIn } from "./asked-values.js";
import { keyOf, type IndicatorFilter as StoreFilter, type IndicatorRow } from "./indicator.store.js";
import {
  Doubt,
  IndicatorFilter,
  IndicatorOrderEnum,
  IndicatorValue,
  IndicatorValueConnection,
  KnownExploited,
} from "./indicator.types.js";

@Resolver(() => IndicatorValue)
export class IndicatorResolver {
  @Query(() => IndicatorValue, {
    nullable: true,
    description:
      "One value, in any spelling that a card may have (F8); null if you may see no sighting of it. BAD_USER_INPUT if it is not of this type.",
  })
  async indicator(
    @Arg("type", () => IndicatorTypeEnum, { description: "What the value is." }) type: IndicatorType,
    @Arg("value", () => String, { description: "The value, at most 4,000 characters; defanged forms are understood." })
    submitted: string,
    @Ctx() context: RequestContext,
  ) {
    const digest = digestIn(type, submitted, ["value"]);
    return context.readingFor("read").indicatorValue.load(digest);
  }

  @Query(() => IndicatorValueConnection, { description: "The values of which you may see a sighting." })
  async indicators(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => IndicatorFilter, { nullable: true }) filter: IndicatorFilter | null,
    @Arg("sortBy", () => IndicatorOrderEnum, { nullable: true, description: "By the latest sighting by default." })
    sortBy: IndicatorOrder | null,
  ) {
    const { indicatorValues } = context.readingFor("read");
    return toConnection(
      await indicatorValues.page(storeFilter(filter ?? {}, context.now), sortBy ?? "LAST_SEEN", window),
    );
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() { id }: IndicatorRow): string {
    return toGlobalId("IndicatorValue", id);
  }

  @FieldResolver(() => IndicatorValue, {
    nullable: true,
    description:
      "Its host, of a URL, a mailbox or a host with a port, as a value of its own; null if you may see no sighting of that, and for other types.",
  })
  async host(@Root() { type, host, address, value }: IndicatorRow, @Ctx() context: RequestContext) {
    if (type === "CIDR" || type === "IPV4" || type === "IPV6" || type === "DOMAIN") return null;
    const { indicatorValue } = context.reading;
    if (host !== null) return indicatorValue.load(indicatorDigest("DOMAIN", hostName(host)));
    if (address === null) return null;
    return indicatorValue.load(indicatorDigest(address.includes(":") ? "IPV6" : "IPV4", addressOf(type, value)));
  }

  @FieldResolver(() => [IndicatorValue], {
    description:
      "Of a domain name, an address or a network: what has it as its host, lies under it or in it, the latest sighting first, at most 100 values; `indicators` gives all. None of other types.",
  })
  under(@Root() { id, type, host, address }: IndicatorRow, @Ctx() context: RequestContext) {
    if (type !== "CIDR" && type !== "IPV4" && type !== "IPV6" && type !== "DOMAIN") return [];
    return context.reading.indicatorsUnder.load(keyOf({ id, host, address }));
  }

  @FieldResolver(() => [IndicatorValue], {
    description:
      "The networks of which you may see a sighting and in which its address or network lies, smallest first.",
  })
  async networks(@Root() { id, type, value, address }: IndicatorRow, @Ctx() context: RequestContext) {
    if (address === null) return [];
    const around = networksAround(type === "CIDR" ? value : addressOf(type, value));
    const found = await Promise.all(
      around
        .map((network) => indicatorDigest("CIDR", network))
        .filter((digest) => digest !== id)
        .map((digest) => context.reading.indicatorValue.load(digest)),
    );
    return found.filter((network) => network !== null);
  }

  @FieldResolver(() => [Doubt], {
    description:
      "What public lists say against it as evidence, the oldest doubt first; none until it was compared with them, which takes seconds after you sighted it first.",
  })
  doubts(@Root() { id }: IndicatorRow, @Ctx() context: RequestContext) {
    return context.reading.doubtsAbout.load(id);
  }

  @FieldResolver(() => KnownExploited, {
    nullable: true,
    description: "Of a CVE that CISA's catalogue names now: what it says. Null for everything else.",
  })
  knownExploited(@Root() { id, type }: IndicatorRow, @Ctx() context: RequestContext) {
    return type === "CVE" ? context.reading.knownExploited.load(id) : null;
  }

  @FieldResolver(() => IncidentConnection, {
    description: "The incidents of its sightings, the last received first.",
  })
  async incidents(
    @Root() { id }: IndicatorRow,
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
  ) {
    const { first = null, after = null, last = null, before = null } = window;
    const { reading, now } = context;
    const question = { valueId: id, window: { first, after, last, before } };
    const sighted = await reading.indicatorIncidents.load(keyOf(question));
    if (!sighted) throw new Error("each question has its page");
    const incidents = await Promise.all(sighted.rows.map(({ incidentId }) => reading.incident.load(incidentId)));
    const rows = incidents.filter((incident) => incident !== null);
    const places = new Map(sighted.rows.map((row) => [row.incidentId, row]));
    const page = {
      ...sighted,
      rows,
      cursorOf: (incident: IncidentRow) => {
        const place = places.get(incident.id);
        if (!place) throw new Error("each incident is of the page");
        return sighted.cursorOf(place);
      },
    };
    return listOf(page, () => reading.incidents.count({ is: "INDICATOR", digests: [id] }, now));
  }
}

/** `kz.example.mail.` as `mail.example.kz`. */
function hostName(host: string): string {
  return host.slice(0, -1).split(".").toReversed().join(".");
}

/** The address of a value whose host is one, in its normal form. */
function addressOf(type: IndicatorType, value: string): string {
  const { address } = placeOfIndicator(type, value);
  if (address === null) throw new Error("it has an address");
  return address;
}

function storeFilter(filter: IndicatorFilter, now: Instant): StoreFilter {
  const { types, seen, atLeastSightings, under, within, doubtful, knownExploited } = filter;
  const { from, before } = periodAt(seen, now, ["filter", "seen"]);
  return {
    ...(types ? { types } : {}),
    ...(from === undefined ? {} : { seenFrom: from }),
    ...(before === undefined ? {} : { seenBefore: before }),
    ...(typeof atLeastSightings === "number" ? { atLeastSightings } : {}),
    ...(typeof under === "string" ? { under: hostIn(under, ["filter", "under"]) } : {}),
    ...(typeof within === "string" ? { within: networkIn(within, ["filter", "within"]) } : {}),
    ...(typeof doubtful === "boolean" ? { doubtful } : {}),
    ...(typeof knownExploited === "boolean" ? { knownExploited } : {}),
  };
}
