import { useState } from "react";
import { Link } from "wouter";
import { Button } from "../../parts/Button.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { copyText } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Indicators.module.css";
import { indicatorsOf, type Notification } from "./thread.js";

type Shown = ReturnType<typeof indicatorsOf>[number];

/** The indicators that are told, and which of them are in the SOC's own incidents. */
export function Indicators({
  notification,
  isCentre,
}: {
  readonly notification: Notification;
  readonly isCentre: boolean;
}) {
  const { form, inbox, shell } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const indicators = indicatorsOf(notification);
  const own = new Map(notification.ownIndicators.map(({ type, value, incidents }) => [`${type} ${value}`, incidents]));
  if (indicators.length === 0) return null;
  const columns: [Column<Shown>, ...Column<Shown>[]] = [
    {
      key: "type",
      name: inbox.indicatorType,
      cell: ({ type }) => <span className={styles.type}>{form.choices.IndicatorType[type].label}</span>,
    },
    {
      key: "value",
      name: inbox.indicatorValue,
      isPlain: true,
      cell: ({ value }) => <code className={styles.value}>{value}</code>,
    },
  ];
  if (!isCentre)
    columns.push({
      key: "own",
      name: inbox.indicatorOwn,
      isPlain: true,
      cell: ({ type, value }) => {
        const incidents = own.get(`${type} ${value}`) ?? [];
        if (incidents.length === 0) return <span className={styles.second}>{inbox.notSeen}</span>;
        return (
          <span className={styles.own}>
            {incidents.map(({ id, number }) => (
              <Link href={`/incidents/${number}`} key={id}>
                {number}
              </Link>
            ))}
          </span>
        );
      },
    });
  return (
    <Panel
      acts={
        <>
          <span className={styles.second} role="status">
            {isCopied && shell.acts.copied}
          </span>
          <Button
            icon="copy"
            isSmall
            onPress={() => void copyText(indicators.map(({ value }) => value).join("\n")).then(setCopied)}
          >
            {inbox.copyAll}
          </Button>
        </>
      }
      isFlush
      note={isCentre ? inbox.indicatorsCount(indicators.length) : inbox.indicatorsNote(indicators.length, own.size)}
      title={inbox.indicators}
    >
      <DataTable
        columns={columns}
        label={inbox.indicators}
        rowKey={({ type, value }) => `${type} ${value}`}
        rows={indicators}
      />
    </Panel>
  );
}
