import { Button } from "../../parts/Button.js";
import { copyText } from "../../parts/Numbers.js";
import { useState } from "react";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Administration.module.css";

/** A secret that is shown once, with a button that copies it. It is kept nowhere. */
export function Secret({
  label,
  secret,
  why,
}: {
  readonly label: string;
  readonly secret: string;
  readonly why: string;
}) {
  const { shell } = useTexts();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles.once}>
      <p>{why}</p>
      <p>
        <b>{label}</b>
      </p>
      <code className={styles.secret} data-secret>
        {secret}
      </code>
      <Button icon={isCopied ? "met" : "copy"} onPress={() => void copyText(secret).then(setCopied)}>
        {isCopied ? shell.acts.copied : shell.acts.copy}
      </Button>
      <span className="visually-hidden" role="status">
        {isCopied ? shell.acts.copied : ""}
      </span>
    </div>
  );
}
