import { Icon } from "../../parts/Icon.js";
import type { IconName } from "../../parts/icons.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Texts } from "../../texts/texts.js";
import type { Part } from "./thread.js";
import styles from "./Why.module.css";

export type Reason = Part["reasons"][number];

const ICON = {
  NAMED: "person",
  COVERS_OBJECT: "owner",
  COVERS_SECTOR: "object",
  SHARES_INDICATOR: "level",
} as const satisfies Record<Reason["kind"], IconName>;

/** A reason in words, for the SOC that it is about. */
function saysOf({ kind, object, sector, indicator }: Reason, { form, inbox }: Texts): string {
  switch (kind) {
    case "NAMED":
      return inbox.reasonOf.NAMED;
    case "COVERS_OBJECT":
      return inbox.reasonOf.COVERS_OBJECT(object ? `${object.code}, ${object.name}` : "");
    case "COVERS_SECTOR":
      return inbox.reasonOf.COVERS_SECTOR(sector ? form.choices.Sector[sector].label : "");
    case "SHARES_INDICATOR":
      return inbox.reasonOf.SHARES_INDICATOR(indicator ?? "");
  }
}

/** Why a SOC was told. */
export function Why({ part }: { readonly part: Part }) {
  const texts = useTexts();
  const { inbox } = texts;
  return (
    <Panel title={inbox.why}>
      {part.reasons.length === 0 ? (
        <p>{inbox.whyHidden}</p>
      ) : (
        <ul className={styles.reasons}>
          {part.reasons.map((reason) => (
            <li key={`${reason.kind} ${reason.object?.id ?? reason.sector ?? reason.indicator ?? ""}`}>
              <Icon name={ICON[reason.kind]} />
              <span>{saysOf(reason, texts)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** A reason in short, for the centre: the object, sector or indicator that made it. */
export function reasonInShort({ kind, object, sector, indicator }: Reason, { form, inbox }: Texts): string {
  const { shortReasonOf } = inbox;
  switch (kind) {
    case "NAMED":
      return shortReasonOf.NAMED;
    case "COVERS_OBJECT":
      return shortReasonOf.COVERS_OBJECT(object?.code ?? "");
    case "COVERS_SECTOR":
      return shortReasonOf.COVERS_SECTOR(sector ? form.choices.Sector[sector].label : "");
    case "SHARES_INDICATOR":
      return shortReasonOf.SHARES_INDICATOR(indicator ?? "");
  }
}
