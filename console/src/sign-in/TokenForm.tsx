import { useId, useState, type SubmitEvent } from "react";
import { useTexts } from "../texts/TextsContext.js";
import type { Problem } from "./entrance.js";
import { tokenIn } from "./token-in.js";
import styles from "./TokenForm.module.css";

interface Props {
  /** Gives what is wrong with the token, or null. */
  readonly signIn: (secret: string) => Promise<Problem | null>;
  readonly problem: Problem | null;
  /** Who may go on here, where it is not anybody. */
  readonly person?: string;
}

/** One field, for a token to be pasted into. */
export function TokenForm({ signIn, problem: first, person = "" }: Props) {
  const { shell } = useTexts();
  const [secret, setSecret] = useState("");
  const [isShown, show] = useState(false);
  const [isChecking, check] = useState(false);
  const [problem, setProblem] = useState(first);
  const [isEmpty, setEmpty] = useState(false);
  const id = useId();
  const says = isEmpty ? shell.signIn.empty : sentenceFor(problem, shell, person);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const token = tokenIn(secret);
    setEmpty(token === "");
    if (token === "" || isChecking) return;
    check(true);
    setProblem(await signIn(token));
    check(false);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor={id}>{shell.signIn.token}</label>
      <div className={styles.field}>
        <input
          id={id}
          type={isShown ? "text" : "password"}
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
          // The one thing to do here.
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-help ${id}-says`}
          aria-invalid={says !== null && problem?.kind !== "SIGNED_OUT"}
        />
        <button type="button" aria-pressed={isShown} onClick={() => show(!isShown)}>
          {isShown ? shell.signIn.hide : shell.signIn.show}
        </button>
      </div>
      <p
        id={`${id}-says`}
        role="alert"
        className={problem?.kind === "SIGNED_OUT" && !isEmpty ? styles.note : styles.problem}
      >
        {says}
      </p>
      <button type="submit" className={styles.act} aria-disabled={isChecking}>
        {isChecking ? shell.signIn.checking : shell.signIn.act}
      </button>
      <p id={`${id}-help`} className={styles.help}>
        {shell.signIn.tokenHelp}
      </p>
    </form>
  );
}

function sentenceFor(
  problem: Problem | null,
  shell: ReturnType<typeof useTexts>["shell"],
  person: string,
): string | null {
  switch (problem?.kind) {
    case undefined:
      return null;
    case "REFUSED":
      return problem.says || null;
    case "UNREACHABLE":
      return shell.errors.unreachable;
    case "SIGNED_OUT":
      return shell.signIn.signedOut;
    case "SIGNED_OUT_ELSEWHERE":
      return shell.signIn.signedOutElsewhere;
    case "SOMEBODY_ELSE":
      return shell.signIn.other(person);
  }
}
