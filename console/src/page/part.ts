import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/** A part of the page that could not be fetched: the gateway was not reached, or has been updated and has it no more. */
export class PartMissing extends Error {}

/** What is fetched when it is first shown; throws PartMissing where it cannot be. */
export function part<Props extends object = object>(
  fetched: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await fetched() };
    } catch (cause) {
      throw new PartMissing("A part of the page could not be fetched.", { cause });
    }
  });
}
