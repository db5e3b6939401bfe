import { GatewayClient } from "../../client/index.js";
import {
  AcknowledgeNotificationDocument,
  DecideRetractionDocument,
  NotifySocsDocument,
  RecordOwnerNotificationDocument,
  RegisterSecurityEventDocument,
  RegisterThreatDocument,
  ReportIncidentDocument,
  RequestRetractionDocument,
  ReviewSeverityDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  type AffectedObjectInput,
} from "../../schema/operations.generated.js";
import type { DemoCredentials } from "../../src/demo-world.js";
import { after, dateInAlmaty, instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import { FIRST_HALF } from "./first-half.js";
import type { IncidentOfTheYear } from "./incident.js";
import { SECOND_HALF } from "./second-half.js";
import type { StoryClock } from "./clock.js";

/** When the story begins, and when somebody looks back at it. */
export const YEAR_BEGINS = almaty("2026-01-05T09:00");
const LOOKED_BACK = almaty("2026-11-30T09:00");

/** What happens at one time. */
interface Act {
  readonly at: Instant;
  readonly happens: () => Promise<unknown>;
}

/** Plays a fictional year at a gateway whose clock is `clock`: every time of it is the same each time that it is played. */
export async function playYear(address: string, credentials: DemoCredentials, clock: StoryClock): Promise<void> {
  const cast = new Cast(address, credentials);
  const acts = [
    ...[...FIRST_HALF, ...SECOND_HALF].flatMap((incident, place) => actsOf(incident, `year-${place}`, cast)),
    ...notices(cast),
  ];
  for (const { at, happens } of acts.toSorted((one, other) => one.at - other.at)) {
    clock.moveTo(at);
    await happens();
  }
  clock.moveTo(LOOKED_BACK);
}

/** Who plays, and what they have been told of each other's things. */
class Cast {
  readonly centre: GatewayClient;
  /** The notification of the event, once it is sent. */
  event = "";
  private readonly socs: ReadonlyMap<string, GatewayClient>;

  constructor(address: string, { centre, socs }: DemoCredentials) {
    this.centre = new GatewayClient({ address, token: centre });
    this.socs = new Map(socs.map(({ code, token }) => [code, new GatewayClient({ address, token })]));
  }

  soc(code: string): GatewayClient {
    const soc = this.socs.get(code);
    if (!soc) throw new Error(`nobody plays ${code}`);
    return soc;
  }
}

/** The acts of one incident, each with its own submission key. */
function actsOf(incident: IncidentOfTheYear, key: string, cast: Cast): readonly Act[] {
  const { type, severity, summary, card, ownerToldAfter, reviewed, retracted } = incident;
  const soc = cast.soc(incident.soc);
  const confirmed = almaty(incident.confirmed);
  const confirmedAt = toIso(confirmed);
  const affectedObjects = [objectOf(incident)];
  const later = (minutes: number): Instant => after(confirmed, minutes * MINUTE);
  const id = `key:${key}`;
  const acts: Act[] = [
    {
      at: later(incident.reportedAfter),
      happens: () =>
        soc.submit(ReportIncidentDocument, {
          submissionKey: key,
          confirmedAt,
          type,
          severity,
          summary,
          affectedObjects,
        }),
    },
  ];
  if (ownerToldAfter !== undefined)
    acts.push({
      at: later(Math.max(ownerToldAfter, incident.reportedAfter) + 5),
      happens: () =>
        soc.submit(RecordOwnerNotificationDocument, {
          submissionKey: `${key}-owner`,
          incidentId: id,
          objectCode: incident.object,
          channel: "TELEPHONE",
          recipient: "The owner's dispatcher",
          notifiedAt: toIso(later(ownerToldAfter)),
        }),
    });
  if (reviewed)
    acts.push({
      at: later(reviewed.after),
      happens: () =>
        soc.submit(ReviewSeverityDocument, {
          submissionKey: `${key}-level`,
          incidentId: id,
          severity: reviewed.severity,
          reason: "Нақты зардабы анықталды.",
        }),
    });
  if (card) {
    const { after: minutes, answers, repeats, indicators, ...said } = card;
    acts.push({
      at: later(minutes),
      happens: () =>
        soc.submit(SubmitIncidentCardDocument, {
          submissionKey: `${key}-card`,
          incidentId: id,
          notificationIds: answers === "EVENT" ? [cast.event] : [],
          card: {
            severity,
            type,
            scale: "INDIVIDUAL",
            confirmedAt,
            affectedObjects,
            ...said,
            registeredOn: dateInAlmaty(later(minutes)),
            occurredAt: toIso(later(-60)),
            recurrence: repeats === undefined ? "NEW" : "REPEAT",
            earlierIncidentNumber: repeats ?? null,
            indicators: [...indicators],
          },
        }),
    });
  }
  if (retracted !== undefined)
    acts.push(
      {
        at: later(180),
        happens: () =>
          soc.submit(RequestRetractionDocument, {
            submissionKey: `${key}-error`,
            incidentId: id,
            grounds: retracted,
          }),
      },
      { at: later(24 * 60), happens: () => grants(cast.centre, `${incident.soc}-2026-0004`, key) },
    );
  return acts;
}

function grants(centre: GatewayClient, incidentId: string, key: string): Promise<unknown> {
  return centre.submit(DecideRetractionDocument, {
    submissionKey: `${key}-granted`,
    incidentId,
    isGranted: true,
    reason: "The log of the works agrees.",
  });
}

/** What the centre notifies SOCs of: an event in the days of the false portal, and a threat that one of two has analysed. */
function notices(cast: Cast): readonly Act[] {
  const { centre } = cast;
  let threat = "";
  return [
    {
      at: almaty("2026-11-04T10:00"),
      happens: async () => {
        const { event } = await centre.submit(RegisterSecurityEventDocument, {
          submissionKey: "year-event",
          summary: "Mails in the name of the state portal lead to a false page.",
          observedAt: toIso(almaty("2026-11-04T08:00")),
          source: "A SOC's card",
          marking: "GREEN",
          indicators: [{ type: "URL", value: "hxxps://qiyal-portal[.]example/kiru" }],
          types: ["PHISHING"],
          sectors: [],
          objects: [],
        });
        const { notification } = await centre.submit(NotifySocsDocument, {
          submissionKey: "year-event-notice",
          eventId: event.id,
          to: { socs: ["DEMO-HEALTH"] },
          text: "Look for these mails, and say whether anybody followed the link.",
          marking: "GREEN",
        });
        cast.event = notification.id;
      },
    },
    {
      at: almaty("2026-11-27T11:00"),
      happens: async () => {
        const { threat: known } = await centre.submit(RegisterThreatDocument, {
          submissionKey: "year-threat",
          summary: "A crew encrypts dispatchers' workstations through remote access.",
          observedAt: toIso(almaty("2026-11-27T09:00")),
          source: "Reports of SOCs",
          marking: "AMBER",
          indicators: [{ type: "DOMAIN", value: "kilt-satyp-al[.]example" }],
          types: ["RANSOMWARE"],
          sectors: ["WATER_SUPPLY"],
          objects: [],
        });
        const { notification } = await centre.submit(NotifySocsDocument, {
          submissionKey: "year-threat-notice",
          threatId: known.id,
          to: { socs: ["DEMO-ENERGY", "DEMO-HEALTH"] },
          text: "Search for this domain, and send your analysis of the threat.",
          marking: "AMBER",
        });
        threat = notification.id;
      },
    },
    {
      at: almaty("2026-11-27T11:20"),
      happens: () =>
        cast.soc("DEMO-ENERGY").submit(AcknowledgeNotificationDocument, {
          submissionKey: "year-threat-read",
          notificationId: threat,
        }),
    },
    {
      at: almaty("2026-11-28T16:00"),
      happens: () =>
        cast.soc("DEMO-ENERGY").submit(SubmitThreatAnalysisDocument, {
          submissionKey: "year-threat-analysis",
          notificationIds: [threat],
          analysis: {
            findings: "Доменге тек біздің екі оқиғамызда жүгінген.",
            affectedObjects: [],
            indicators: [],
            measures: "Домен бұғатталды, қашықтан қол жеткізу жабылды.",
            conclusions: "Жаңа оқиға жоқ.",
          },
        }),
    },
  ];
}

function objectOf({ object }: IncidentOfTheYear): AffectedObjectInput {
  return object.startsWith("DEMO-") ? { objectCode: object } : { description: object, kinds: [] };
}

/** A time of Almaty, as `2026-11-30T09:00`. */
function almaty(time: string): Instant {
  return instant(Date.parse(`${time}:00+05:00`));
}
