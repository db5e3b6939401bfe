import { useState } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { Icon } from "./Icon.js";
import styles from "./Numbers.module.css";

/** Puts a text on the clipboard; false where the browser does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A number, key or hash with a button that copies it; `shown` is what stands there where the whole is too long. */
export function Copyable({
  text,
  shown,
  isCode = false,
}: {
  readonly text: string;
  readonly shown?: string;
  readonly isCode?: boolean;
}) {
  const { parts, shell } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const Written = isCode ? "code" : "span";
  return (
    <span className={styles.copyable}>
      <Written className={styles.text} title={shown === undefined ? undefined : text}>
        {shown ?? text}
      </Written>
      <button
        aria-label={parts.copy(text)}
        className={styles.copy}
        onBlur={() => setCopied(false)}
        onClick={() => void copyText(text).then(setCopied)}
        title={parts.copy(text)}
        type="button"
      >
        <Icon name={isCopied ? "met" : "copy"} size={14} />
      </button>
      <span className="visually-hidden" role="status">
        {isCopied ? shell.acts.copied : ""}
      </span>
    </span>
  );
}

/** The number of an incident or a notification: it never breaks at its hyphens. */
export function Number({ number }: { readonly number: string }) {
  return <span className={styles.number}>{number}</span>;
}

/** A hash or key by its ends: `9f2b6d0c…e41a`. */
export function ends(text: string): string {
  return text.length <= 16 ? text : `${text.slice(0, 8)}…${text.slice(-4)}`;
}
