import { Page } from "../../page/Page.js";
import { queryOf, useView } from "../../page/useView.js";
import { useNow } from "../../session/now.js";
import { useReading } from "../../session/reading.js";
import { DeliveriesDocument, type ShownDeliveryFragment } from "../../operations/generated.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Instant } from "../../parts/Instant.js";
import { Number } from "../../parts/Numbers.js";
import { FIRST_PAGE, type PageAt, pageArguments, Pages } from "../../parts/Pages.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { Segmented } from "../../parts/Tabs.js";
import { useTexts } from "../../texts/TextsContext.js";
import { incidentHref, notificationHref } from "../../shared/addresses.js";
import { dutyOf } from "../../shared/duties/words.js";
import { dotted } from "../../texts/one-line.js";
import { DeliveryState } from "./DeliveryState.js";
import { Remedy } from "./Remedy.js";
import styles from "./Deliveries.module.css";

const PAGE = 50;
const SHOWN = ["NOT_REACHED", "ALL"] as const;

/** Which deliveries are looked at; the address has it. */
interface DeliveriesView {
  readonly shown: (typeof SHOWN)[number];
  readonly page: PageAt;
}

function read(search: string): DeliveriesView {
  const query = new URLSearchParams(search);
  return {
    shown: query.get("shown") === "ALL" ? "ALL" : "NOT_REACHED",
    page: { after: query.get("after") ?? "", before: query.get("before") ?? "" },
  };
}

const ADDRESS = {
  read,
  write: ({ shown, page }: DeliveriesView): string => queryOf({ shown: shown === "ALL" ? shown : "", ...page }),
  afresh: { page: FIRST_PAGE },
};

/** What was sent to owners and contacts; first of all what did not reach an owner, why, and what can be done. */
export function Deliveries() {
  const { deliveries, words } = useTexts();
  const [{ shown, page }, change] = useView<DeliveriesView>(ADDRESS);
  const reading = useReading(
    DeliveriesDocument,
    { ownerNotNotified: shown === "NOT_REACHED" ? true : null, ...pageArguments(page, PAGE) },
    { isAboutAll: true },
  );
  const columns: readonly [Column<ShownDeliveryFragment>, ...Column<ShownDeliveryFragment>[]] = [
    { key: "about", name: deliveries.columns.about, cell: (delivery) => <About delivery={delivery} /> },
    {
      key: "whom",
      name: deliveries.columns.whom,
      cell: ({ party, object }) => (
        <span className={styles.lines}>
          <span>{party?.name ?? words.owner}</span>
          <span className={styles.second}>{object?.name ?? party?.code}</span>
        </span>
      ),
    },
    { key: "state", name: deliveries.columns.state, cell: (delivery) => <DeliveryState delivery={delivery} /> },
    { key: "queued", name: deliveries.columns.queuedAt, cell: ({ queuedAt }) => <At at={Date.parse(queuedAt)} /> },
    { key: "act", name: deliveries.columns.act, isPlain: true, cell: (delivery) => <Remedy delivery={delivery} /> },
  ];
  return (
    <Page
      acts={
        <Segmented
          choices={SHOWN.map((key) => ({ key, label: deliveries.choices[key] }))}
          chosen={shown}
          label={deliveries.shown}
          onChoose={(next) => change({ shown: next })}
        />
      }
      title={deliveries.title}
    >
      {reading.state === "LOADING" ? (
        <Loading rows={6} />
      ) : reading.state === "REFUSED" ? (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      ) : (
        <Panel isFlush title={deliveries.choices[shown]}>
          {reading.data.deliveries.nodes.length === 0 ? (
            <Empty title={shown === "ALL" ? deliveries.emptyAllTitle : deliveries.emptyTitle}>
              <p>{shown === "ALL" ? deliveries.emptyAll : deliveries.empty}</p>
            </Empty>
          ) : (
            <DataTable
              columns={columns}
              href={(delivery) => aboutOf(delivery).href}
              label={deliveries.title}
              rowKey={({ id }) => id}
              rows={reading.data.deliveries.nodes}
            />
          )}
          <Pages
            next={deliveries.next}
            onTurn={(at) => change({ page: at })}
            page={reading.data.deliveries.pageInfo}
            previous={deliveries.previous}
          />
        </Panel>
      )}
    </Page>
  );
}

/** The number of what a delivery is about, and where it leads. */
function aboutOf({ incident, obligation }: ShownDeliveryFragment): { readonly number: string; readonly href: string } {
  const number = incident?.number ?? obligation?.incident?.number;
  if (number !== undefined) return { number, href: incidentHref(number) };
  const notification = obligation?.notification?.number ?? "";
  return { number: notification, href: notificationHref(notification) };
}

function About({ delivery }: { readonly delivery: ShownDeliveryFragment }) {
  const { obligation } = delivery;
  const texts = useTexts();
  return (
    <span className={styles.lines}>
      <Number number={aboutOf(delivery).number} />
      {obligation && <span className={styles.second}>{dotted(obligation.rule, dutyOf(obligation.rule, texts))}</span>}
    </span>
  );
}

function At({ at }: { readonly at: number }) {
  return <Instant at={at} now={useNow()} />;
}
