import { Fragment, useEffect, useState, type ReactNode } from "react";
import { Button, ButtonLink } from "../../parts/Button.js";
import { save } from "../../parts/save.js";
import { useSession } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeNumber } from "../../time/numbers.js";
import { writeFull } from "../../time/write.js";
import { type FieldName, fieldNames } from "../../shared/incidents/card-fields.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { Cell } from "./Cell.js";
import type { PrintedRevision } from "./PrintedCard.js";
import styles from "./Print.module.css";
import { saysOf } from "../../link/says.js";

/** The sheet: annex 3's table in its order, every box of every choice, and in each page's foot what it is a print of. */
export function Sheet({
  card,
  number,
  soc,
}: {
  readonly card: PrintedRevision;
  readonly number: string;
  readonly soc: { readonly name: string; readonly code: string } | null;
}) {
  const texts = useTexts();
  const { dossier, form } = texts;
  const language = useLanguage();
  const kazakh = useKazakh();
  const title = dossier.print.title(number, card.revision);
  useEffect(() => {
    // The name that a printer, or a file, takes.
    document.title = title;
  }, [title]);
  const label = (own: string, inKazakh: string): ReactNode => (
    <>
      <span lang="kk">{inKazakh}</span>
      {language !== "kk" && <span className={styles.own}>{own}</span>}
    </>
  );
  const members = form.documents.incidentCard.members.card.members;
  const kazakhMembers = kazakh.documents.incidentCard.members.card.members;
  const details: readonly string[] = form.details.members;
  const row = (name: FieldName, isDetail: boolean): ReactNode => (
    <tr className={isDetail ? styles.detail : undefined} key={name}>
      <th scope="row">{label(members[name].label, kazakhMembers[name].label)}</th>
      <td>
        <Cell card={card} name={name} />
      </td>
    </tr>
  );
  const names = fieldNames(texts);
  const firstDetail = names.find((name) => details.includes(name));
  return (
    <>
      <Tools card={card} number={number} title={title} />
      <article className={styles.sheet}>
        <p className={styles.form}>{dossier.print.form}</p>
        <h1>{label(form.documents.incidentCard.label, kazakh.documents.incidentCard.label)}</h1>
        <dl className={styles.about}>
          <dt>{dossier.print.number}</dt>
          <dd>{number}</dd>
          <dt>{dossier.print.revision}</dt>
          <dd>
            {card.revision} · {writeFull(Date.parse(card.receivedAt), language)}
          </dd>
          <dt>{texts.words.soc}</dt>
          <dd>{soc ? `${soc.name} (${soc.code})` : ""}</dd>
        </dl>
        <table className={styles.table}>
          <tbody>
            {names.map((name) => (
              <Fragment key={name}>
                {name === firstDetail && (
                  <tr>
                    <th className={styles.group} colSpan={2} scope="rowgroup">
                      {label(form.details.label, kazakh.details.label)}
                    </th>
                  </tr>
                )}
                {row(name, details.includes(name))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>
                {number} · {dossier.print.revision} {card.revision} ·{" "}
                {card.receipt ? (
                  <>
                    {dossier.print.receipt(writeNumber(card.receipt.position, language))} · {dossier.print.hash}{" "}
                    <code>{card.receipt.entryHash}</code>
                  </>
                ) : (
                  dossier.print.noReceipt
                )}
              </td>
            </tr>
          </tfoot>
        </table>
      </article>
    </>
  );
}

function Tools({
  card,
  number,
  title,
}: {
  readonly card: PrintedRevision;
  readonly number: string;
  readonly title: string;
}) {
  const { dossier, shell } = useTexts();
  const { link } = useSession();
  const [state, setState] = useState<{ readonly isMaking: boolean; readonly says: string }>({
    isMaking: false,
    says: "",
  });
  const take = async (): Promise<void> => {
    setState({ isMaking: true, says: dossier.print.making });
    try {
      save(await link.file(card.paper), `${title}.pdf`);
      setState({ isMaking: false, says: "" });
    } catch (error) {
      setState({ isMaking: false, says: saysOf(error) || shell.errors.unreachable });
    }
  };
  return (
    <div className={styles.tools}>
      <ButtonLink href={`/incidents/${number}`} kind="quiet">
        {dossier.print.back}
      </ButtonLink>
      <Button icon="print" kind="primary" onPress={() => print()}>
        {dossier.print.print}
      </Button>
      <Button icon="download" isBusy={state.isMaking} onPress={() => void take()}>
        {dossier.print.pdf}
      </Button>
      <span role="status">{state.says}</span>
    </div>
  );
}
