import { useMemo } from "react";
import { shownStateOf, type ShownDeliveryState } from "../../live/delivery.js";
import { useReading } from "../../session/reading.js";
import { OwnersNotReachedDocument } from "../../operations/generated.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Timeline } from "./timeline.js";

const NEWEST = 100;

/** Why owners do not know yet (R9.2), by the duty's id; read again when something happens, to the incidents of these duties at once. */
export function useNotReached(
  timeline: Timeline,
): ReadonlyMap<string, { readonly says: string; readonly isLate: boolean }> {
  const { wall } = useTexts();
  const owing = useMemo(() => timeline.duties.filter(({ kind }) => kind === "NOTIFY_OWNER"), [timeline]);
  const about = useMemo(() => [...new Set(owing.map(({ incident }) => incident?.number ?? ""))], [owing]);
  const reading = useReading(
    OwnersNotReachedDocument,
    { first: NEWEST },
    { about, isAboutAll: true, isWanted: about.length > 0 },
  );
  const nodes = reading.state === "READY" ? reading.data.deliveries.nodes : null;
  return useMemo(() => {
    const key = (number: string | undefined, code: string | null | undefined): string =>
      `${number ?? ""} ${code ?? ""}`;
    const states = new Map<string, ShownDeliveryState>(
      (nodes ?? []).map((delivery) => [key(delivery.incident?.number, delivery.object?.code), shownStateOf(delivery)]),
    );
    return new Map(
      owing.flatMap(({ id, incident, objectCode }) => {
        // An object that is not registered has no owner that the gateway could reach.
        const state = objectCode ? states.get(key(incident?.number, objectCode)) : "NO_ADDRESS";
        return state
          ? [[id, { says: wall.notReached[state], isLate: state !== "QUEUED" && state !== "ACCEPTED" }] as const]
          : [];
      }),
    );
  }, [nodes, owing, wall]);
}
