import { useRegistered } from "../../session/reading.js";
import { MyObjectsDocument, type MyObjectsQuery } from "../../operations/generated.js";

export type MyObject = MyObjectsQuery["protectedObjects"]["nodes"][number];

/** Objects that are offered; what is not among them is named by its code. */
const MOST = 2_000;
/** Milliseconds: the register changes by the month, it is not read anew for each form. */
const HOLDS_FOR = 600_000;
const NONE: readonly MyObject[] = [];

/** The objects that the SOC may see, for its forms: none until they have been read. */
export function useMyObjects(): { readonly objects: readonly MyObject[]; readonly isLoading: boolean } {
  const reading = useRegistered(MyObjectsDocument, ({ protectedObjects }) => protectedObjects, {
    most: MOST,
    holdsFor: HOLDS_FOR,
  });
  return { objects: reading.state === "READY" ? reading.data.rows : NONE, isLoading: reading.state === "LOADING" };
}
