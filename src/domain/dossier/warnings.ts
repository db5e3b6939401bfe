import type { Instant } from "../instant.js";
import { isOpen, isSame, lateness, type Cause, type Obligation } from "../obligations.js";
import type { Warning } from "../verdict.js";
import { say } from "../wording/wording.js";
import { isAbout } from "./links.js";
import type { Dossier, Statement, Terms } from "./statement.js";

/** L4: a confirmation that does not count is kept on the card, moves nothing, and is warned about. */
export function laterConfirmation(
  before: Dossier | null,
  { runsFrom }: Dossier,
  { said, confirmedAt, confirmedAtPath }: Statement,
): Warning[] {
  // Where no deadline runs by either, L15 says so.
  if (before === null || said === "CORRECTION" || confirmedAt === undefined || runsFrom === null) return [];
  const counted = before.runsFrom ?? runsFrom;
  if (confirmedAt === counted || (!before.isCorrected && confirmedAt < counted)) return [];
  const about = { declared: confirmedAt, counted };
  const says = before.isCorrected ? say("confirmationCorrected", about) : say("confirmationLater", about);
  return [{ rule: "L4", path: confirmedAtPath ?? [], says }];
}

/** L15: the confirmation is before the terms were in force: it opens and moves nothing; what was declared under them may. */
export function beforeInForce(
  { confirmedAt, runsFrom }: Dossier,
  statement: Statement,
  { inForceFrom }: Terms,
): Warning[] {
  if (statement.confirmedAt === undefined || confirmedAt >= inForceFrom) return [];
  const says =
    runsFrom === null
      ? say("confirmedBeforeForce", { confirmedAt, inForceFrom })
      : say("declaredUnderForce", { confirmedAt, inForceFrom, runsFrom });
  return [{ rule: "L15", path: statement.confirmedAtPath ?? [], says }];
}

/** L3: the confirmation that counts, declared by an earlier statement, is before the occurrence that this card names. */
export function beforeOccurrence(
  { confirmedAt: counted, runsFrom, occurredAt }: Dossier,
  statement: Statement,
): Warning[] {
  const confirmedAt = runsFrom ?? counted;
  if (statement.occurredAt === undefined || occurredAt === null || confirmedAt >= occurredAt) return [];
  return [
    { rule: "L3", path: ["card", "occurredAt"], says: say("countedBeforeOccurrence", { confirmedAt, occurredAt }) },
  ];
}

/** L8, L22: what came by another way, or what the owner was told, before the confirmation, and so before the terms, counts and is doubtful. */
export function beforeConfirmation(
  { runsFrom }: Dossier,
  { otherwise, owner }: Statement,
  { inForceFrom }: Terms,
): Warning[] {
  const confirmedAt = runsFrom ?? inForceFrom;
  if (owner?.means === "SOC_STATEMENT" && runsFrom !== null && owner.notifiedAt < runsFrom) {
    const { notifiedAt } = owner;
    return [
      {
        rule: "L8",
        path: ["notifiedAt"],
        says: say("notifiedBeforeConfirmation", { notifiedAt, confirmedAt: runsFrom }),
      },
    ];
  }
  if (!otherwise || otherwise.at >= confirmedAt) return [];
  const says = say("receivedBeforeConfirmation", { receivedAt: otherwise.at, confirmedAt });
  return [{ rule: "L22", path: ["receivedAt"], says }];
}

/** L2: each duty that a statement received at `now` reopens, meets late, makes overdue or makes later, waived or not. */
export function late(
  before: readonly Obligation[],
  judged: readonly Obligation[],
  now: Instant,
  statement?: Statement,
  cause: Cause = causeOf(statement),
): Warning[] {
  return judged.flatMap((duty) => {
    if (duty.isVoid) return [];
    // What was void never was.
    const known = before.find((one) => isSame(one, duty) && !one.isVoid);
    const says = whatIsLate(known, duty, now, cause);
    const { rule, objectId } = duty;
    return says ? [{ rule, path: placeOf(duty, statement), says, ...(objectId === null ? {} : { objectId }) }] : [];
  });
}

function causeOf(statement: Statement | undefined): Cause {
  if (statement === undefined) return "TAKEN_BACK";
  if (statement.said === "CORRECTION") return "CORRECTION";
  return statement.said === "OBJECT_LINKED" ? "LINK" : "TIMES";
}

function whatIsLate(known: Obligation | undefined, duty: Obligation, now: Instant, cause: Cause) {
  const { dueAt } = duty;
  const about = { dueAt, late: lateness(duty, now), object: shortened(duty.objectDescription) };
  const isLater = about.late > (known ? lateness(known, now) : 0);
  if (isOpen(duty)) {
    const isReopened = known !== undefined && !isOpen(known);
    if (about.late > 0) return isReopened || isLater ? say("overdueNow", about) : null;
    return isReopened ? say("noLongerMet", { dueAt, object: about.object }) : null;
  }
  const wasMet = (known?.dischargedAt ?? null) !== null;
  // By what the national centre says of it, or takes back, nothing arrives.
  const isMoved = cause !== "TIMES";
  if (about.late > 0 && duty.dischargedAt !== null && !wasMet && duty.waivedAt === null) {
    if (!isMoved) return say("acceptedLate", about);
    // It was overdue already: by this it is met, and no later than it was.
    if (known && isOpen(known) && !isLater) return say("metLate", about);
  }
  return isLater ? say("madeLate", { ...about, cause }) : null;
}

/** As much of a description as a sentence takes. */
function shortened(description: string | null): string | null {
  const characters = Array.from(description ?? "");
  return characters.length > 80 ? `${characters.slice(0, 80).join("")}…` : description;
}

/** R9.2: where the statement names the object; every other duty is about the whole of it. */
function placeOf(duty: Obligation, statement: Statement | undefined): string[] {
  const place = statement?.objects?.findIndex((one) => isAbout(duty, one));
  if (place === undefined || place < 0) return [];
  return [...(statement?.confirmedAtPath ?? []).slice(0, -1), "affectedObjects", String(place)];
}
