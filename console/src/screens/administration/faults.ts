import { createContext, use } from "react";
import type { Fault } from "../../parts/Field.js";

/** What was refused of a field, by its name. */
export type FaultsOf = (name: string) => readonly Fault[];

export const FaultsContext = createContext<FaultsOf>(() => []);

/** Of the form around: `faults={faultsOf("code")}`. */
export const useFieldFaults = (): FaultsOf => use(FaultsContext);
