import { Suspense } from "react";
import { Route, Switch, useLocation } from "wouter";
import { usePerson } from "../session/SessionContext.js";
import { useTexts } from "../texts/TextsContext.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { Page } from "../page/Page.js";
import { placeOf, SCREENS } from "./routes.js";
import styles from "./App.module.css";
import { Trouble } from "../page/Trouble.js";

/** The screen of the address, if there is one and it is for this person. */
export function Screens() {
  const person = usePerson();
  const [path] = useLocation();
  const { shell } = useTexts();
  return (
    <ErrorBoundary key={placeOf(path)}>
      <Suspense fallback={<p className={styles.loading}>{shell.states.loading}</p>}>
        <Switch>
          {SCREENS.filter(({ isFor }) => isFor?.(person) ?? true).map(({ path: its, Component }) => (
            <Route key={its} path={its} component={Component} />
          ))}
          {SCREENS.map(({ path: its }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two have one address; their order never changes
            <Route key={`${its} ${index}`} path={its} component={NotForYou} />
          ))}
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function NotForYou() {
  const { shell, words } = useTexts();
  const { roles } = usePerson();
  return (
    <Page title={shell.errors.notForYouTitle}>
      <Trouble
        says={
          roles.length === 0
            ? shell.signIn.noRoles
            : shell.errors.notForYou(roles.map((role) => words.roles[role]).join(", "))
        }
      />
    </Page>
  );
}

function NotFound() {
  const { shell } = useTexts();
  return (
    <Page title={shell.errors.notFoundTitle}>
      <Trouble says={shell.errors.notFound} />
    </Page>
  );
}
