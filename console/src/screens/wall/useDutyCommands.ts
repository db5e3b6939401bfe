import { useCommands } from "../../keyboard/commands.js";
import type { Obligation } from "../../live/state.js";
import { copyText } from "../../parts/Numbers.js";
import { useMay, useSession } from "../../session/SessionContext.js";
import { numberOf } from "../../shared/duties/words.js";
import type { useTaking } from "../../shared/incidents/useTaking.js";
import type { SteadyRow } from "../../shared/lists/steady-rows.js";
import { useTexts } from "../../texts/TextsContext.js";

/** What can be done by key with the duty that the focus is on, or was on last. */
export function useDutyCommands(
  current: SteadyRow<Obligation> | undefined,
  {
    taking,
    showNew,
    onWaive,
  }: {
    readonly taking: ReturnType<typeof useTaking>;
    readonly showNew: () => void;
    readonly onWaive: (obligation: Obligation) => void;
  },
): void {
  const { wall, shell } = useTexts();
  const { alarms } = useSession();
  const mayTake = useMay("take");
  const mayWaive = useMay("waive");
  const incident = current?.row.incident ?? null;
  const isMine = incident?.takenBy?.isMine ?? false;
  useCommands([
    {
      id: "take",
      says: incident && mayTake && !isMine ? wall.acts.takeNumber(incident.number) : wall.acts.acknowledge,
      group: "here",
      keys: "KeyA",
      // Whoever takes an incident in hand has heard the alarms about it, and not yet those about others.
      run: () => {
        const taken = incident && mayTake && !isMine ? incident : null;
        alarms.acknowledge(taken ?? undefined);
        if (taken) void taking.take(taken);
      },
    },
    ...(incident && mayTake && isMine
      ? [
          {
            id: "release",
            says: wall.acts.release(incident.number),
            group: "here" as const,
            run: () => void taking.release(incident),
          },
        ]
      : []),
    { id: "show new", says: shell.keyboard.showNew, group: "lists", keys: "Period", run: showNew },
    ...(current
      ? [
          {
            id: "copy",
            says: shell.keyboard.copyNumber,
            group: "lists" as const,
            keys: "KeyC",
            run: () => void copyText(numberOf(current.row)),
          },
        ]
      : []),
    ...(current && mayWaive && !current.isGone
      ? [{ id: "waive", says: wall.acts.waive, group: "here" as const, keys: "KeyW", run: () => onWaive(current.row) }]
      : []),
  ]);
}
