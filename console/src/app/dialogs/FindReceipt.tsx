import { useId, useState, type SubmitEvent } from "react";
import { Link } from "wouter";
import { ReceiptUnderDocument, type ReceiptUnderQuery } from "../../operations/generated.js";
import { Receipt } from "../../parts/Receipt.js";
import { useSession } from "../../session/SessionContext.js";
import { saysOf } from "../../link/says.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Button } from "../../parts/Button.js";
import { Dialog } from "../../parts/Dialog.js";
import styles from "./dialogs.module.css";
import { closeDialog } from "./open-dialog.js";

/** What came of a look: nothing yet, a receipt, none, or what went wrong. */
type Found =
  | { readonly kind: "NOTHING" }
  | { readonly kind: "RECEIPT"; readonly receipt: NonNullable<ReceiptUnderQuery["receipt"]> }
  | { readonly kind: "NONE" }
  | { readonly kind: "FAILED"; readonly says: string };

/** What became of what the person's party sent under a key, such as that of a form whose answer was lost. */
export function FindReceipt() {
  const { administration, shell } = useTexts();
  const { acts } = administration;
  const session = useSession();
  const id = useId();
  const [key, setKey] = useState("");
  const [found, find] = useState<Found>({ kind: "NOTHING" });
  const look = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const submissionKey = key.trim();
    if (submissionKey === "") return;
    try {
      const { receipt } = await session.link.client.ask(ReceiptUnderDocument, { submissionKey });
      find(receipt ? { kind: "RECEIPT", receipt } : { kind: "NONE" });
    } catch (error) {
      session.refused(error);
      find({ kind: "FAILED", says: saysOf(error) });
    }
  };
  return (
    <Dialog title={shell.receipt.find} onClose={closeDialog}>
      <form className={styles.search} onSubmit={(event) => void look(event)}>
        <label htmlFor={id}>{shell.receipt.key}</label>
        <input
          autoComplete="off"
          autoFocus
          id={id}
          onChange={({ target }) => setKey(target.value)}
          spellCheck={false}
          value={key}
        />
        <Button kind="primary" type="submit">
          {shell.receipt.act}
        </Button>
      </form>
      <div role="status">
        {found.kind === "NONE" && <p>{shell.receipt.none}</p>}
        {found.kind === "FAILED" && <p className={styles.problem}>{found.says || shell.errors.unreachable}</p>}
        {found.kind === "RECEIPT" && (
          <>
            <Receipt
              receipt={found.receipt}
              title={found.receipt.act in acts ? acts[found.receipt.act as keyof typeof acts] : found.receipt.act}
            />
            {found.receipt.incident && (
              <p>
                <Link href={`/incidents/${found.receipt.incident.number}`} onClick={closeDialog}>
                  {found.receipt.incident.number}
                </Link>
              </p>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
