import { Link, useParams } from "wouter";
import { Page } from "../../page/Page.js";
import { useReading } from "../../session/reading.js";
import { OwnedIncidentPageDocument, type OwnedIncidentPageQuery } from "../../operations/generated.js";
import { Banner } from "../../parts/Banner.js";
import { buttonClass, ButtonLink } from "../../parts/Button.js";
import { Facts } from "../../parts/Facts.js";
import { Icon } from "../../parts/Icon.js";
import { Instant } from "../../parts/Instant.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { phoneHref } from "../../parts/Phone.js";
import { Severity } from "../../parts/Severity.js";
import { Loading, Refused } from "../../parts/States.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeFull } from "../../time/write.js";
import { NoSuchIncident } from "../../shared/incidents/NoSuchIncident.js";
import { typeOf } from "../../shared/incidents/words.js";
import { IKnow } from "./IKnow.js";
import styles from "./Owner.module.css";

export type OwnedIncidentRead = NonNullable<OwnedIncidentPageQuery["incident"]>;

/** What happened to an owner's object, who tells them, and "I know" (R9.2): one page, one button. */
export function OwnedIncident() {
  const { owner } = useTexts();
  const number = useParams<{ number: string }>().number.toUpperCase();
  const reading = useReading(OwnedIncidentPageDocument, { number }, { about: [number] });
  if (reading.state === "READY")
    return reading.data.incident ? <Shown incident={reading.data.incident} /> : <NoSuchIncident />;
  return (
    <Page title={owner.page.title(number)}>
      {reading.state === "LOADING" ? (
        <Loading rows={6} />
      ) : (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      )}
    </Page>
  );
}

function Shown({ incident }: { readonly incident: OwnedIncidentRead }) {
  const texts = useTexts();
  const { owner } = texts;
  const { affectedObjects, confirmedAt, card, receivedAt, soc, retractedAt } = incident;
  return (
    <Page
      crumbs={<Link href="/">{owner.back}</Link>}
      second={
        <p className={styles.line}>
          <Severity level={incident.severity ?? null} />
          <Number number={incident.number} />
        </p>
      }
      title={typeOf(incident.type, texts)}
    >
      <div className={styles.page}>
        {retractedAt && <Banner kind="note">{owner.page.retracted}</Banner>}
        <IKnow incident={incident} />
        <Panel title={owner.page.objects}>
          <ul className={styles.objects}>
            {affectedObjects.map(({ code, description, object }) => (
              <li key={`${code ?? ""} ${description ?? ""}`}>
                <b>{object?.name ?? description ?? code}</b> <span className={styles.second}>{code}</span>
              </li>
            ))}
          </ul>
          <Facts
            facts={[
              { name: owner.page.confirmed, value: <Instant at={Date.parse(confirmedAt)} /> },
              ...(card ? [{ name: owner.page.occurred, value: <Instant at={Date.parse(card.occurredAt)} /> }] : []),
              { name: owner.page.reported, value: <Instant at={Date.parse(receivedAt)} /> },
            ]}
          />
        </Panel>
        <Panel title={owner.page.what}>
          <Story incident={incident} />
        </Panel>
        <Panel title={owner.page.who}>
          <p>{soc?.name}</p>
          {soc?.phone ? (
            <p>
              <a className={buttonClass()} href={phoneHref(soc.phone)}>
                <Icon name="phone" />
                <span>
                  {owner.page.call} {soc.phone}
                </span>
              </a>
            </p>
          ) : (
            <p className={styles.second}>{owner.page.noPhone}</p>
          )}
        </Panel>
      </div>
    </Page>
  );
}

/** In the SOC's words: the card's, or until it comes the report's. */
function Story({ incident }: { readonly incident: OwnedIncidentRead }) {
  const { owner, form } = useTexts();
  const language = useLanguage();
  const { card, report, number } = incident;
  if (!card)
    return (
      <div className={styles.story}>
        {report ? (
          <>
            <p className={styles.said}>{report.summary}</p>
            <p className={styles.second}>{owner.page.fromReport}</p>
          </>
        ) : (
          <p>{owner.page.onlyNamed}</p>
        )}
      </div>
    );
  return (
    <div className={styles.story}>
      <p className={styles.said}>{card.nature}</p>
      <h3>{owner.page.consequences}</h3>
      <ul>
        {card.consequences.map((one) => (
          <li key={one}>{form.choices.Consequence[one].label}</li>
        ))}
      </ul>
      <h3>{owner.page.done}</h3>
      <p className={styles.said}>{card.measures}</p>
      <p className={styles.second}>
        {owner.page.revision(card.revision, writeFull(Date.parse(card.receivedAt), language))}
      </p>
      <p>
        <ButtonLink href={`/print/incidents/${number}`} icon="print">
          {owner.page.print}
        </ButtonLink>
      </p>
    </div>
  );
}
