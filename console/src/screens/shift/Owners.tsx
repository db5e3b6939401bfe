import { useState } from "react";
import { useReading } from "../../session/reading.js";
import type { Obligation } from "../../live/state.js";
import { type OwnerDutyFragment, OwnersToTellDocument, type OwnersToTellQuery } from "../../operations/generated.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { OwnerDelivery } from "../../shared/incident-form/owners.js";
import { TellOwner } from "../../shared/incident-form/TellOwner.js";
import tell from "../../shared/incident-form/TellOwner.module.css";

type Known = OwnersToTellQuery["obligations"]["nodes"][number];

/** R9.2: owners who still have to be told, with whom to call and what to say. */
export function Owners({ owed }: { readonly owed: readonly Obligation[] }) {
  const { report } = useTexts();
  const incidents = [
    ...new Map(owed.flatMap(({ incident }) => (incident ? [[incident.id, incident.number]] : []))).entries(),
  ];
  const reading = useReading(
    OwnersToTellDocument,
    { incidents: incidents.map(([id]) => id) },
    { about: incidents.map(([, number]) => number), isWanted: incidents.length > 0 },
  );
  const known = useLast(reading.state === "READY" ? reading.data.obligations.nodes : null);
  const byId = new Map(known.map((duty) => [duty.id, duty]));
  return (
    <Panel isFlush note={report.shift.ownersNote} title={report.shift.owners}>
      {owed.length === 0 ? (
        <Empty title={report.shift.noOwners}>{report.shift.noOwnersWhy}</Empty>
      ) : (
        <ul className={tell.duties}>
          {owed.map((duty) => {
            const { object, deliveries } = contactsOf(duty, byId.get(duty.id));
            return (
              duty.incident && (
                <TellOwner deliveries={deliveries} duty={object} incident={duty.incident} key={duty.id} />
              )
            );
          })}
        </ul>
      )}
      {reading.state === "REFUSED" && (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      )}
    </Panel>
  );
}

/** What is known of whom a duty is toward; until it was read, the duty alone. */
function contactsOf(
  duty: Obligation,
  known: Known | undefined,
): { readonly object: OwnerDutyFragment; readonly deliveries: readonly OwnerDelivery[] | null } {
  return {
    object: { ...duty, metBy: known?.metBy ?? null, object: known?.object ?? null },
    deliveries: known?.incident?.deliveries ?? null,
  };
}

/** What was read last: while it is read anew for one incident more, the others keep what is known of them. */
function useLast(read: readonly Known[] | null): readonly Known[] {
  const [last, setLast] = useState<readonly Known[]>([]);
  if (read && read !== last) setLast(read);
  return read ?? last;
}
