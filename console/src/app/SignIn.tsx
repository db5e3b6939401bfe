import { useEffect } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { LanguageSwitch } from "./header/LanguageSwitch.js";
import { Logo } from "./header/Logo.js";
import type { Entrance, Problem } from "../sign-in/entrance.js";
import styles from "./SignIn.module.css";
import { TokenForm } from "../sign-in/TokenForm.js";

/** The page of whoever is not signed in. */
export function SignIn({ entrance, problem }: { readonly entrance: Entrance; readonly problem: Problem | null }) {
  const { shell } = useTexts();
  useEffect(() => {
    document.title = shell.title(shell.signIn.title, 0);
  }, [shell]);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header>
          <Logo />
          <LanguageSwitch />
        </header>
        <h1>{shell.signIn.title}</h1>
        <TokenForm signIn={(secret) => entrance.signIn(secret)} problem={problem} />
      </div>
    </main>
  );
}
