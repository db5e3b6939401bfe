import { failureOf, leftBy, shownStateOf, type ShownDeliveryState } from "../../live/delivery.js";
import type { ShownDeliveryFragment } from "../../operations/generated.js";
import { classes } from "../../parts/classes.js";
import { Icon } from "../../parts/Icon.js";
import type { IconName } from "../../parts/icons.js";
import { useTexts } from "../../texts/TextsContext.js";
import { writeDateTime } from "../../time/write.js";
import styles from "./Deliveries.module.css";

const SIGNS: Readonly<Record<ShownDeliveryState, readonly [IconName, "late" | "met" | "plain"]>> = {
  QUEUED: ["clock", "plain"],
  NOT_YET: ["fault", "late"],
  ACCEPTED: ["met", "met"],
  GIVEN_UP: ["fault", "late"],
  NO_ADDRESS: ["owner", "late"],
  NO_MAIL_SERVER: ["fault", "late"],
  OBSOLETE: ["waived", "plain"],
};

/** How a delivery stands, and each attempt with what the other server said. */
export function DeliveryState({ delivery }: { readonly delivery: ShownDeliveryFragment }) {
  const { words, deliveries } = useTexts();
  const { channel, attempts } = delivery;
  const state = shownStateOf(delivery);
  const [icon, tone] = SIGNS[state];
  return (
    <div className={styles.lines}>
      <span className={classes(styles.state, styles[tone])}>
        <Icon name={icon} />
        <span>
          {words.deliveryStates[state]}
          {channel && <span className={styles.second}> · {words.deliveryChannels[channel]}</span>}
        </span>
      </span>
      {attempts.length > 0 && (
        <details className={styles.second}>
          <summary>{deliveries.attempts(attempts.length)}</summary>
          <ol>
            {attempts.map((attempt) => (
              <Attempt attempt={attempt} key={attempt.ordinal} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** What became of one attempt, in words; after it what the server said, or what an administrator makes something of. */
function Attempt({ attempt }: { readonly attempt: ShownDeliveryFragment["attempts"][number] }) {
  const { words, deliveries } = useTexts();
  const { ordinal, startedAt, isAccepted, proof } = attempt;
  const failure = failureOf(attempt);
  const outcome = isAccepted ? deliveries.attemptAccepted : deliveries.attemptUnknown;
  return (
    <li>
      {deliveries.attempt(ordinal)}, <span className="figures">{writeDateTime(Date.parse(startedAt))}</span>:{" "}
      {failure ? `${deliveries.attemptFailed}: ${words.deliveryFailures[failure]}` : outcome}
      {proof && (
        <span className={styles.left}>
          {words.attemptLeft[leftBy(failure)]}: <q lang="en">{proof}</q>
        </span>
      )}
    </li>
  );
}
