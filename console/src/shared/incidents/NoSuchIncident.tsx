import { Link } from "wouter";
import { Page } from "../../page/Page.js";
import { Trouble } from "../../page/Trouble.js";
import { useTexts } from "../../texts/TextsContext.js";

/** What does not exist, and what is not the person's to see: nobody can tell one from the other. */
export function NoSuchIncident() {
  const { dossier, shell } = useTexts();
  return (
    <Page crumbs={<Link href="/incidents">{dossier.crumbs}</Link>} title={shell.errors.notFoundTitle}>
      <Trouble says={shell.errors.notFound} />
    </Page>
  );
}
