import { useReading } from "../../session/reading.js";
import { FormLimitsDocument } from "../../operations/generated.js";

/** How long texts may be, in characters; undefined until it is known. */
export function useLimits(): { readonly text?: number; readonly shortText?: number } {
  const reading = useReading(FormLimitsDocument, {});
  return reading.state === "READY" ? reading.data.limits : {};
}
