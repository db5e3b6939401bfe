import { useState } from "react";
import { SendingNote } from "../../forms/SendingNote.js";
import { isUnderWay, useSubmit } from "../../forms/useSubmit.js";
import { shownStateOf, type ShownDeliveryState } from "../../live/delivery.js";
import { RetryDeliveryDocument, type ShownDeliveryFragment } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { Receipt } from "../../parts/Receipt.js";
import { useMay } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Deliveries.module.css";

/** Where the mail has not reached the owner, whoever can calls. */
const NEEDS_CALL: ReadonlySet<ShownDeliveryState> = new Set(["NOT_YET", "NO_ADDRESS", "NO_MAIL_SERVER", "GIVEN_UP"]);

/** What can be done about a delivery that did not arrive: send it again, or call. */
export function Remedy({ delivery }: { readonly delivery: ShownDeliveryFragment }) {
  const { deliveries } = useTexts();
  const { state, party, incident, object } = delivery;
  // The receipt stays when the delivery is on its way again.
  const [isRetried, setRetried] = useState(false);
  const mayRetry = useMay("retryDelivery") && (state === "GIVEN_UP" || state === "NO_MAIL_SERVER");
  // Whoever has told the owner meanwhile, nobody need call any more.
  const isOwed = incident?.obligations.some(
    ({ rule, objectCode, standing }) =>
      rule === "R9.2" && objectCode === object?.code && (standing === "RUNNING" || standing === "OVERDUE"),
  );
  const isOwners = party?.__typename === "Owner" && isOwed && NEEDS_CALL.has(shownStateOf(delivery));
  const soc = incident?.soc;
  return (
    <div className={styles.lines}>
      {isOwners && party.phone && <span>{deliveries.phone(unbroken(party.phone))}</span>}
      {isOwners && soc && (
        <span className={styles.second}>
          {soc.phone ? deliveries.socPhone(soc.code, unbroken(soc.phone)) : deliveries.socTells(soc.code)}
        </span>
      )}
      {(mayRetry || isRetried) && <Retry delivery={delivery} onSent={() => setRetried(true)} />}
    </div>
  );
}

/** A telephone number that no line breaks. */
function unbroken(phone: string): string {
  return phone.replaceAll(" ", "\u00a0");
}

function Retry({ delivery, onSent }: { readonly delivery: ShownDeliveryFragment; readonly onSent: () => void }) {
  const { deliveries } = useTexts();
  const { sending, send } = useSubmit(RetryDeliveryDocument);
  if (sending.state === "ACCEPTED") {
    const { receipt } = sending.answer;
    return <Receipt receipt={receipt} title={deliveries.retried} />;
  }
  return (
    <div className={styles.lines}>
      <Button
        isBusy={isUnderWay(sending)}
        isSmall
        onPress={() => {
          onSent();
          void send({ deliveryId: delivery.id });
        }}
      >
        {deliveries.retry}
        <span className="visually-hidden"> {delivery.party?.name}</span>
      </Button>
      {sending.state === "REJECTED" && (
        <div role="alert">
          <ul className={styles.late}>
            {sending.violations.map(({ rule, message }) => (
              <li key={`${rule} ${message}`}>
                {message} {rule}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SendingNote sending={sending} />
    </div>
  );
}
