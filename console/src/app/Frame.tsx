import { Suspense } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useIdleLock } from "../session/idle.js";
import { may } from "../person/person.js";
import { usePerson } from "../session/SessionContext.js";
import { useTexts } from "../texts/TextsContext.js";
import styles from "./App.module.css";
import { Banners } from "./Banners.js";
import { FrameDialogs } from "./dialogs/FrameDialogs.js";
import { openDialog } from "./dialogs/open-dialog.js";
import { Header } from "./header/Header.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { useCommands } from "../keyboard/commands.js";
import { useKeyboard } from "../keyboard/useKeyboard.js";
import { AlarmBarElsewhere, AlarmWatch, isCentre, PrintedCard } from "./routes.js";
import { Screens } from "./Screens.js";
import { sectionsOf } from "../page/sections.js";

/** The page of whoever is signed in. */
export function Frame() {
  const { shell } = useTexts();
  useIdleLock();
  useKeyboard();
  useFrameCommands();
  const hasAlarms = isCentre(usePerson());
  return (
    <>
      <FrameDialogs />
      <Switch>
        <Route path="/print/incidents/:number">
          <Suspense>
            <PrintedCard />
          </Suspense>
        </Route>
        <Route>
          <a href="#content" className={styles.skip}>
            {shell.skipToContent}
          </a>
          <Header />
          <Banners />
          <main id="content" tabIndex={-1} className={styles.content}>
            {hasAlarms && (
              <ErrorBoundary>
                <Suspense>
                  <AlarmBarElsewhere />
                </Suspense>
              </ErrorBoundary>
            )}
            <Screens />
          </main>
        </Route>
      </Switch>
      {hasAlarms && (
        <ErrorBoundary>
          <Suspense>
            <AlarmWatch />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** What can be done everywhere. */
function useFrameCommands(): void {
  const { shell } = useTexts();
  const person = usePerson();
  const [, go] = useLocation();
  const leadsTo = (id: string, says: string, path: string, keys?: string) => ({
    id: `go ${id}`,
    says: shell.keyboard.goTo(says),
    group: "everywhere" as const,
    ...(keys ? { keys } : {}),
    run: () => go(path),
  });
  useCommands([
    {
      id: "palette",
      says: shell.keyboard.palette,
      group: "everywhere",
      keys: "Ctrl+KeyK",
      isHidden: true,
      run: () => openDialog("PALETTE"),
    },
    { id: "keys", says: shell.keyboard.title, group: "everywhere", keys: "Shift+Slash", run: () => openDialog("KEYS") },
    ...sectionsOf(person).map(({ id, path, key }) => leadsTo(id, shell.sections[id], path, `KeyG ${key}`)),
    ...(may(person, "report") ? [leadsTo("report", shell.sections.report, "/report", "KeyN")] : []),
    ...(may(person, "notify") ? [leadsTo("notify", shell.sections.notify, "/notify")] : []),
    leadsTo("settings", shell.sections.settings, "/settings"),
    leadsTo("help", shell.sections.help, "/help"),
    { id: "receipt", says: shell.receipt.find, group: "everywhere", run: () => openDialog("RECEIPT") },
    { id: "sign out", says: shell.person.signOut, group: "everywhere", run: () => openDialog("SIGN_OUT") },
    { id: "end token", says: shell.person.endToken, group: "everywhere", run: () => openDialog("END_TOKEN") },
  ]);
}
