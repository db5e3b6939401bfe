import { useState } from "react";
import { Button } from "../../parts/Button.js";
import { Receipt } from "../../parts/Receipt.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { titleOf } from "./chronicle-words.js";
import { useFacts } from "./useFacts.js";
import styles from "./Dossier.module.css";

/** Proof of each submission about the incident, newest first. */
export function Receipts({ number }: { readonly number: string }) {
  return <Page after={null} number={number} />;
}

function Page({ number, after }: { readonly number: string; readonly after: string | null }) {
  const texts = useTexts();
  const { dossier } = texts;
  const [isMore, showMore] = useState(false);
  const reading = useFacts(number, after);
  if (reading.state === "LOADING") return <Loading rows={4} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  const { nodes = [], pageInfo } = reading.data.incident?.facts ?? {};
  const receipts = new Map(
    nodes.flatMap((fact) => (fact.receipt ? [[fact.receipt.position, { fact, receipt: fact.receipt }] as const] : [])),
  );
  return (
    <>
      {receipts.size === 0 && after === null && (
        <Empty title={dossier.receipts.none}>
          <p>{dossier.receipts.noneWhy}</p>
        </Empty>
      )}
      {[...receipts.values()].map(({ fact, receipt }) => (
        <div className={styles.entry} key={receipt.position}>
          <Receipt receipt={receipt} title={titleOf(fact, texts)} />
        </div>
      ))}
      {pageInfo?.hasNextPage &&
        (isMore ? (
          <Page after={pageInfo.endCursor ?? null} number={number} />
        ) : (
          <div className={styles.more}>
            <Button isSmall kind="quiet" onPress={() => showMore(true)}>
              {dossier.chronicle.more}
            </Button>
          </div>
        ))}
    </>
  );
}
