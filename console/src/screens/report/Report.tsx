import { useState } from "react";
import { Page } from "../../app/Page.js";
import { useDraft } from "../../drafts/useDraft.js";
import type { AcceptedReport } from "./accepted.js";
import { useTexts } from "../../texts/TextsContext.js";
import { NO_REPORT } from "../incident-form/report-form.js";
import { Accepted } from "./Accepted.js";
import { ReportForm } from "./ReportForm.js";

/** R9.1: the SOC reports an incident that it has confirmed. */
export function Report() {
  const { report } = useTexts();
  const [draft, state] = useDraft("report", "", NO_REPORT);
  const [accepted, setAccepted] = useState<AcceptedReport | null>(null);
  return (
    <Page title={accepted ? report.accepted.title : report.title}>
      {accepted ? (
        <Accepted answer={accepted} onAnother={() => setAccepted(null)} />
      ) : (
        state.isOpen && <ReportForm draft={draft} onAccepted={setAccepted} state={state} />
      )}
    </Page>
  );
}
