import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { Page } from "../../page/Page.js";
import { useDraft } from "../../forms/useDraft.js";
import type { AcceptedReport } from "./accepted.js";
import { useTexts } from "../../texts/TextsContext.js";
import { NO_REPORT } from "../../shared/incident-form/report-form.js";
import { reportAt } from "../../shared/incident-form/report-places.js";
import { Accepted } from "./Accepted.js";
import { ReportForm } from "./ReportForm.js";

/** R9.1: the SOC reports an incident that it has confirmed. */
export function Report() {
  const { subject, notification } = reportAt(new URLSearchParams(useSearch()));
  return <OneReport key={subject} notification={notification} subject={subject} />;
}

/** What a notification led to, and what was confirmed while another report was begun, is a report of its own. */
function OneReport({ subject, notification }: ReturnType<typeof reportAt>) {
  const { report } = useTexts();
  const [, go] = useLocation();
  const [begun] = useState(() => (notification === "" ? NO_REPORT : { ...NO_REPORT, notificationIds: [notification] }));
  const [draft, state] = useDraft("report", subject, begun);
  const [accepted, setAccepted] = useState<AcceptedReport | null>(null);
  return (
    <Page title={accepted ? report.accepted.title : report.title}>
      {accepted ? (
        <Accepted
          answer={accepted}
          onAnother={() => {
            setAccepted(null);
            go("/report");
          }}
        />
      ) : (
        state.isOpen && <ReportForm draft={draft} onAccepted={setAccepted} state={state} />
      )}
    </Page>
  );
}
