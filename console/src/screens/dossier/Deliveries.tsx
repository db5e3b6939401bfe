import { useNow } from "../../session/now.js";
import { Icon } from "../../parts/Icon.js";
import type { IconName } from "../../parts/icons.js";
import { Instant } from "../../parts/Instant.js";
import { Empty } from "../../parts/States.js";
import { classes } from "../../parts/classes.js";
import { failureOf, leftBy, shownStateOf, type ShownDeliveryState } from "../../live/delivery.js";
import { useTexts } from "../../texts/TextsContext.js";
import { dotted } from "../../texts/one-line.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

type Delivery = Incident["deliveries"][number];

const SIGNS: Readonly<Record<ShownDeliveryState, readonly [IconName, "met" | "late" | "plain"]>> = {
  QUEUED: ["catching", "plain"],
  NOT_YET: ["fault", "late"],
  ACCEPTED: ["met", "met"],
  GIVEN_UP: ["fault", "late"],
  NO_ADDRESS: ["warning", "late"],
  NO_MAIL_SERVER: ["warning", "late"],
  OBSOLETE: ["waived", "plain"],
};

/** What the gateway sent to owners (R9.2): each delivery with its attempts, and what the server said to them. */
export function Deliveries({ incident }: { readonly incident: Incident }) {
  const { dossier } = useTexts();
  if (incident.deliveries.length === 0)
    return (
      <Empty title={dossier.deliveries.none}>
        <p>{dossier.deliveries.noneWhy}</p>
      </Empty>
    );
  return (
    <ul>
      {incident.deliveries.map((delivery) => (
        <One delivery={delivery} key={delivery.id} />
      ))}
    </ul>
  );
}

function One({ delivery }: { readonly delivery: Delivery }) {
  const { dossier, words } = useTexts();
  const now = useNow();
  const { channel, party, object, queuedAt, acceptedAt, attempts } = delivery;
  const state = shownStateOf(delivery);
  const [icon, tone] = SIGNS[state];
  return (
    <li className={styles.entry}>
      <p className={classes(styles.title, styles[tone])}>
        <Icon name={icon} />
        <b>{words.deliveryStates[state]}</b>
      </p>
      <p>
        {dotted(
          party ? dossier.deliveries.to(party.name) : "",
          object?.name ?? "",
          channel ? words.deliveryChannels[channel] : "",
        )}
      </p>
      <p className={styles.second}>
        {dossier.deliveries.queued} <Instant at={Date.parse(queuedAt)} now={now} />
        {acceptedAt && (
          <>
            {" · "}
            {dossier.deliveries.accepted} <Instant at={Date.parse(acceptedAt)} now={now} />
          </>
        )}
        {attempts.length === 0 && ` · ${dossier.deliveries.noAttempt}`}
      </p>
      {attempts.length > 0 && (
        <ol aria-label={dossier.deliveries.attempts} className={styles.attempts}>
          {attempts.map((attempt) => (
            <Attempt attempt={attempt} key={attempt.ordinal} />
          ))}
        </ol>
      )}
    </li>
  );
}

/** What became of one attempt, in words; below it what the server said, or what an administrator makes something of. */
function Attempt({ attempt }: { readonly attempt: Delivery["attempts"][number] }) {
  const { dossier, words } = useTexts();
  const now = useNow();
  const { ordinal, startedAt, isAccepted, isRepeat, proof } = attempt;
  const failure = failureOf(attempt);
  const outcome = isAccepted ? dossier.deliveries.ok : dossier.deliveries.unknown;
  return (
    <li>
      <p>
        {dossier.deliveries.attempt(ordinal)} · <Instant at={Date.parse(startedAt)} now={now} /> ·{" "}
        {failure ? `${dossier.deliveries.notOk}: ${words.deliveryFailures[failure]}` : outcome}
        {isRepeat && ` · ${dossier.deliveries.repeat}`}
      </p>
      {proof && (
        <p className={styles.second}>
          {words.attemptLeft[leftBy(failure)]}: <samp lang="en">{proof}</samp>
        </p>
      )}
    </li>
  );
}
