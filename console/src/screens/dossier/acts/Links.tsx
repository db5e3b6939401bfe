import { useState } from "react";
import {
  LinkObjectDocument,
  LinkSameDocument,
  UnlinkObjectDocument,
  UnlinkSameDocument,
} from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActForm } from "./ActForm.js";
import type { ActProps } from "./acts.js";

/** L9: an object that the incident describes is a registered one. */
export function LinkObject(act: ActProps) {
  const { linkObject: says } = useTexts().dossier.acts;
  const { incident } = act;
  const [described] = useState(() =>
    incident.objects.flatMap(({ description, code }) => (description && !code ? [description] : [])),
  );
  return (
    <ActForm
      {...act}
      begin={{ description: onlyOne(described) }}
      document={LinkObjectDocument}
      fields={[
        {
          name: "description",
          kind: "choice",
          label: says.description,
          choices: described.map((value) => ({ value, label: value })),
        },
        { name: "objectId", kind: "object", label: says.object },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      input={(values) => ({ incidentId: incident.number, ...values })}
      name="LINK_OBJECT"
      says={says}
    />
  );
}

/** L9: such a link that was made in error. */
export function UnlinkObject(act: ActProps) {
  const { unlinkObject: says } = useTexts().dossier.acts;
  const { incident } = act;
  const [linked] = useState(() => incident.objectLinks.filter(({ unlinkedAt }) => !unlinkedAt));
  return (
    <ActForm
      {...act}
      begin={{ description: onlyOne(linked.map(({ description }) => description)) }}
      document={UnlinkObjectDocument}
      fields={[
        {
          name: "description",
          kind: "choice",
          label: says.description,
          choices: linked.map(({ description, code, object }) => ({
            value: description,
            label: `${description} → ${object?.name ?? code} (${code})`,
          })),
        },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      input={(values) => ({ incidentId: incident.number, ...values })}
      isDanger
      name="UNLINK_OBJECT"
      says={says}
    />
  );
}

/** What is chosen from the first, where there is one alone. */
const onlyOne = (all: readonly string[]): string => (all.length === 1 ? (all[0] ?? "") : "");

/** Dossiers of several SOCs are of one incident. */
export function LinkSame(act: ActProps) {
  const { linkSame: says } = useTexts().dossier.acts;
  return (
    <ActForm
      {...act}
      document={LinkSameDocument}
      fields={[
        { name: "incidentIds", kind: "line", label: says.numbers, help: says.numbersHelp },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      input={({ incidentIds, reason }) => {
        const others = incidentIds.split(/[\s,;]+/).filter(Boolean);
        return { incidentIds: [act.incident.number, ...others], reason };
      }}
      name="LINK_SAME"
      says={says}
    />
  );
}

/** They are not: this one stands alone again. */
export function UnlinkSame(act: ActProps) {
  const { unlinkSame: says } = useTexts().dossier.acts;
  return (
    <ActForm
      {...act}
      document={UnlinkSameDocument}
      fields={[{ name: "reason", kind: "text", label: says.reason }]}
      input={({ reason }) => ({ incidentIds: [act.incident.number], reason })}
      isDanger
      name="UNLINK_SAME"
      says={says}
    />
  );
}
