import { Page } from "../../app/Page.js";
import { useTexts } from "../../texts/TextsContext.js";

export function Notifications() {
  const { shell } = useTexts();
  return <Page title={shell.sections.notifications} />;
}
