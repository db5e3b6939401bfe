import { Tabs } from "../../parts/Tabs.js";
import { useTexts } from "../../texts/TextsContext.js";
import { CardTab } from "./card/CardTab.js";
import { Deliveries } from "./Deliveries.js";
import { TABS, useDossierView } from "./dossier-view.js";
import { Indicators } from "./Indicators.js";
import { Notifications } from "./Notifications.js";
import { Receipts } from "./Receipts.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** What the dossier holds, part by part. */
export function DossierTabs({ incident }: { readonly incident: Incident }) {
  const { dossier } = useTexts();
  const [view, change] = useDossierView();
  const { card } = incident;
  const counts = {
    card: undefined,
    deliveries: incident.deliveries.length,
    indicators: card?.indicators.length ?? 0,
    notifications: incident.notifications.length + incident.notificationsAbout.length,
    receipts: undefined,
  };
  const labels = {
    ...dossier.tabs,
    card: card ? dossier.tabs.card(card.revision) : dossier.tabs.report,
  };
  return (
    <div className={styles.tabs}>
      <Tabs
        chosen={view.tab}
        label={dossier.tabs.label}
        onChoose={(tab) => change({ tab })}
        tabs={TABS.map((key) => ({ key, label: labels[key], count: counts[key] }))}
      >
        {view.tab === "card" && <CardTab change={change} incident={incident} view={view} />}
        {view.tab === "deliveries" && <Deliveries incident={incident} />}
        {view.tab === "indicators" && <Indicators incident={incident} />}
        {view.tab === "notifications" && <Notifications incident={incident} />}
        {view.tab === "receipts" && <Receipts number={incident.number} />}
      </Tabs>
    </div>
  );
}
