import { ButtonLink } from "../../parts/Button.js";
import { useMay } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Answer.module.css";

/** R9.6: an incident is answered by its card, which begins with the report. */
export function ByCard({ number }: { readonly number: string }) {
  const { inbox } = useTexts();
  const mayReport = useMay("report");
  return (
    <div className={styles.form}>
      <p>{inbox.answer.reportWhy(number)}</p>
      {mayReport && (
        <p>
          <ButtonLink href={`/report?answers=${number}`} icon="edit" kind="primary">
            {inbox.answer.report}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
