import { useState } from "react";
import { useParams } from "wouter";
import { Page } from "../../page/Page.js";
import { Trouble } from "../../page/Trouble.js";
import { useDraft } from "../../forms/useDraft.js";
import { useReading } from "../../session/reading.js";
import { CardFormDocument, type CardFormQuery } from "../../operations/generated.js";
import { Loading, Refused } from "../../parts/States.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type AcceptedCard, CardAccepted } from "./CardAccepted.js";
import { CardForm } from "./CardForm.js";
import { cardOf, emptyCard } from "./card-form.js";

type Incident = NonNullable<CardFormQuery["incident"]>;

/** What the address has in the number's place for a card of an incident that was not reported before (L5). */
const UNREPORTED = "NEW";

/** R9.3: the card of an incident, its first one or the next revision. */
export function Card() {
  const number = (useParams<{ number: string }>().number ?? "").toUpperCase();
  return number === UNREPORTED ? (
    <Writing incident={null} number="" problem={null} />
  ) : (
    <OfIncident key={number} number={number} />
  );
}

function OfIncident({ number }: { readonly number: string }) {
  const { card, shell } = useTexts();
  const { party } = usePerson();
  const reading = useReading(CardFormDocument, { number }, { about: [number] });
  const [wasOpen, setOpen] = useState(false);
  switch (reading.state) {
    case "LOADING":
      return (
        <Page title={card.title}>
          <Loading />
        </Page>
      );
    case "REFUSED":
      return (
        <Page title={card.title}>
          <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
        </Page>
      );
    case "READY": {
      const { incident } = reading.data;
      const problem = !incident
        ? shell.errors.notFound
        : incident.soc?.id !== party.id
          ? card.notYours
          : incident.retractedAt
            ? card.retracted
            : null;
      if (problem === null && !wasOpen) setOpen(true);
      // What comes while somebody writes takes nothing away from them: it is said beside it.
      if (incident && (problem === null || wasOpen))
        return <Writing incident={incident} number={incident.number} problem={problem} />;
      return (
        <Page title={card.title}>
          <Trouble says={problem ?? ""} />
        </Page>
      );
    }
  }
}

interface Written {
  readonly incident: Incident | null;
  readonly number: string;
  readonly problem: string | null;
}

/** The date of today is the gateway's: the form begins once its clock was heard. */
function Writing(written: Written) {
  const { card } = useTexts();
  const isKnown = useStore(useSession().link.clock.isKnown, (all) => all);
  if (isKnown) return <Begun {...written} />;
  return (
    <Page title={card.title}>
      <Loading />
    </Page>
  );
}

function Begun({ incident, number, problem }: Written) {
  const { clock } = useSession().link;
  // What it begins with. What comes while it is written is shown beside it, and changes nothing in it.
  const [begun] = useState(() => (incident ? cardOf(incident, clock.now()) : emptyCard(clock.now())));
  const [draft, state] = useDraft("card", number, begun);
  const [accepted, accept] = useState<AcceptedCard | null>(null);
  if (accepted) return <CardAccepted answer={accepted} />;
  if (!state.isOpen) return null;
  return <CardForm draft={draft} incident={incident} onAccepted={accept} problem={problem} state={state} />;
}
