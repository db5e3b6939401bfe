import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { CampaignState } from "../../domain/campaigns.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { listOf } from "../../graph/counted-list.js";
import { OPAQUE_ID } from "../../graph/node.js";
import type { RequestContext } from "../../operation/request-context.js";
import { toGlobalId } from "../../platform/identity.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { Incident, IncidentConnection } from "../incidents/incident.types.js";
import { IndicatorValueConnection } from "../indicators/indicator.types.js";
import { Soc } from "../parties/party.types.js";
import type { CampaignRow } from "./campaign.store.js";
import { Campaign, CampaignConnection, CampaignStateEnum } from "./campaign.types.js";

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => CampaignConnection, { description: "The campaigns that you may see, the last opened first." })
  async campaigns(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("states", () => [CampaignStateEnum], { nullable: true, description: "In one of these states." })
    states: CampaignState[] | null,
  ) {
    return toConnection(await context.readingFor("read").campaigns.page(states ?? null, window));
  }

  @Query(() => Campaign, {
    nullable: true,
    description: "One campaign by its number; null if it does not exist or you may not see it.",
  })
  campaign(@Arg("number", () => String) number: string, @Ctx() context: RequestContext) {
    return context.readingFor("read").campaigns.byNumber(number);
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() { id }: CampaignRow): string {
    return toGlobalId("Campaign", id);
  }

  @FieldResolver(() => [Soc], {
    nullable: true,
    description: "Whose incidents are in it; for the national centre alone, null for others.",
  })
  async socs(@Root() { id }: CampaignRow, @Ctx() context: RequestContext) {
    if (context.actor?.party.kind !== "NATIONAL_CENTRE") return null;
    const socs = await context.reading.socsOfCampaign.load(id);
    const found = await Promise.all(socs.map(({ socId }) => context.reading.party.load(socId)));
    return found.filter((soc) => soc !== null);
  }

  @FieldResolver(() => IndicatorValueConnection, {
    description:
      "What its incidents have in common: the values that two of them or more show; for a SOC, those of its own incidents in it of which `sharedWith` tells it that others have them.",
  })
  async indicators(
    @Root() { id }: CampaignRow,
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) { first = null, after = null, last = null, before = null }: WindowArgs,
  ) {
    const { reading } = context;
    const page = await reading.campaigns.values(id, { first, after, last, before });
    const values = await Promise.all(page.rows.map((row) => reading.indicatorValue.load(row.id)));
    return toConnection({ ...page, rows: values.filter((value) => value !== null) });
  }

  @FieldResolver(() => IncidentConnection, {
    description: "The incidents that are in it, the last received first; for a SOC its own.",
  })
  async incidents(
    @Root() { id }: CampaignRow,
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) { first = null, after = null, last = null, before = null }: WindowArgs,
  ) {
    const { reading, now } = context;
    const condition = { is: "CAMPAIGN", id } as const;
    const newest = [{ field: "RECEIVED", direction: "DESC" }] as const;
    const page = await reading.incidents.page(condition, newest, { first, after, last, before }, now);
    return listOf(page, () => reading.incidents.count(condition, now));
  }
}

@Resolver(() => Incident)
export class CampaignsOfIncidentResolver {
  @FieldResolver(() => [Campaign], {
    description:
      "The campaign that it is in, or none; for a SOC as it was at the beginning of the day, for an owner none.",
  })
  async campaigns(@Root() { id }: IncidentRow, @Ctx() context: RequestContext) {
    const campaigns = await context.reading.campaignsOfIncident.load(id);
    const found = await Promise.all(campaigns.map(({ campaignId }) => context.reading.campaign.load(campaignId)));
    return found.filter((campaign) => campaign !== null);
  }
}
