import { useMemo, useState } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { Page } from "../../page/Page.js";
import { useNowFor } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import type { Obligation } from "../../live/state.js";
import { classes } from "../../parts/classes.js";
import { Loading } from "../../parts/States.js";
import { useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { AlarmBar } from "./AlarmBar.js";
import { Announcer } from "./Announcer.js";
import { AttentionPanel } from "./AttentionPanel.js";
import { FeedPanel } from "./FeedPanel.js";
import { LargeFact } from "./LargeFact.js";
import { overdueIn } from "./timeline.js";
import { useBadge } from "./useBadge.js";
import { useMonitor } from "./useMonitor.js";
import { useTimeline } from "./useTimeline.js";
import { useWallView, WALL_PARTS, type WallPart, type WallView } from "./wall-view.js";
import { WaiveDialog } from "../../shared/duties/WaiveDialog.js";
import { WallHorizon } from "./WallHorizon.js";
import styles from "./Wall.module.css";

/** The centre's wall: what is late, what ends next, what has come. It is one place for eyes and needs no press of a key. */
export function Wall() {
  const { wall } = useTexts();
  const isReady = useLive(({ isReady: is }) => is);
  const [view, change] = useWallView();
  const timeline = useTimeline(view.socs);
  const { alarms: kept } = useSession();
  const alarms = useStore(kept.waiting, (all) => all);
  const [waived, waive] = useState<Obligation | null>(null);
  useBadge(useNowFor(useMemo(() => (now: number) => overdueIn(timeline, now), [timeline])));
  useMonitor(view.isWall);
  useWallCommands(view, change);
  const shows = (part: WallPart): boolean => view.part === null || view.part === part;
  return (
    <Page isUntitled title={wall.title}>
      <Announcer />
      <div className={classes(styles.wall, view.part && styles[view.part])}>
        <AlarmBar />
        {isReady ? (
          <>
            {shows("horizon") && <WallHorizon change={change} timeline={timeline} view={view} />}
            <div className={styles.columns}>
              {shows("list") && <AttentionPanel change={change} onWaive={waive} timeline={timeline} view={view} />}
              {shows("feed") && <FeedPanel socs={view.socs} />}
            </div>
          </>
        ) : (
          <Loading rows={8} />
        )}
      </div>
      {view.isWall && <LargeFact alarms={alarms} />}
      {waived && <WaiveDialog obligation={waived} onClose={() => waive(null)} />}
    </Page>
  );
}

function useWallCommands(view: WallView, change: (changes: Partial<WallView>) => void): void {
  const { wall, parts } = useTexts();
  const names: Readonly<Record<WallPart, string>> = {
    horizon: parts.horizon.label,
    list: wall.attention.title,
    feed: wall.feed.title,
  };
  useCommands([
    ...WALL_PARTS.map((part, at) => ({
      id: `part ${part}`,
      says: wall.acts.part(names[part]),
      group: "here" as const,
      keys: `Alt+Digit${at + 1}`,
      isHidden: true,
      run: () => focusPart(part),
    })),
    ...(view.isWall
      ? [
          {
            id: "leave monitor",
            says: wall.acts.leaveWallMode,
            group: "here" as const,
            keys: "Escape",
            run: () => change({ isWall: false }),
          },
        ]
      : []),
  ]);
}

/** To the first thing in a part that can be pressed. */
function focusPart(part: WallPart): void {
  document.querySelector<HTMLElement>(`[data-part="${part}"] :is(a[tabindex="0"], a:not([tabindex]), button)`)?.focus();
}
