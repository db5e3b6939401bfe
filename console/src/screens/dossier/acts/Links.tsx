import { useState } from "react";
import { useDraft } from "../../../forms/useDraft.js";
import { useSubmit } from "../../../forms/useSubmit.js";
import {
  LinkObjectDocument,
  LinkSameDocument,
  UnlinkObjectDocument,
  UnlinkSameDocument,
} from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { useTook } from "../useDossier.js";
import { ActForm, type Values } from "./ActForm.js";
import type { ActProps } from "./acts.js";

const NOTHING: Values = {};

/** L9: an object that the incident describes is a registered one. */
export function LinkObject({ incident, onClose }: ActProps) {
  const { linkObject: says } = useTexts().dossier.acts;
  const [described] = useState(() =>
    incident.objects.flatMap(({ description, code }) => (description && !code ? [description] : [])),
  );
  const [draft, state] = useDraft<Values>("act LINK_OBJECT", incident.number, {
    description: described.length === 1 ? (described[0] ?? "") : "",
  });
  const { sending, send } = useSubmit(LinkObjectDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
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
      incident={incident}
      onClose={onClose}
      onSend={async ({ description = "", objectId = "", reason = "" }) => {
        const answer = await send({ incidentId: incident.number, description, objectId, reason });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** L9: such a link that was made in error. */
export function UnlinkObject({ incident, onClose }: ActProps) {
  const { unlinkObject: says } = useTexts().dossier.acts;
  const [linked] = useState(() => incident.objectLinks.filter(({ unlinkedAt }) => !unlinkedAt));
  const [draft, state] = useDraft<Values>("act UNLINK_OBJECT", incident.number, {
    description: linked.length === 1 ? (linked[0]?.description ?? "") : "",
  });
  const { sending, send } = useSubmit(UnlinkObjectDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
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
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async ({ description = "", reason = "" }) => {
        const answer = await send({ incidentId: incident.number, description, reason });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** Dossiers of several SOCs are of one incident. */
export function LinkSame({ incident, onClose }: ActProps) {
  const { linkSame: says } = useTexts().dossier.acts;
  const [draft, state] = useDraft<Values>("act LINK_SAME", incident.number, NOTHING);
  const { sending, send } = useSubmit(LinkSameDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[
        { name: "incidentIds", kind: "line", label: says.numbers, help: says.numbersHelp },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      incident={incident}
      onClose={onClose}
      onSend={async ({ incidentIds = "", reason = "" }) => {
        const others = incidentIds.split(/[\s,;]+/).filter(Boolean);
        const answer = await send({ incidentIds: [incident.number, ...others], reason });
        // What it gives back is one of them, whichever.
        if (answer?.incident.number === incident.number) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** They are not: this one stands alone again. */
export function UnlinkSame({ incident, onClose }: ActProps) {
  const { unlinkSame: says } = useTexts().dossier.acts;
  const [draft, state] = useDraft<Values>("act UNLINK_SAME", incident.number, NOTHING);
  const { sending, send } = useSubmit(UnlinkSameDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[{ name: "reason", kind: "text", label: says.reason }]}
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async ({ reason = "" }) => {
        const answer = await send({ incidentIds: [incident.number], reason });
        if (answer?.incident.number === incident.number) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}
