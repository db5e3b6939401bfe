import {
  AmendIncidentCardDocument,
  RecordOwnerNotificationDocument,
  ReportIncidentDocument,
  ReviewSeverityDocument,
  SubmitIncidentCardDocument,
  type IncidentRowFragment,
} from "../schema/operations.generated.js";
import { MINUTE } from "../src/domain/instant.js";
import {
  ago,
  dispatchersRansomware,
  hastyCard,
  officeSpam,
  patientsRecords,
  portalPhishing,
  portalPhishingCorrected,
  pumpControllers,
} from "./cards.js";
import type { Centre } from "./centre.js";
import type { Owner } from "./owner.js";
import type { OwnerMail } from "./owner-mail.js";
import type { Screen } from "./screen.js";
import type { Soc } from "./soc.js";

/** Who plays. */
export interface Cast {
  readonly centre: Centre;
  readonly energy: Soc;
  readonly health: Soc;
  readonly water: Soc;
  readonly government: Soc;
  /** Of the object that `energy` covers. */
  readonly grid: Owner;
}

/** On what it is played; `key` makes a submission key that no other run used. */
export interface Stage {
  readonly screen: Screen;
  readonly mail: OwnerMail;
  readonly key: (name: string) => string;
}

/** Plays the morning; gives the incident that the centre notifies others of later. */
export async function playMorning(cast: Cast, { screen, mail, key }: Stage): Promise<IncidentRowFragment> {
  await screen.scene("The report, the owner, the card: all in time (R9.1, R9.2, R9.3)");
  await ransomwareInTime(cast.energy, mail, key);
  await screen.scene("An owner without an address, and a level that nobody knows yet (R9.2, RA.1)");
  await undeterminedThenReviewed(cast.water, mail, key);
  await screen.scene("A doubtful level, a lost answer, a correction");
  const phishing = await phishingCorrected(cast.government, mail, key);
  await screen.scene("A card about 80 hours after the confirmation: accepted, and late (R9.3)");
  await cardTooLate(cast.health, mail, key);
  await screen.scene("A card that breaks rules: refused, with every reason");
  await hastyCardRefused(cast.health, key);
  await screen.scene("An object that is neither e-government nor critical: nobody has to notify its owner (L9)");
  await spamInTheOffice(cast.energy, key);
  return phishing;
}

async function ransomwareInTime(soc: Soc, mail: OwnerMail, key: Stage["key"]): Promise<void> {
  const affectedObjects = [soc.object("DEMO-GRID-SCADA")];
  const confirmedAt = ago(6 * MINUTE);
  const summary =
    "Диспетчерлік пункттің екі жұмыс станциясында файлдар шифрланған, экранда төлем талап ететін хабарлама бар.";
  const { incident } = await soc.sends(
    "reports ransomware, confirmed 6 minutes ago",
    summary,
    ReportIncidentDocument,
    { submissionKey: key("grid-report"), confirmedAt, type: "RANSOMWARE", summary, affectedObjects, severity: "HIGH" },
    "REPORTED",
  );
  await mail.about(incident, "in brief");
  const card = dispatchersRansomware(affectedObjects, confirmedAt);
  await soc.sends(
    "submits the card",
    card.nature,
    SubmitIncidentCardDocument,
    { submissionKey: key("grid-card"), incidentId: incident.id, card },
    "CARD_SUBMITTED",
  );
}

async function undeterminedThenReviewed(soc: Soc, mail: OwnerMail, key: Stage["key"]): Promise<void> {
  const affectedObjects = [soc.object("DEMO-CANAL-PUMPS")];
  const confirmedAt = ago(4 * MINUTE);
  const summary = "Controllers at two pumping stations take commands from a workstation that nobody knows.";
  const { incident } = await soc.sends(
    "reports an incident of undetermined level, confirmed 4 minutes ago",
    summary,
    ReportIncidentDocument,
    {
      submissionKey: key("pumps-report"),
      confirmedAt,
      type: "OTHER",
      summary,
      affectedObjects,
      severity: "UNDETERMINED",
    },
    "REPORTED",
  );
  await mail.about(incident, "in brief");
  const recipient = "The dispatcher on duty at the canal";
  await soc.sends(
    "records that it notified the owner itself, by telephone",
    recipient,
    RecordOwnerNotificationDocument,
    {
      submissionKey: key("pumps-owner"),
      incidentId: incident.id,
      channel: "TELEPHONE",
      recipient,
      notifiedAt: ago(1 * MINUTE),
    },
    "OWNER_NOTIFIED",
  );
  const reason = "Water ran under manual control the whole time: supply was limited, nothing was lost.";
  await soc.sends(
    "reviews the level: MEDIUM",
    reason,
    ReviewSeverityDocument,
    { submissionKey: key("pumps-review"), incidentId: incident.id, severity: "MEDIUM", reason },
    "SEVERITY_REVIEWED",
  );
  const card = pumpControllers(affectedObjects, confirmedAt);
  await soc.sends(
    "submits the card",
    card.nature,
    SubmitIncidentCardDocument,
    { submissionKey: key("pumps-card"), incidentId: incident.id, card },
    "CARD_SUBMITTED",
  );
}

async function phishingCorrected(soc: Soc, mail: OwnerMail, key: Stage["key"]): Promise<IncidentRowFragment> {
  const card = portalPhishing([soc.object("DEMO-PORTAL-WEB")]);
  const submission = { submissionKey: key("portal-card"), card };
  const accepted = await soc.sends(
    "submits a card at once, which counts as its report too (L7)",
    card.nature,
    SubmitIncidentCardDocument,
    submission,
    "CARD_SUBMITTED",
  );
  await soc.sendsAgain(
    "lost the answer and sends it again, same key",
    SubmitIncidentCardDocument,
    submission,
    accepted,
  );
  await mail.about(accepted.incident, "in brief");
  const corrected = portalPhishingCorrected(card);
  const { incident } = await soc.sends(
    "corrects revision 1: the level is LOW",
    corrected.note ?? "",
    AmendIncidentCardDocument,
    { submissionKey: key("portal-amend"), incidentId: accepted.incident.id, revision: 1, card: corrected },
    "CARD_AMENDED",
  );
  return incident;
}

async function cardTooLate(soc: Soc, mail: OwnerMail, key: Stage["key"]): Promise<void> {
  const card = patientsRecords([soc.object("DEMO-CLINIC-RECORDS")]);
  const { incident } = await soc.sends(
    "submits a card, confirmed 80 hours ago",
    card.nature,
    SubmitIncidentCardDocument,
    { submissionKey: key("records-card"), card },
    "CARD_SUBMITTED",
  );
  await mail.about(incident, "in brief");
}

async function hastyCardRefused(soc: Soc, key: Stage["key"]): Promise<void> {
  const card = hastyCard([soc.object("DEMO-CLINIC-RECORDS")]);
  await soc.isRefused("submits a card in haste", card.nature, SubmitIncidentCardDocument, {
    submissionKey: key("hasty-card"),
    card,
  });
}

async function spamInTheOffice(soc: Soc, key: Stage["key"]): Promise<void> {
  const card = officeSpam([soc.object("DEMO-GRID-OFFICE")]);
  await soc.sends(
    "submits a card on spam in an office",
    card.nature,
    SubmitIncidentCardDocument,
    { submissionKey: key("office-card"), card },
    "CARD_SUBMITTED",
  );
}
