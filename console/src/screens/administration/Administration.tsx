import { Page } from "../../app/Page.js";
import { useTexts } from "../../texts/TextsContext.js";

export function Administration() {
  const { shell } = useTexts();
  return <Page title={shell.sections.administration} />;
}
