/** What the subject of a report's draft begins with that was begun while another was; the moment follows. */
const BESIDE = "beside ";

/** Whether a draft is of a report that answers no notification. */
export const isUnsolicited = (subject: string): boolean => subject === "" || subject.startsWith(BESIDE);

/** The subject of the draft of a report at an address: empty for the first, else what it answers, or when it was begun beside another. */
export function reportAt(query: URLSearchParams): { readonly subject: string; readonly notification: string } {
  const notification = query.get("answers") ?? "";
  const beside = query.get("beside");
  return { subject: notification === "" && beside !== null ? `${BESIDE}${beside}` : notification, notification };
}

/** The address of a report that is begun while another is, at that moment of the gateway's clock in milliseconds. */
export const besidePath = (now: number): string => `/report?beside=${Math.floor(now)}`;

/** Where a draft of a report goes on. */
export function reportPath(subject: string): string {
  if (subject === "") return "/report";
  return subject.startsWith(BESIDE) ? `/report?beside=${subject.slice(BESIDE.length)}` : `/report?answers=${subject}`;
}
