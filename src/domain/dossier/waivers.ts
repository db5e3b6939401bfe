import { isSame, objectKey, type Obligation } from "../obligations.js";
import { isAbout, keyOf, linkedIn, objectKeyOf, withObject, withObjects } from "./links.js";
import { openedByBeginnings } from "./opening.js";
import type { Statement, Terms } from "./statement.js";

/** A duty as it is waived by what was said; by a retraction or a withdrawal it stays so. */
export function waived(duty: Obligation, all: readonly Statement[], terms: Terms): Obligation {
  const waivers = all.filter((one) => one.waived?.duty.rule === duty.rule);
  if (waivers.length === 0) return duty;
  const standing = waivers.find(
    (one) => isOfDuty(one, duty, all, terms) && !(one.waived?.isBySoc && isNamedAgain(duty, one, all)),
  );
  const isByOne = waivers.some((one) => one.receivedAt === duty.waivedAt && mayBeOfDuty(one, duty, all));
  return { ...duty, waivedAt: standing?.receivedAt ?? (isByOne ? null : duty.waivedAt) };
}

/** Whether a waiver is of that duty, or was, by a link that stands or was taken back. */
function mayBeOfDuty({ waived: waiver }: Statement, duty: Obligation, all: readonly Statement[]): boolean {
  if (!waiver) return false;
  const key = objectKeyOf(waiver.duty);
  const isLinked = all.some(
    ({ link }) => link?.objectId === duty.objectId && key === objectKey(null, link?.description ?? null),
  );
  return isLinked || isSame(waiver.duty, duty);
}

/**
 * L9: what was waived toward the owner of what is described is waived toward the object's to which that is linked; but where the
 * object had a duty of its own before, that one is left as it stands.
 */
function isOfDuty({ waived: waiver }: Statement, duty: Obligation, all: readonly Statement[], terms: Terms): boolean {
  if (!waiver) return false;
  if (isSame(waiver.duty, duty)) return true;
  if (!isSame(withObject(waiver.duty, linkedIn(all)), duty)) return false;
  const linked = all.findIndex(
    ({ link }) => link?.takenBackAt === null && objectKey(null, link.description) === objectKeyOf(waiver.duty),
  );
  return !openedByBeginnings(all.slice(0, linked), terms).some((one) => isSame(one, duty));
}

/** F25: a duty that its SOC closed is owed again where a later statement names its object again, by what was linked until then. */
function isNamedAgain(duty: Obligation, closing: Statement, all: readonly Statement[]): boolean {
  const closed = all.indexOf(closing);
  const objects = linkedIn(all);
  return all.some((_, place) => {
    if (place <= closed) return false;
    const known = withObjects(all.slice(0, place + 1));
    const [last] = known.slice(-1);
    if (last?.link) return last.link.takenBackAt === null && isLinkedAgain(duty, closing, last.link, known);
    // A described one that is still said to be of neither kind owes nothing again.
    const again = last?.objects?.filter((one) => one.objectId !== null || one.isUnknown || one.protectedIn.length > 0);
    return again?.some((one) => isAbout(duty, objects.get(keyOf(one)) ?? one)) ?? false;
  });
}

/** L9, F25: a link names its object where the incident describes that now, or did when its SOC closed the duty. */
function isLinkedAgain(
  duty: Obligation,
  closing: Statement,
  { objectId }: NonNullable<Statement["link"]>,
  known: readonly Statement[],
): boolean {
  if (duty.objectId !== objectId) return false;
  const naming = known.filter(({ objects }) => objects !== undefined);
  const then = naming.findLast(({ receivedAt }) => receivedAt <= closing.receivedAt);
  return [naming.at(-1), then].some((one) => one?.objects?.some((object) => isAbout(duty, object)) ?? false);
}
