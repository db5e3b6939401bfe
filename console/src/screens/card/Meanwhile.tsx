import { useState } from "react";
import type { CardFormQuery } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { useTexts } from "../../texts/TextsContext.js";
import { builtOn, type CardDraft, cardOf, differing, emptyCard, type FieldName, revisionOf } from "./card-form.js";
import styles from "./Card.module.css";
import { useShown } from "./useShown.js";

type Incident = NonNullable<CardFormQuery["incident"]>;

/** That somebody else has sent a revision while this one was written: what differs, and how to go on without losing anything. */
export function Meanwhile({
  incident,
  draft,
  onBuild,
}: {
  readonly incident: Incident;
  readonly draft: CardDraft;
  readonly onBuild: (draft: CardDraft) => void;
}) {
  const { card } = useTexts();
  const [both, setBoth] = useState<readonly FieldName[]>([]);
  const last = incident.cardRevisions.at(-1);
  if (!last) return null;
  const theirs = revisionOf(last);
  if (last.revision === draft.basis)
    return both.length === 0 ? null : (
      <Both
        fields={both}
        mine={draft}
        onTake={(taken) => {
          onBuild(taken);
          setBoth([]);
        }}
        theirs={theirs}
      />
    );
  const base = baseOf(incident, draft);
  const changed = differing(base, theirs);
  const built = builtOn(draft, base, theirs);
  return (
    <section className={styles.meanwhile} role="alert">
      <h2>{card.meanwhile.title(last.revision)}</h2>
      <p>{card.meanwhile.says}</p>
      {changed.length === 0 ? (
        <p>{card.meanwhile.nothing}</p>
      ) : (
        <ul className={styles.changes}>
          {changed.map((name) => (
            <Change
              base={base}
              isBoth={built.both.includes(name)}
              key={name}
              mine={draft}
              name={name}
              theirs={theirs}
            />
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        <Button
          kind="primary"
          onPress={() => {
            onBuild(built.draft);
            setBoth(built.both);
          }}
        >
          {card.meanwhile.build(last.revision)}
        </Button>
        <span className={styles.note}>{card.meanwhile.buildHelp}</span>
      </div>
    </section>
  );
}

/** What the form was begun on: its revision, or what was reported. */
function baseOf(incident: Incident, { basis, registeredOn }: CardDraft): CardDraft {
  const revision = incident.cardRevisions.find((one) => one.revision === basis);
  if (revision) return revisionOf(revision);
  const begun = cardOf({ ...incident, cardRevisions: [] }, 0);
  return { ...(incident.report ? begun : emptyCard(0)), registeredOn };
}

/** After it was built on: fields that both changed hold what this person wrote; the other's can be taken, one by one. */
function Both({
  fields,
  mine,
  theirs,
  onTake,
}: {
  readonly fields: readonly FieldName[];
  readonly mine: CardDraft;
  readonly theirs: CardDraft;
  readonly onTake: (draft: CardDraft) => void;
}) {
  const { card } = useTexts();
  const revision = theirs.basis ?? 0;
  const left = fields.filter((name) => differing(mine, theirs).includes(name));
  if (left.length === 0) return null;
  return (
    <section className={styles.meanwhile}>
      <h2>{card.meanwhile.built(revision)}</h2>
      <ul className={styles.changes}>
        {left.map((name) => (
          <Change
            act={
              <Button isSmall onPress={() => onTake({ ...mine, [name]: theirs[name] })}>
                {card.meanwhile.take(revision)}
              </Button>
            }
            isBoth
            key={name}
            mine={mine}
            name={name}
            theirs={theirs}
          />
        ))}
      </ul>
    </section>
  );
}

function Change({
  name,
  base,
  theirs,
  mine,
  isBoth,
  act,
}: {
  readonly name: FieldName;
  readonly base?: CardDraft;
  readonly theirs: CardDraft;
  readonly mine: CardDraft;
  readonly isBoth: boolean;
  readonly act?: React.ReactNode;
}) {
  const { card, form } = useTexts();
  const shown = useShown();
  const { label } = form.documents.incidentCard.members.card.members[name];
  return (
    <li className={styles.change}>
      <b>
        {label}
        {isBoth && <span className={styles.both}> · {card.meanwhile.both}</span>}
      </b>
      <dl>
        {base && (
          <>
            <dt>{card.meanwhile.before}</dt>
            <dd>
              <del>
                <span className="visually-hidden">{card.meanwhile.removed}: </span>
                {shown(base, name)}
              </del>
            </dd>
          </>
        )}
        <dt>{card.meanwhile.theirs(theirs.basis ?? 0)}</dt>
        <dd>
          <ins>
            <span className="visually-hidden">{card.meanwhile.added}: </span>
            {shown(theirs, name)}
          </ins>
        </dd>
        {isBoth && (
          <>
            <dt>{card.meanwhile.yours}</dt>
            <dd>{shown(mine, name)}</dd>
          </>
        )}
      </dl>
      {act && <div>{act}</div>}
    </li>
  );
}
