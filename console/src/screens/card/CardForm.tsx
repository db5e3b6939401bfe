import { FormHead } from "../../forms/FormHead.js";
import { SavedBadge } from "../../forms/SavedBadge.js";
import { useMemo } from "react";
import { Link, useLocation } from "wouter";
import { Page } from "../../page/Page.js";
import { type Draft, type DraftState } from "../../drafts/draft.js";
import { FormFoot } from "../../forms/FormFoot.js";
import { changedIn, useFaults } from "../../forms/useFaults.js";
import { useFormKeys } from "../../forms/useFormKeys.js";
import { useSubmit } from "../../forms/useSubmit.js";
import {
  type CardFormQuery,
  type IncidentCardInput,
  CheckAmendmentDocument,
  CheckCardDocument,
  SendAmendmentDocument,
  SendCardDocument,
} from "../../operations/generated.js";
import { Banner } from "../../parts/Banner.js";
import { Button } from "../../parts/Button.js";
import { useSession } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { CheckNote, useCheck } from "../../shared/incident-form/check.js";
import { ConfirmationClock } from "../../shared/incident-form/ConfirmationClock.js";
import { type CardDraft, cardInput, type FieldName } from "./card-form.js";
import styles from "./Card.module.css";
import type { AcceptedCard } from "./CardAccepted.js";
import type { CardKit } from "./kit.js";
import { Meanwhile } from "./Meanwhile.js";
import { Parts } from "./Parts.js";
import { SectionNav } from "./SectionNav.js";
import { Term } from "./Term.js";

type Incident = NonNullable<CardFormQuery["incident"]>;

/** The whole form: its sections, their signs, what is wrong, the term, and what came meanwhile. */
export function CardForm({
  incident,
  draft,
  state,
  problem,
  onAccepted,
}: {
  /** Null: it was not reported before. */
  readonly incident: Incident | null;
  readonly draft: Draft<CardDraft>;
  readonly state: DraftState<CardDraft>;
  /** Why it cannot be accepted any more. */
  readonly problem: string | null;
  readonly onAccepted: (answer: AcceptedCard) => void;
}) {
  const { card, report, words } = useTexts();
  const language = useLanguage();
  const kazakh = useKazakh().documents.incidentCard;
  const { clock } = useSession().link;
  const [, go] = useLocation();
  const first = useSubmit(SendCardDocument, draft);
  const amendment = useSubmit(SendAmendmentDocument, draft);
  const { value } = state;
  const { sending } = value.basis === null ? first : amendment;
  const labelOf = useLabels();
  const faults = useFaults(sending, labelOf, nameOf);
  const check = useCheck(faults, labelOf, nameOf);

  const set = (changes: Partial<CardDraft>): void => {
    const before = draft.state.get().value;
    const changed = changedIn(before, changes);
    if (changed.length === 0) return;
    draft.edit({ ...before, ...changes });
    faults.mended(changed);
    check.mended(changed);
  };
  /** What is sent; null where something is missing, which is said then. */
  const inputs = () => {
    const written = draft.state.get().value;
    const { card: input, faults: missing } = cardInput(written, report.missing, clock.now());
    const unpicked = faults.unpicked(report.missing.unpicked);
    if (!input || unpicked.length > 0) {
      faults.found([...missing, ...unpicked]);
      return null;
    }
    const led = written.notificationIds.length === 0 ? {} : { notificationIds: written.notificationIds };
    const number = incident ? { incidentId: incident.number } : {};
    return { first: { card: input, ...led, ...number }, amended: amended(input, led, incident, written.basis) };
  };
  const submit = async (): Promise<void> => {
    const input = state.isReadOnly ? null : inputs();
    if (!input) return;
    const answer = input.amended ? await amendment.send(input.amended) : await first.send(input.first);
    if (answer) onAccepted(answer);
  };
  const look = (): void => {
    const input = inputs();
    if (!input) return;
    const { submissionKey } = state;
    const { first: whole, amended: change } = input;
    void check.look(async (client) =>
      change
        ? (await client.ask(CheckAmendmentDocument, { input: { ...change, submissionKey } })).checkIncidentCardAmendment
        : (await client.ask(CheckCardDocument, { input: { ...whole, submissionKey } })).checkIncidentCard,
    );
  };
  useFormKeys({ send: () => void submit(), save: () => void draft.save(), state });

  const kit: CardKit = {
    draft: value,
    faults,
    now: clock.now,
    set,
    field: (name) => ({
      name,
      label: labelOf(name) ?? name,
      kazakh: kazakh.members.card.members[name].label,
      faults: faults.at(name),
      warnings: check.warningsAt(name),
    }),
  };
  return (
    <Page title={value.basis === null ? card.title : card.amendTitle(value.basis)}>
      <div className={styles.head}>
        {incident && (
          <p>
            <Link href={`/incidents/${incident.number}`}>{incident.number}</Link> · {card.annex}
          </p>
        )}
        {language !== "kk" && <p lang="kk">{kazakh.label}</p>}
      </div>
      <div className={styles.layout}>
        <SectionNav draft={value} faults={faults} />
        <div className={styles.main}>
          <FormHead draft={draft} faults={faults} state={state}>
            {problem && <Banner kind="refused">{problem}</Banner>}
            {incident && <Meanwhile draft={value} incident={incident} onBuild={draft.edit} />}
            {value.basis === null && incident?.report && state.savedAt === null && (
              <p className={styles.note}>{card.taken}</p>
            )}
          </FormHead>
          <CheckNote check={check} />
          <fieldset className={styles.main} disabled={state.isReadOnly}>
            <Parts kit={kit} />
          </fieldset>
          <FormFoot
            act={report.send}
            draft={draft}
            faults={faults}
            isReadOnly={state.isReadOnly}
            onLeave={() => void draft.save().then(() => go(incident ? `/incidents/${incident.number}` : "/"))}
            onSend={() => void submit()}
            sending={sending}
          >
            <Button isBusy={check.isLooking} onPress={look}>
              {report.check.act}
            </Button>
          </FormFoot>
        </div>
        <aside className={styles.aside} aria-label={words.dutyKinds.SUBMIT_CARD}>
          {incident ? <Term incident={incident} /> : <ConfirmationClock confirmedAt={value.confirmedAt} />}
          <div className={`${styles.box} ${styles.draft}`}>
            <SavedBadge state={state} />
          </div>
        </aside>
      </div>
    </Page>
  );
}

function amended(
  card: IncidentCardInput,
  led: { readonly notificationIds?: readonly string[] },
  incident: Incident | null,
  revision: number | null,
) {
  return incident && revision !== null ? { card, ...led, incidentId: incident.number, revision } : null;
}

/** The path of a violation is that of the input: the card is within it. */
function nameOf(path: readonly string[]): string {
  return (path[0] === "card" ? path.slice(1) : path).join(".");
}

/** What people call a field of the form; null where there is none of that name. */
function useLabels(): (name: string) => string | null {
  const { card, form, report } = useTexts();
  return useMemo(() => {
    const { members } = form.documents.incidentCard.members.card;
    return (name) => {
      const [field = "", place] = name.split(".");
      if (field === "notificationIds") return report.fields.notifications;
      if (field === "indicators" && place !== undefined) return card.indicators.row(Number(place) + 1);
      const label = members[field as FieldName]?.label;
      if (field === "affectedObjects" && place !== undefined) return report.objects.item(Number(place) + 1);
      return label ?? null;
    };
  }, [card, form, report]);
}
