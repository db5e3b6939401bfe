import { isStale } from "../../link/link-state.js";
import { useNow } from "../../session/now.js";
import { Banner } from "../../parts/Banner.js";
import { Phone } from "../../parts/Phone.js";
import { useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { parseDateTime } from "../../time/parse.js";
import { writeClock } from "../../time/write.js";
import { R91 } from "../../shared/incident-form/moments.js";
import { useCentrePhone } from "../../shared/registers/useCentrePhone.js";

/** While the link is gone within the 15 minutes: whom to call, for R9.1 does not wait for the network. */
export function LinkLost({ confirmedAt }: { readonly confirmedAt: string }) {
  const { report } = useTexts();
  const isLost = useStore(useSession().link.state, isStale);
  const phone = useCentrePhone();
  const now = useNow();
  const at = parseDateTime(confirmedAt, now);
  if (!isLost || at === null) return null;
  return (
    <Banner kind="refused">
      <b>{report.linkLost}.</b> {report.linkLostSays(writeClock(at + R91))}{" "}
      {phone ? (
        <>
          {report.centrePhone}: <Phone number={phone} />
        </>
      ) : (
        report.noCentrePhone
      )}
    </Banner>
  );
}
