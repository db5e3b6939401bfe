import type { OwnedIncidentFragment } from "../../operations/generated.js";

type Acknowledgement = OwnedIncidentFragment["ownerAcknowledgements"][number];

/**
 * Since when an owner has said that it knows of the incident on all of its objects; null while it has not. An object that was named
 * after the last word is one more to be known of.
 */
export function knownOf({ affectedObjects, ownerAcknowledgements }: OwnedIncidentFragment): Acknowledgement | null {
  const acknowledged = new Set(ownerAcknowledgements.flatMap(({ object }) => (object ? [object.id] : [])));
  const isAll = affectedObjects.every(({ object }) => !object || acknowledged.has(object.id));
  return isAll ? (ownerAcknowledgements.at(-1) ?? null) : null;
}
