import { useEffect, useMemo, useState } from "react";
import { useReading } from "../../session/reading.js";
import { type NotificationPreviewInput, RecipientsPreviewDocument } from "../../operations/generated.js";
import { DataTable } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { reasonInShort } from "../../shared/notifications/reasons.js";
import styles from "./Notify.module.css";

const NOBODY: NotificationPreviewInput = { to: {} };
/** Milliseconds. */
const SETTLES_AFTER = 300;

/** The SOCs that the notification would reach, and why; nothing is sent. */
export function Preview({ input }: { readonly input: NotificationPreviewInput | null }) {
  const texts = useTexts();
  const { notify } = texts;
  const asked = useSettled(input);
  const reading = useReading(RecipientsPreviewDocument, { input: asked ?? NOBODY }, { isWanted: asked !== null });
  const found = asked !== null && reading.state === "READY" ? reading.data.notificationPreview : null;
  return (
    <Panel
      isFlush
      note={found ? `${notify.reaches(found.length)} · ${notify.previewNote}` : notify.previewNote}
      title={notify.preview}
    >
      {asked === null && <Empty title={notify.previewEmpty}>{notify.previewEmptyWhy}</Empty>}
      {asked !== null && reading.state === "LOADING" && <Loading rows={3} />}
      {asked !== null && reading.state === "REFUSED" && (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      )}
      {found?.length === 0 && <Empty title={notify.reachesNobody}>{notify.reachesNobodyWhy}</Empty>}
      {found && found.length > 0 && (
        <DataTable
          columns={[
            {
              key: "soc",
              name: notify.soc,
              cell: ({ soc }) => (
                <span className={styles.soc}>
                  <b>{soc?.code}</b> <span className={styles.second}>{soc?.name}</span>
                </span>
              ),
            },
            {
              key: "why",
              name: notify.why,
              cell: ({ reasons }) => reasons.map((reason) => reasonInShort(reason, texts)).join("; "),
            },
          ]}
          label={notify.preview}
          rowKey={({ soc }) => soc?.id ?? ""}
          rows={found}
        />
      )}
    </Panel>
  );
}

/** What was given once it has not changed for a moment: a preview is not asked for each letter. */
function useSettled(input: NotificationPreviewInput | null): NotificationPreviewInput | null {
  // It is made anew with each drawing: as a text it tells whether it is another.
  const written = JSON.stringify(input);
  const [settled, settle] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => settle(written), SETTLES_AFTER);
    return () => clearTimeout(timer);
  }, [written]);
  return useMemo(() => JSON.parse(settled) as NotificationPreviewInput | null, [settled]);
}
