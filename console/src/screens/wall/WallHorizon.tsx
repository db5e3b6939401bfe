import { useMemo } from "react";
import { useNowFor, useShownNow } from "../../session/now.js";
import { COLUMNS } from "../../live/standing.js";
import { Horizon } from "../../parts/Horizon.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { MINUTE } from "../../time/almaty.js";
import { bucketsOf } from "./horizon-marks.js";
import { countsAt, type Timeline } from "./timeline.js";
import { useIsNarrow } from "./useIsNarrow.js";
import type { WallView } from "./wall-view.js";

/** Marks move this often (milliseconds), and whenever one passes into another column. */
const DRAWN_EVERY = MINUTE / 6;

/** The horizon of the open duties; its heads pick what the list shows. */
export function WallHorizon({
  timeline,
  view,
  change,
}: {
  readonly timeline: Timeline;
  readonly view: WallView;
  readonly change: (changes: Partial<WallView>) => void;
}) {
  const texts = useTexts();
  const language = useLanguage();
  const shownNow = useShownNow();
  const isNarrow = useIsNarrow();
  const drawn = useNowFor(
    useMemo(() => (now: number) => `${countsAt(timeline, now)} ${Math.floor(now / DRAWN_EVERY)}`, [timeline]),
  );
  const buckets = useMemo(
    () => bucketsOf(timeline, shownNow(), texts, language),
    // oxlint-disable-next-line react/exhaustive-deps -- `drawn` says when the time has moved on far enough
    [timeline, texts, language, shownNow, drawn],
  );
  return (
    <div data-part="horizon">
      <Horizon
        buckets={buckets}
        isCompact={isNarrow}
        onPick={({ key }) => {
          const column = COLUMNS.find((one) => one === key) ?? null;
          change({ column: column === view.column ? null : column });
        }}
        picked={view.column}
      />
    </div>
  );
}
