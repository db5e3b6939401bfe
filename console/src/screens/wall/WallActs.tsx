import { useState } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { Button } from "../../parts/Button.js";
import { usePreferences } from "../../person/preferences.js";
import { useTexts } from "../../texts/TextsContext.js";
import { sounds } from "./sounds.js";
import type { WallView } from "./wall-view.js";
import styles from "./WallActs.module.css";

/** How the wall calls for attention: a sound to try, alarms on the desktop, the view for a wall of monitors. */
export function WallActs({ change }: { readonly change: (changes: Partial<WallView>) => void }) {
  const { wall, shell } = useTexts();
  const { hasSound } = usePreferences();
  const [permission, setPermission] = useState(() => ("Notification" in window ? Notification.permission : "denied"));
  const [isAsked, ask] = useState(false);
  const test = (): void => {
    sounds.unlock();
    sounds.play("LAPSED");
  };
  const allow = (): void => {
    ask(true);
    void Notification.requestPermission().then(setPermission);
  };
  const acts = [
    { id: "monitor", says: wall.acts.wallMode, run: () => change({ isWall: true }) },
    ...(hasSound ? [{ id: "try sound", says: shell.sound.test, run: test }] : []),
    ...(permission === "default" ? [{ id: "desktop alarms", says: wall.alarm.system, run: allow }] : []),
  ];
  useCommands(acts.map((act) => ({ ...act, group: "here" })));
  return (
    <div className={styles.acts}>
      {acts.map(({ id, says, run }) => (
        <Button isSmall key={id} kind="quiet" onPress={run}>
          {says}
        </Button>
      ))}
      {isAsked && permission === "denied" && <p role="status">{wall.alarm.systemRefused}</p>}
    </div>
  );
}
