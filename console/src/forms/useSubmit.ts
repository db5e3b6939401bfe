import { useRef, useState } from "react";
import {
  acceptedOf,
  type GatewayClient,
  GatewayError,
  Refused,
  Rejected,
  type TypedDocument,
} from "../../../client/index.js";
import { useSession } from "../session/SessionContext.js";
import type { Session } from "../session/session.js";
import { newKey } from "../link/new-key.js";
import { saysOf } from "../link/says.js";
import type { SentDraft } from "../drafts/draft.js";

export interface Violation {
  readonly rule: string;
  /** Of the field in the input, such as `["card", "measures"]`. */
  readonly path: readonly string[];
  readonly message: string;
}

/** How a submission stands. */
export type Sending<Accepted> =
  | { readonly state: "IDLE" }
  | { readonly state: "SENDING" }
  /** No answer yet; it is sent again under the same key at `at` (milliseconds, the gateway's clock). */
  | { readonly state: "RETRYING"; readonly at: number }
  | { readonly state: "ACCEPTED"; readonly answer: Accepted }
  | { readonly state: "REJECTED"; readonly violations: readonly Violation[] }
  | {
      readonly state: "FAILED";
      /** Empty: the gateway does not answer. */
      readonly says: string;
      /** Of docs/errors.md; null where the gateway was not reached. `CONFLICT`: the key has been used for something else. */
      readonly code: string | null;
      readonly requestId: string | null;
      /** Send it again under the same key to learn whether it was. */
      readonly mayBeRecorded: boolean;
    };

/** Whether an answer is waited for: what sends says so and can be pressed no more. */
export function isUnderWay({ state }: Sending<unknown>): boolean {
  return state === "SENDING" || state === "RETRYING";
}

type Document<Given, Input> = TypedDocument<Readonly<Record<string, Given>>, { input: Input }>;
interface Judged {
  readonly __typename: string;
}

/**
 * Sends an act under a key that stays the same until it is accepted: the draft's, where there is one, else its own. `send`
 * resolves with the acceptance, or null where there is none; never rejects.
 */
export function useSubmit<Given extends Judged, Input extends { readonly submissionKey: string }>(
  document: Document<Given, Input>,
  draft?: SentDraft,
) {
  const key = useRef<string | null>(null);
  return useSending(
    (session, { signal, onRetry }, input: Omit<Input, "submissionKey">) => {
      const submissionKey = draft?.state.get().submissionKey ?? (key.current ??= newKey());
      return session.link.client.submit(document, { ...input, submissionKey } as unknown as Input, { signal, onRetry });
    },
    {
      accepted: async () => {
        key.current = null;
        await draft?.done();
      },
      conflicts: () => {
        key.current = null;
        draft?.conflicts();
      },
    },
  );
}

/** Sends what has no key and no receipt: what administrators register and change. It is sent once. */
export function useRegister<Given extends Judged, Input extends object>(document: Document<Given, Input>) {
  return useSending(
    async (session, { signal }, input: Input) =>
      acceptedOf(await session.link.client.ask(document, { input }, { signal })),
    {},
  );
}

type Submitting = NonNullable<Parameters<GatewayClient["submit"]>[2]>;

function useSending<Input, Accepted>(
  carryOut: (
    session: Session,
    submitting: Required<Pick<Submitting, "signal" | "onRetry">>,
    input: Input,
  ) => Promise<Accepted>,
  after: { readonly accepted?: () => Promise<void>; readonly conflicts?: () => void },
) {
  const session = useSession();
  const [sending, setSending] = useState<Sending<Accepted>>({ state: "IDLE" });
  const isSent = useRef(false);

  const send = async (input: Input): Promise<Accepted | null> => {
    // Pressed twice: the first counts.
    if (isSent.current) return null;
    // A form that was open when the page was locked stays open; whoever is before it now has to say who they are.
    if (session.state.get().isLocked) {
      session.askAgain();
      return null;
    }
    isSent.current = true;
    setSending({ state: "SENDING" });
    const onRetry = (_error: GatewayError, wait: number): void =>
      setSending({ state: "RETRYING", at: session.link.clock.now() + wait });
    try {
      const answer = await carryOut(session, { signal: session.closed, onRetry }, input);
      await after.accepted?.();
      session.readings.invalidate("EVERYTHING");
      setSending({ state: "ACCEPTED", answer });
      return answer;
    } catch (error) {
      if (error instanceof Refused && error.code === "CONFLICT") after.conflicts?.();
      // What was refused may have come of what this page does not know yet.
      if (error instanceof Rejected) session.readings.invalidate("EVERYTHING");
      session.refused(error);
      setSending(outcomeOf(error));
      return null;
    } finally {
      isSent.current = false;
    }
  };
  return {
    sending,
    send,
    /** What the form itself cannot make out stands where the gateway's refusals stand. */
    reject: (violations: readonly Violation[]) => setSending({ state: "REJECTED", violations }),
    forget: () => setSending({ state: "IDLE" }),
  };
}

function outcomeOf(error: unknown): Sending<never> {
  if (error instanceof Rejected) return { state: "REJECTED", violations: error.rejection.violations };
  const unknown = unknownIn(error);
  if (unknown) return { state: "REJECTED", violations: [unknown] };
  const refusal = error instanceof Refused ? error : null;
  return {
    state: "FAILED",
    says: saysOf(error),
    code: refusal?.code ?? null,
    requestId: refusal?.requestId ?? null,
    mayBeRecorded: error instanceof GatewayError && error.mayBeRecorded,
  };
}

/** What was sent names something that does not exist: as long as that stays, sending it again comes to the same. Null for all else. */
function unknownIn(error: unknown): Violation | null {
  if (!(error instanceof Refused) || error.code !== "NOT_FOUND") return null;
  const path = error.faults[0]?.extensions?.path ?? [];
  return path.length === 0 ? null : { rule: "", path: path.map(String), message: error.message };
}
