import { type ReactNode, useCallback } from "react";
import { useNowFor } from "../../session/now.js";
import { useReading } from "../../session/reading.js";
import { ObjectHistoryDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Facts } from "../../parts/Facts.js";
import { PageHead, Panel } from "../../parts/Panel.js";
import { Phone } from "../../parts/Phone.js";
import { Empty } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Texts } from "../../texts/texts.js";
import { writeDateTime } from "../../time/write.js";
import styles from "./Registers.module.css";
import { NamedParty } from "./Named.js";
import { kindsOf, sectorsOf } from "./ObjectList.js";
import { type Coverage, hasEnded, type ProtectedObject } from "./registers.js";
import { InForce } from "./InForce.js";

/** What is known of an object: kinds, sectors, whose it is, who covers it, and how that was before. */
export function ObjectView({
  object,
  crumbs,
  acts,
  coverageActs,
  onEndCoverage,
}: {
  readonly object: ProtectedObject;
  readonly crumbs: ReactNode;
  readonly acts?: ReactNode;
  readonly coverageActs?: ReactNode;
  readonly onEndCoverage?: (coverage: Coverage) => void;
}) {
  const texts = useTexts();
  const { administration } = texts;
  const { fields, objects } = administration;
  return (
    <>
      <PageHead
        acts={acts}
        crumbs={crumbs}
        level={2}
        second={
          <>
            {object.code} · <InForce of={object} />
          </>
        }
        title={object.name}
      />
      <div className={styles.columns}>
        <Panel title={fields.object}>
          <Facts
            facts={[
              { name: fields.kinds, value: kindsOf(object, texts) },
              { name: fields.sectors, value: sectorsOf(object, texts) || administration.none },
              { name: fields.owner, value: <Whose of={object.owner} nobody={objects.hidden} /> },
              { name: fields.holder, value: <Whose of={object.holder} nobody={administration.none} /> },
            ]}
          />
        </Panel>
        <Panel acts={coverageActs} isFlush title={objects.coverage}>
          {object.coverage.length === 0 ? (
            <Empty title={objects.coverageNone} />
          ) : (
            <DataTable
              columns={coverageColumns(texts, onEndCoverage)}
              label={objects.coverage}
              rowKey={({ id }) => id}
              rows={object.coverage.toSorted((one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt))}
            />
          )}
        </Panel>
        <History object={object} />
      </div>
    </>
  );
}

/** A party that has the object, with how it is reached: that is what this page is looked up for at night. */
function Whose({ of, nobody }: { readonly of: ProtectedObject["owner"]; readonly nobody: string }) {
  if (!of) return nobody;
  return (
    <span className={styles.lines}>
      <NamedParty kind="Owner" of={of} />
      {of.phone !== null && <Phone number={of.phone} />}
      {of.email !== null && <a href={`mailto:${of.email}`}>{of.email}</a>}
    </span>
  );
}

function coverageColumns(
  { administration }: Texts,
  onEnd: ((coverage: Coverage) => void) | undefined,
): readonly [Column<Coverage>, ...Column<Coverage>[]] {
  return [
    {
      key: "soc",
      name: administration.fields.soc,
      cell: ({ soc }) => (soc ? <NamedParty kind="Soc" of={soc} /> : administration.objects.hidden),
    },
    { key: "from", name: administration.from, cell: ({ startsAt }) => timeOf(startsAt, "") },
    { key: "until", name: administration.until, cell: ({ endsAt }) => timeOf(endsAt, administration.noEnd) },
    ...(onEnd
      ? [
          {
            key: "acts",
            name: <span className="visually-hidden">{administration.objects.endCoverage}</span>,
            isPlain: true,
            cell: (coverage: Coverage) => <EndIt coverage={coverage} onEnd={onEnd} />,
          },
        ]
      : []),
  ];
}

/** Nothing once the period is over. */
function EndIt({ coverage, onEnd }: { readonly coverage: Coverage; readonly onEnd: (coverage: Coverage) => void }) {
  const { administration } = useTexts();
  const { endsAt } = coverage;
  const isOver = useNowFor(useCallback((now: number) => hasEnded(endsAt, now), [endsAt]));
  return isOver ? null : (
    <Button isSmall kind="quiet" onPress={() => onEnd(coverage)}>
      {administration.objects.endCoverage}
    </Button>
  );
}

const timeOf = (at: string | null, none: string): string => (at === null ? none : writeDateTime(Date.parse(at)));

/** How kinds, owners and holders changed; nothing, where they never did. */
function History({ object }: { readonly object: ProtectedObject }) {
  const texts = useTexts();
  const { administration, words } = texts;
  const reading = useReading(ObjectHistoryDocument, { id: object.id });
  const node = reading.state === "READY" ? reading.data.node : null;
  if (!node || !("kindPeriods" in node)) return null;
  const times = [
    {
      key: "from",
      name: administration.from,
      cell: (row: { from: string | null }) => timeOf(row.from, administration.always),
    },
    {
      key: "until",
      name: administration.until,
      cell: (row: { until: string | null }) => timeOf(row.until, administration.noEnd),
    },
  ];
  return (
    <>
      {node.kindPeriods.length > 1 && (
        <Panel isFlush title={administration.objects.kindHistory}>
          <DataTable
            columns={[
              { key: "kinds", name: administration.fields.kinds, cell: (row) => kindsOf(row, texts) },
              ...times,
            ]}
            label={administration.objects.kindHistory}
            rowKey={({ from, kinds }) => `${from} ${kinds.join()}`}
            rows={node.kindPeriods}
          />
        </Panel>
      )}
      {node.ownerships.length > 1 && (
        <Panel isFlush title={administration.objects.ownershipHistory}>
          <DataTable
            columns={[
              {
                key: "who",
                name: administration.fields.party,
                cell: ({ owner }) => (owner ? <NamedParty kind="Owner" of={owner} /> : administration.objects.hidden),
              },
              { key: "as", name: administration.fields.roles, cell: ({ capacity }) => words.capacities[capacity] },
              ...times,
            ]}
            label={administration.objects.ownershipHistory}
            rowKey={({ from, capacity, owner }) => `${from} ${capacity} ${owner?.code}`}
            rows={node.ownerships}
          />
        </Panel>
      )}
    </>
  );
}
