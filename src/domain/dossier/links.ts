import { isSame, objectKey, type About, type Obligation } from "../obligations.js";
import type { NamedObject, ObjectName, Statement } from "./statement.js";

/** L9: the statements with registered objects in place of the descriptions that were linked to them. */
export function withObjects(statements: readonly Statement[]): readonly Statement[] {
  const objects = linkedIn(statements);
  if (objects.size === 0) return statements;
  return statements.map((statement) => {
    const { objects: named, owner } = statement;
    return {
      ...statement,
      ...(named ? { objects: named.map((one) => objects.get(keyOf(one)) ?? one) } : {}),
      ...(owner ? { owner: { ...owner, of: objects.get(keyOf(owner.of)) ?? owner.of } } : {}),
    };
  });
}

/** L9: the same of duties: one that opened toward the owner of what was described is the one toward the object's owner. */
export function withObjectsOfDuties(
  opened: readonly Obligation[],
  statements: readonly Statement[],
): readonly Obligation[] {
  const objects = linkedIn(statements);
  if (objects.size === 0) return opened;
  // What opened for the object itself comes first: the other one is no second duty beside it.
  const isDescribed = ({ objectDescription }: Obligation): number => Number(objectDescription !== null);
  const named = opened
    .toSorted((one, other) => isDescribed(one) - isDescribed(other))
    .map((one) => withObject(one, objects));
  return named.filter((one, place) => named.findIndex((other) => isSame(one, other)) === place);
}

export function withObject<Duty extends About>(duty: Duty, objects: ReadonlyMap<string | null, NamedObject>): Duty {
  const object = objects.get(objectKey(duty.objectId, duty.objectDescription));
  return object ? { ...duty, objectId: object.objectId, objectDescription: null } : duty;
}

/** L9: the registered objects by the descriptions that are linked to them. */
export function linkedIn(statements: readonly Statement[]): ReadonlyMap<string | null, NamedObject> {
  return new Map(
    statements.flatMap(({ link }) =>
      link && link.takenBackAt === null
        ? [
            [
              keyOf({ objectId: null, description: link.description }),
              { objectId: link.objectId, description: null, protectedIn: link.protectedIn },
            ] as const,
          ]
        : [],
    ),
  );
}

/** By what an object is known for the same. */
export function keyOf({ objectId, description }: ObjectName): string | null {
  return objectKey(objectId, description);
}

/** The same of the object toward whose owner a duty is owed. */
export function objectKeyOf({
  objectId,
  objectDescription,
}: Pick<About, "objectId" | "objectDescription">): string | null {
  return objectKey(objectId, objectDescription);
}

/** Whether a duty is owed toward the owner of an object, as a statement names it. */
export function isAbout(duty: Obligation, name: ObjectName): boolean {
  const key = objectKeyOf(duty);
  return key !== null && key === objectKey(name.objectId, name.description);
}
