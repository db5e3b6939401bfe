import { Field } from "type-graphql";
import type { CampaignState } from "../../domain/campaigns.js";
import type { Instant } from "../../domain/instant.js";
import type { CountBand as Band } from "../../domain/sharing.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime } from "../../graph/scalars.js";
import { CountBand } from "./sharing.types.js";

export const CampaignStateEnum = registerValues<CampaignState>("CampaignState", "How a campaign stands.", {
  OPEN: "Three incidents or more, of two SOCs or more, are in it.",
  CLOSED:
    "Fewer are left in it, since some were retracted or their cards corrected. It is open again as soon as there are enough. For the national centre.",
  MERGED: "An incident has joined it to another one, into which it has gone. For the national centre.",
});

@PlainType({
  implements: Node,
  description:
    "Incidents of several SOCs that have indicators in common: any two are joined, directly or through others, by two values that both show within 30 days, none of them on more than 100 incidents of that time. The national centre sees all of them as they are now. A SOC sees those that it is in as they were at the beginning of the day in Asia/Almaty, with its own incidents alone; it is not told of one in which so few others could be that it would name them.",
})
export class Campaign extends Node {
  @Field(() => String, { description: "The number for people, `CAMPAIGN-2026-K7QF2`: it is random." })
  number!: string;
  @Field(() => String, { nullable: true, description: "Its name, if the national centre has given it one." })
  name!: string | null;
  @Field(() => CampaignStateEnum, { description: "How it stands." })
  state!: CampaignState;
  @Field(() => DateTime, {
    description: "When it became a campaign; for a SOC, the beginning of the first day on which it was told of it.",
  })
  openedAt!: Instant;
  @Field(() => DateTime, {
    description:
      "When the gateway received the first of the incident that came last; for a SOC, of its own. When it became a campaign, if no incident is left in it.",
  })
  lastCardAt!: Instant;
  @Field(() => CountBand, {
    description: "Incidents in it: for the national centre the number, for a SOC its own and the band of the others.",
  })
  incidentCount!: Band;
  @Field(() => CountBand, {
    description: "SOCs in it: for the national centre the number, for a SOC itself and the band of the others.",
  })
  socCount!: Band;
}

export const CampaignConnection = connectionType("Campaign", Campaign, "Campaigns, the last opened first.");
