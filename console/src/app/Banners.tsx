import { wrongBy } from "../link/gateway-clock.js";
import type { LinkState } from "../link/link-state.js";
import { useNow } from "../session/now.js";
import type { FeedName } from "../live/state.js";
import { useLiveNotes } from "../session/useLive.js";
import { Banner } from "../parts/Banner.js";
import { Button } from "../parts/Button.js";
import { useSession } from "../session/SessionContext.js";
import { useStore } from "../store.js";
import { useLanguage, useTexts } from "../texts/TextsContext.js";
import { writeDuration } from "../time/durations.js";
import { writeClock, writeMoment } from "../time/write.js";
import styles from "./Banners.module.css";

/** What holds for the whole page and must not be missed: said once when it begins, not each second. */
export function Banners() {
  const session = useSession();
  const link = useStore(session.link.state, (state) => state);
  const isLocked = useStore(session.state, (state) => state.isLocked);
  const wrong = useStore(session.link.clock.offset, wrongBy);
  const notes = useLiveNotes((all) => all);
  const { shell } = useTexts();
  const language = useLanguage();
  return (
    <div role="status" className={styles.banners}>
      <OfLink link={link} tryNow={session.live.restart} />
      {isLocked ? (
        <Notice
          act={
            <Button isSmall onPress={session.askAgain}>
              {shell.lock.unlock}
            </Button>
          }
        >
          {shell.lock.idle}
        </Notice>
      ) : null}
      {wrong === null ? null : (
        <Notice>
          {wrong > 0 ? shell.clock.slow(lengthOf(wrong, language)) : shell.clock.fast(lengthOf(wrong, language))}
        </Notice>
      )}
      {notes.readAgain ? (
        <Notice
          act={
            <Button isSmall onPress={() => session.live.notes.set({ ...session.live.notes.get(), readAgain: null })}>
              {shell.acts.close}
            </Button>
          }
        >
          {notes.readAgain.isOtherDatabase
            ? shell.link.cursorAhead
            : shell.link.readAgain(writeClock(notes.readAgain.at))}
        </Notice>
      ) : null}
      {Object.entries(notes.gone).map(([feed, says]) => (
        <Notice key={feed}>{`${shell.link.sectionGone(shell.sections[SECTION_OF[feed as FeedName]])} ${says}`}</Notice>
      ))}
    </div>
  );
}

/** The banners are announced together, as one region that is there before they come. */
function Notice(props: Omit<Parameters<typeof Banner>[0], "kind" | "isAnnounced">) {
  return <Banner {...props} isAnnounced={false} kind="stale" />;
}

const SECTION_OF = { incidents: "incidents", notifications: "notifications", obligations: "terms" } as const;

const lengthOf = (seconds: number, language: ReturnType<typeof useLanguage>): string =>
  writeDuration(Math.abs(seconds) * 1_000, language);

function OfLink({ link, tryNow }: { readonly link: LinkState; readonly tryNow: () => void }) {
  const { shell } = useTexts();
  switch (link.kind) {
    case "LOST":
      return (
        <Notice
          act={
            <Button isSmall onPress={tryNow}>
              {shell.link.retryNow}
            </Button>
          }
          aside={<Retry at={link.retryAt} />}
        >
          <LostSince since={link.since} />
        </Notice>
      );
    case "CATCHING_UP":
      return (
        <Notice>{link.count === 0 ? shell.link.catchingUpUncounted : shell.link.catchingUpBanner(link.count)}</Notice>
      );
    case "REFUSED":
      return <Notice>{link.says || shell.errors.unreachable}</Notice>;
    case "CONNECTING":
    case "LIVE":
      return null;
  }
}

function LostSince({ since }: { readonly since: number }) {
  const { shell } = useTexts();
  return shell.link.lostBanner(writeMoment(since, since, useLanguage()));
}

/** The seconds until the next attempt are looked at, not announced. */
function Retry({ at }: { readonly at: number | null }) {
  const { shell } = useTexts();
  const now = useNow();
  const seconds = at === null ? 0 : Math.ceil((at - now) / 1_000);
  return <span aria-hidden>{seconds > 0 ? shell.link.retryIn(seconds) : shell.link.retrying}</span>;
}
