import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { Page } from "../../page/Page.js";
import { useDraft } from "../../forms/useDraft.js";
import type { AcceptedReport } from "./accepted.js";
import { useTexts } from "../../texts/TextsContext.js";
import { NO_REPORT } from "../../shared/incident-form/report-form.js";
import { Accepted } from "./Accepted.js";
import { ReportForm } from "./ReportForm.js";

/** R9.1: the SOC reports an incident that it has confirmed. */
export function Report() {
  const notification = new URLSearchParams(useSearch()).get("answers") ?? "";
  return <OneReport key={notification} notification={notification} />;
}

/** What a notification led to is a report of its own: it must not answer by a report that was begun about something else. */
function OneReport({ notification }: { readonly notification: string }) {
  const { report } = useTexts();
  const [, go] = useLocation();
  const [begun] = useState(() => (notification === "" ? NO_REPORT : { ...NO_REPORT, notificationIds: [notification] }));
  const [draft, state] = useDraft("report", notification, begun);
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
