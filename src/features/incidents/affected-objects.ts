import type { AffectedObject } from "../../domain/incident-card.js";
import type { RequestContext } from "../../operation/request-context.js";

/** Affected objects as the schema shows them: a registered one as far as the caller may see it. */
export async function affectedObjects(
  { affected }: { readonly affected: readonly AffectedObject[] },
  context: RequestContext,
): Promise<(Omit<AffectedObject, "objectId"> & { readonly object: unknown })[]> {
  return Promise.all(
    affected.map(async ({ objectId, ...said }) => ({
      ...said,
      object: objectId === null ? null : await context.reading.object.load(objectId),
    })),
  );
}
