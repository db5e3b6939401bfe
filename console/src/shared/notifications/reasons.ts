import type { ThreadRecipientFragment } from "../../operations/generated.js";
import type { Texts } from "../../texts/texts.js";

export type Reason = ThreadRecipientFragment["reasons"][number];

/** A reason in words, for the SOC that it is about. */
export function reasonInFull({ kind, object, sector, indicator }: Reason, { form, inbox }: Texts): string {
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
