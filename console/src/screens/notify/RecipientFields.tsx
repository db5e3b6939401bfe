import type { Faults } from "../../forms/useFaults.js";
import { useReading } from "../../session/reading.js";
import { NotifyChoicesDocument, type Sector } from "../../operations/generated.js";
import { ChoicesGroup } from "../../parts/ChoiceGroup.js";
import { FaultList, fieldId } from "../../parts/Field.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useMyObjects } from "../../shared/incident-form/useMyObjects.js";
import { CodesField } from "./CodesField.js";
import type { NotifyDraft } from "./notify-form.js";
import styles from "./Notify.module.css";

/** To whom: by SOC, sector, object and indicators; each SOC that fits one of them. */
export function RecipientFields({
  draft,
  faults,
  onChange,
}: {
  readonly draft: NotifyDraft;
  readonly faults: Faults;
  readonly onChange: (changes: Partial<NotifyDraft>, ...names: readonly string[]) => void;
}) {
  const { form, notify } = useTexts();
  const reading = useReading(NotifyChoicesDocument, {});
  const socs = reading.state === "READY" ? reading.data.socs.nodes : [];
  const { objects, isLoading } = useMyObjects();
  const own = faults.at("to");
  const sectors = Object.keys(form.choices.Sector) as Sector[];
  return (
    <Panel title={notify.to}>
      <div className={styles.fields} data-fault={own.length > 0 || undefined} id={fieldId("to")} tabIndex={-1}>
        <p className={styles.second}>{notify.toHelp}</p>
        {own.length > 0 && <FaultList faults={own} kind="fault" />}
        <CodesField
          codes={draft.socs}
          faults={faults}
          isLoading={reading.state === "LOADING"}
          label={notify.socs}
          name="to.socs"
          onChange={(codes) => onChange({ socs: codes }, "to", "to.socs")}
          options={socs
            .filter(({ endedAt }) => endedAt === null)
            .map(({ code, name }) => ({ value: code, label: name, detail: code }))}
        />
        <CodesField
          codes={draft.objects}
          faults={faults}
          isLoading={isLoading}
          label={notify.objects}
          name="to.objects"
          onChange={(codes) => onChange({ objects: codes }, "to", "to.objects")}
          options={objects.map(({ code, name }) => ({ value: code, label: name, detail: code }))}
        />
        <ChoicesGroup
          choices={sectors.map((sector) => ({ value: sector, label: form.choices.Sector[sector].label }))}
          faults={faults.within("to.sectors")}
          label={notify.sectors}
          name="to.sectors"
          onChange={(chosen) => onChange({ sectors: chosen }, "to", "to.sectors")}
          value={draft.sectors}
        />
        <ChoicesGroup
          choices={[{ value: "SHARING", label: notify.sharingYes }]}
          faults={faults.at("to.sharingIndicators")}
          label={notify.sharing}
          name="to.sharingIndicators"
          onChange={(chosen) => onChange({ isSharing: chosen.length > 0 }, "to", "to.sharingIndicators")}
          value={draft.isSharing ? ["SHARING"] : []}
        />
      </div>
    </Panel>
  );
}
