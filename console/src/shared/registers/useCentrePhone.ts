import { useReading } from "../../session/reading.js";
import { CentrePhoneDocument } from "../../operations/generated.js";

/** The telephone number of the centre's duty officer, read while there is a link; null where it is not registered or not known. */
export function useCentrePhone(): string | null {
  const reading = useReading(CentrePhoneDocument, {});
  return reading.state === "READY" ? reading.data.nationalCentre.phone : null;
}
