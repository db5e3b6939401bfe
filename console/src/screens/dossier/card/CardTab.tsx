import { useReading } from "../../../session/reading.js";
import { CardRevisionDocument } from "../../../operations/generated.js";
import { Select } from "../../../parts/Select.js";
import { Empty, Loading, Refused } from "../../../parts/States.js";
import { Segmented } from "../../../parts/Tabs.js";
import { useTexts } from "../../../texts/TextsContext.js";
import type { DossierView } from "../dossier-view.js";
import type { Incident } from "../useDossier.js";
import { Differences } from "./Differences.js";
import type { Card } from "../../../shared/incidents/card-fields.js";
import { Fields } from "./Fields.js";
import { Reported } from "./Reported.js";
import styles from "./Card.module.css";

/** The card as it stands, an earlier revision of it, or what changed between two; before there is one, what was reported. */
export function CardTab({
  incident,
  view,
  change,
}: {
  readonly incident: Incident;
  readonly view: DossierView;
  readonly change: (changes: Partial<DossierView>) => void;
}) {
  const { dossier } = useTexts();
  const { card, cardRevisions } = incident;
  if (!card)
    return (
      <>
        <Empty title={dossier.card.none}>
          <p>{dossier.card.noneWhy}</p>
        </Empty>
        <Reported incident={incident} />
      </>
    );
  const numbers = cardRevisions.map(({ revision }) => revision);
  const revision = view.revision !== null && numbers.includes(view.revision) ? view.revision : card.revision;
  const earlier = numbers.filter((one) => one < revision);
  const since = view.since !== null && earlier.includes(view.since) ? view.since : null;
  return (
    <>
      {numbers.length > 1 && (
        <Bar
          change={change}
          earlier={earlier}
          isLast={revision === card.revision}
          numbers={numbers}
          revision={revision}
          since={since}
        />
      )}
      {since === null ? (
        <RevisionOf incident={incident} revision={revision}>
          {(shown) => <Fields card={shown} incident={incident} />}
        </RevisionOf>
      ) : (
        <RevisionOf incident={incident} revision={revision}>
          {(shown) => <Differences card={shown} from={since} incident={incident} />}
        </RevisionOf>
      )}
    </>
  );
}

/** Which revision, and with which it is compared. */
function Bar({
  revision,
  since,
  earlier,
  numbers,
  isLast,
  change,
}: {
  readonly revision: number;
  readonly since: number | null;
  readonly earlier: readonly number[];
  readonly numbers: readonly number[];
  readonly isLast: boolean;
  readonly change: (changes: Partial<DossierView>) => void;
}) {
  const { dossier } = useTexts();
  const named = (all: readonly number[]) =>
    all.map((one) => ({ value: String(one), label: dossier.card.revision(one) })).toReversed();
  const last = numbers.at(-1);
  return (
    <div className={styles.bar}>
      <Segmented
        choices={[
          { key: "WHOLE", label: dossier.card.revision(revision) },
          ...(earlier.length > 0
            ? [{ key: "CHANGES" as const, label: dossier.card.since(since ?? earlier.at(-1) ?? 1) }]
            : []),
        ]}
        chosen={since === null ? "WHOLE" : "CHANGES"}
        label={dossier.card.view}
        onChoose={(key) => change({ since: key === "CHANGES" ? (earlier.at(-1) ?? null) : null })}
      />
      {(numbers.length > 2 || !isLast) && (
        <div className={styles.which}>
          <Select
            choices={named(numbers)}
            label={dossier.card.which}
            name="revision"
            onChange={(value) => {
              const chosen = Number(value);
              change({
                revision: chosen === last ? null : chosen,
                since: since !== null && since < chosen ? since : null,
              });
            }}
            value={String(revision)}
          />
          {since !== null && earlier.length > 1 && (
            <Select
              choices={named(earlier)}
              label={dossier.card.sinceWhich}
              name="since"
              onChange={(value) => change({ since: Number(value) })}
              value={String(since)}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Gives one revision: the last is there, another is read. */
function RevisionOf({
  incident,
  revision,
  children,
}: {
  readonly incident: Incident;
  readonly revision: number;
  readonly children: (card: Card) => React.ReactNode;
}) {
  const { card, cardRevisions } = incident;
  const isLast = card?.revision === revision;
  const id = cardRevisions.find((one) => one.revision === revision)?.id ?? "";
  const reading = useReading(CardRevisionDocument, { id }, { isWanted: !isLast });
  if (card && isLast) return children(card);
  if (reading.state === "LOADING") return <Loading rows={6} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  const { node } = reading.data;
  return node && "revision" in node ? children(node as Card) : null;
}
