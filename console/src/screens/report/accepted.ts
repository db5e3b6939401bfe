import type { SendReportMutation } from "../../operations/generated.js";

/** The gateway's acceptance of a report. */
export type AcceptedReport = Extract<SendReportMutation["reportIncident"], { __typename: "ReportAccepted" }>;
