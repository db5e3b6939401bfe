import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Entrance } from "../sign-in/entrance.js";
import { EntranceContext } from "../sign-in/EntranceContext.js";
import { prefer, usePreferences } from "../person/preferences.js";
import type { Session } from "../session/session.js";
import { SessionProvider } from "../session/SessionContext.js";
import { SignIn } from "./SignIn.js";
import { useStore } from "../store.js";
import { loadTexts } from "../texts/texts.js";
import { type CurrentTexts, TextsProvider, useLanguage, useTexts } from "../texts/TextsContext.js";
import styles from "./App.module.css";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { Frame } from "./Frame.js";

/** The console: its language, its colours, and whoever is signed in. */
export function App({ entrance, first }: { readonly entrance: Entrance; readonly first: CurrentTexts }) {
  const current = useCurrentTexts(first);
  const { theme } = usePreferences();
  const state = useStore(entrance.state, (all) => all);
  useEffect(() => {
    document.documentElement.lang = current.language;
  }, [current]);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  useEffect(() => void entrance.comeBack(), [entrance]);
  return (
    <TextsProvider current={current}>
      <EntranceContext value={entrance}>
        {state.kind === "SIGNED_IN" ? (
          <SignedIn key={state.session.state.get().person.id} session={state.session} />
        ) : state.kind === "SIGNED_OUT" ? (
          <SignIn entrance={entrance} problem={state.problem} />
        ) : (
          <Returning isUnreachable={state.problem !== null} />
        )}
      </EntranceContext>
    </TextsProvider>
  );
}

function SignedIn({ session }: { readonly session: Session }) {
  const language = useLanguage();
  const spoken = useRef(language);
  useEffect(() => {
    // The gateway's own sentences are to come in the language of the page.
    if (spoken.current === language) return;
    spoken.current = language;
    session.live.restart();
    session.readings.invalidate("EVERYTHING");
  }, [session, language]);
  return (
    <SessionProvider session={session}>
      <QueryClientProvider client={session.readings.queries}>
        <ErrorBoundary>
          <Frame />
        </ErrorBoundary>
      </QueryClientProvider>
    </SessionProvider>
  );
}

function Returning({ isUnreachable }: { readonly isUnreachable: boolean }) {
  const { shell } = useTexts();
  return (
    <p role="status" className={styles.returning}>
      {isUnreachable ? shell.errors.unreachable : shell.signIn.checking}
    </p>
  );
}

/** The texts of the chosen language; until they have come those of the one before. */
function useCurrentTexts(first: CurrentTexts): CurrentTexts {
  const { language } = usePreferences();
  const [current, setCurrent] = useState(first);
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const texts = await loadTexts(language);
      if (isWanted) setCurrent({ language, texts });
    };
    if (language !== current.language)
      load().catch(() => {
        // They cannot be fetched now: what is chosen is what is shown.
        if (isWanted) prefer({ language: current.language });
      });
    return () => {
      isWanted = false;
    };
  }, [language, current.language]);
  return current;
}
