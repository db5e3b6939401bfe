import { ReportIncidentDocument, type IncidentType, type Severity } from "../schema/operations.generated.js";
import { HOUR, MINUTE } from "../src/domain/instant.js";
import { ago } from "./cards.js";
import type { Cast, Stage } from "./morning.js";
import type { Soc } from "./soc.js";

/** What is reported now and left as it is: duties that are over, and others that soon will be. */
interface Left {
  readonly soc: Soc;
  readonly key: string;
  readonly what: string;
  /** Milliseconds since it was confirmed. */
  readonly since: number;
  readonly type: IncidentType;
  readonly severity: Severity;
  readonly object: string;
  readonly summary: string;
}

/** Reports that nobody goes on with: whoever opens the console next finds a card overdue, and an owner and a level due soon. */
export async function playNight({ health, water, government }: Cast, { screen, mail, key }: Stage): Promise<void> {
  await screen.scene("What a bad night left: a card overdue, an owner and a level due soon (R9.2, R9.3, RA.1)");
  const left: readonly Left[] = [
    {
      soc: health,
      key: "night-card",
      what: "reports what it confirmed 74 hours ago, and sends no card",
      since: 74 * HOUR,
      type: "VIRUS_ATTACK",
      severity: "MEDIUM",
      object: "DEMO-CLINIC-RECORDS",
      summary: "На трёх рабочих местах регистратуры найдена вредоносная программа, рабочие места отключены.",
    },
    {
      soc: government,
      key: "night-level",
      what: "reports what it confirmed 47 hours and 35 minutes ago, whose level it has not reviewed yet",
      since: 47 * HOUR + 35 * MINUTE,
      type: "DENIAL_OF_SERVICE",
      severity: "UNDETERMINED",
      object: "DEMO-PORTAL-WEB",
      summary: "Порталға сұраулар күрт көбейді, беттер баяу ашылады; ықпалы әлі анықталған жоқ.",
    },
    {
      soc: water,
      key: "night-owner",
      what: "reports what it confirmed 8 minutes ago, and has not reached the owner, who has no address",
      since: 8 * MINUTE,
      type: "UNAUTHORIZED_ACCESS",
      severity: "HIGH",
      object: "DEMO-CANAL-PUMPS",
      summary: "Somebody signed in to the pumping stations' remote access with a contractor's account.",
    },
  ];
  for (const { soc, key: name, what, since, object, ...rest } of left) {
    const { incident } = await soc.sends(
      what,
      rest.summary,
      ReportIncidentDocument,
      {
        submissionKey: key(name),
        confirmedAt: ago(since),
        affectedObjects: [soc.object(object)],
        type: rest.type,
        severity: rest.severity,
        summary: rest.summary,
      },
      "REPORTED",
    );
    await mail.about(incident, "in brief");
  }
  screen.note(
    "They stay open. Look at the wall of the console, with the token of the centre, and at each SOC's shift.",
  );
}
