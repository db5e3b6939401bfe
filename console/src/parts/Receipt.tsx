import { useLanguage, useTexts } from "../texts/TextsContext.js";
import { writeNumber } from "../time/numbers.js";
import { Facts } from "./Facts.js";
import { Icon } from "./Icon.js";
import { Instant } from "./Instant.js";
import { Copyable, ends } from "./Numbers.js";
import styles from "./Receipt.module.css";

/** The gateway's receipt as it is shown. */
export interface ShownReceipt {
  /** RFC 3339, as the gateway writes it. */
  readonly receivedAt: string;
  readonly position: number;
  readonly entryHash: string;
  readonly contentHash: string;
  readonly submissionKey: string;
}

/** Proof of an acceptance: when, where in the journal, and the hashes by which it can be checked. */
export function Receipt({ receipt, title }: { readonly receipt: ShownReceipt; readonly title?: string }) {
  const { parts } = useTexts();
  const language = useLanguage();
  const code = (text: string) => <Copyable isCode shown={ends(text)} text={text} />;
  return (
    <section className={styles.receipt}>
      <h3>
        <Icon name="receipt" />
        {title ?? parts.receipt.title}
      </h3>
      <Facts
        facts={[
          { name: parts.receipt.receivedAt, value: <Instant at={Date.parse(receipt.receivedAt)} /> },
          {
            name: parts.receipt.position,
            value: <span className="figures">{writeNumber(receipt.position, language)}</span>,
          },
          { name: parts.receipt.entryHash, value: code(receipt.entryHash) },
          { name: parts.receipt.contentHash, value: code(receipt.contentHash) },
          { name: parts.receipt.submissionKey, value: code(receipt.submissionKey) },
        ]}
      />
    </section>
  );
}
