import { type ReactNode, useState } from "react";
import type { AcceptedOf, TypedDocument } from "../../../../client/index.js";
import { useRegister, type Violation } from "../../forms/useSubmit.js";
import { pathInForm } from "../../forms/path-in-form.js";
import { Button } from "../../parts/Button.js";
import { Dialog, DoneDialog } from "../../parts/Dialog.js";
import { ViolationSummary } from "../../parts/ViolationSummary.js";
import { useTexts } from "../../texts/TextsContext.js";
import { FaultsContext } from "./faults.js";
import { Warnings } from "./Warnings.js";

interface Judged {
  readonly __typename: string;
}

interface Props<Given extends Judged, Input extends object> {
  readonly title: string;
  /** What the button says: the act itself. */
  readonly act: string;
  readonly isDanger?: boolean;
  readonly document: TypedDocument<Readonly<Record<string, Given>>, { input: Input }>;
  /** What is sent, or what is seen to be wrong before that. */
  readonly input: () => Input | readonly Violation[];
  /** Of the fields, by the names that the gateway's paths have. */
  readonly labels: Readonly<Record<string, string>>;
  readonly children: ReactNode;
  /** What is shown instead of the form once it is done; without it the dialog closes. */
  readonly result?: (accepted: AcceptedOf<Given>) => ReactNode;
  /** What else follows once it is done, such as going to what was registered. */
  readonly onDone?: (accepted: AcceptedOf<Given>) => void;
  readonly onClose: () => void;
}

/** Registers or changes something: the form, what the gateway refuses of it at its field and above, and what came of it. */
export function ActDialog<Given extends Judged, Input extends object>({
  title,
  act,
  isDanger = false,
  document,
  input,
  labels,
  children,
  result,
  onDone,
  onClose,
}: Props<Given, Input>) {
  const { shell, administration } = useTexts();
  const { sending, send, reject } = useRegister(document);
  const refused = sending.state === "REJECTED" ? sending.violations : NONE;
  const [mended, mend] = useState({ refused, names: new Set<string>() });
  const violations =
    mended.refused === refused ? refused.filter(({ path }) => !mended.names.has(nameOf(path))) : refused;
  const submit = async (): Promise<void> => {
    const made = input();
    if (isFaults(made)) {
      reject(made);
      return;
    }
    const accepted = await send(made);
    if (!accepted) return;
    if (result?.(accepted) == null) onClose();
    onDone?.(accepted);
  };
  const shown = sending.state === "ACCEPTED" ? result?.(sending.answer) : null;
  if (shown != null)
    return (
      <DoneDialog onClose={onClose} title={title}>
        {shown}
      </DoneDialog>
    );
  return (
    <Dialog
      acts={
        <>
          <Button onPress={onClose}>{shell.acts.cancel}</Button>
          <Button isBusy={sending.state === "SENDING"} kind={isDanger ? "danger" : "primary"} type="submit">
            {act}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={title}
    >
      {violations.length > 0 && (
        <ViolationSummary
          faults={violations.map((violation) => ({ ...violation, field: fieldOf(violation, labels) }))}
          key={refused.map(({ message }) => message).join()}
        />
      )}
      {sending.state === "FAILED" && (
        <div role="alert">
          <p>{sending.says || shell.errors.unreachable}</p>
          {sending.mayBeRecorded && <p>{administration.unknown}</p>}
          {sending.requestId && <p>{shell.errors.requestId(sending.requestId)}</p>}
        </div>
      )}
      <FaultsContext
        value={{
          of: (name) => violations.filter(({ path }) => nameOf(path) === name),
          mended: (name) =>
            mend((before) => ({
              refused,
              names: new Set([...(before.refused === refused ? before.names : []), name]),
            })),
        }}
      >
        {children}
      </FaultsContext>
    </Dialog>
  );
}

const NONE: readonly Violation[] = [];

const isFaults = (made: object): made is readonly Violation[] => Array.isArray(made);

function fieldOf({ path }: Violation, labels: Readonly<Record<string, string>>) {
  const name = nameOf(path);
  const label = labels[name];
  return label === undefined ? null : { name, label };
}

/** The field that a path is about. */
const nameOf = (path: readonly string[]): string => pathInForm(path)[0] ?? "";

/** What the gateway warned of, or null where it did not. */
export function warningsIn(warnings: readonly { readonly rule: string; readonly message: string }[]): ReactNode {
  return warnings.length === 0 ? null : <Warnings warnings={warnings} />;
}
