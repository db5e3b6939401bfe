/** What of an incident says whether an owner knows of it. */
export interface Knowable<Acknowledgement> {
  readonly affectedObjects: readonly { readonly object?: { readonly id: string } | null }[];
  readonly ownerAcknowledgements: readonly Acknowledgement[];
}

/**
 * Since when an owner has said that it knows of the incident on all of its objects; null while it has not. An object that was named
 * after the last word is one more to be known of.
 */
export function knownOf<Acknowledgement extends { readonly object?: { readonly id: string } | null }>({
  affectedObjects,
  ownerAcknowledgements,
}: Knowable<Acknowledgement>): Acknowledgement | null {
  const acknowledged = new Set(ownerAcknowledgements.flatMap(({ object }) => (object ? [object.id] : [])));
  const isAll = affectedObjects.every(({ object }) => !object || acknowledged.has(object.id));
  return isAll ? (ownerAcknowledgements.at(-1) ?? null) : null;
}
