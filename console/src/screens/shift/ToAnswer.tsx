import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import type { Notification, Obligation } from "../../live/state.js";
import { Clock } from "../../parts/Clock.js";
import { DataTable } from "../../parts/DataTable.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { Empty } from "../../parts/States.js";
import type { RowProps } from "../../parts/useRows.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Shift.module.css";

const placeOf = ({ notification }: Obligation): string => `/notifications/${notification?.number ?? ""}`;

/** Notifications of the centre that wait for the SOC's answer, the next end first. */
export function ToAnswer({
  duties,
  walk,
}: {
  readonly duties: readonly Obligation[];
  readonly walk: (id: string) => RowProps;
}) {
  const { report, words } = useTexts();
  const now = useNow();
  const { party } = usePerson();
  const dueSoon = useLive((state) => state.dueSoon);
  const notifications = useLive((state) => state.notifications);
  const isAcknowledged = (notification: Notification): boolean =>
    notification.recipients.some(({ soc, acknowledgedAt }) => soc?.id === party.id && acknowledgedAt !== null);
  return (
    <Panel isFlush note={duties.length > 0 && duties.length} title={report.shift.notifications}>
      {duties.length === 0 ? (
        <Empty title={report.shift.noNotifications}>{report.shift.noNotificationsWhy}</Empty>
      ) : (
        <DataTable
          columns={[
            {
              key: "notification",
              name: words.notification,
              cell: ({ notification: told }) => {
                const known = told && notifications.get(told.id);
                return (
                  <span className={styles.what}>
                    <Number number={told?.number ?? ""} />
                    <span className={styles.second}>
                      {told && words.subjects[told.subject]}
                      {known && ` · ${isAcknowledged(known) ? report.shift.acknowledged : report.shift.unacknowledged}`}
                    </span>
                  </span>
                );
              },
            },
            {
              key: "left",
              name: report.shift.term,
              isNumber: true,
              cell: ({ dueAt, id }) => (
                <Clock dueAt={Date.parse(dueAt)} isDueSoon={dueSoon.has(id)} now={now} withWord />
              ),
            },
          ]}
          href={placeOf}
          label={report.shift.notifications}
          rowKey={({ id }) => id}
          rows={duties}
          walk={walk}
        />
      )}
    </Panel>
  );
}
