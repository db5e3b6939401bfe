import { Page } from "../../page/Page.js";
import { Trouble } from "../../page/Trouble.js";
import { useTexts } from "../../texts/TextsContext.js";

/** What does not exist, and what is not the person's to see: nobody can tell one from the other. */
export function NoSuchIncident() {
  const { shell } = useTexts();
  return (
    <Page title={shell.errors.notFoundTitle}>
      <Trouble says={shell.errors.notFound} />
    </Page>
  );
}
