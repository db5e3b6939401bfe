import type { ReactNode } from "react";
import { wrongBy } from "../link/gateway-clock.js";
import type { LinkState } from "../link/link-state.js";
import { useNow } from "../session/now.js";
import type { FeedName } from "../live/state.js";
import { useLiveNotes } from "../session/useLive.js";
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
        <Banner says={shell.lock.idle}>
          <button type="button" onClick={session.askAgain}>
            {shell.lock.unlock}
          </button>
        </Banner>
      ) : null}
      {wrong === null ? null : (
        <Banner
          says={wrong > 0 ? shell.clock.slow(lengthOf(wrong, language)) : shell.clock.fast(lengthOf(wrong, language))}
        />
      )}
      {notes.readAgain ? (
        <Banner
          says={
            notes.readAgain.isOtherDatabase
              ? shell.link.cursorAhead
              : shell.link.readAgain(writeClock(notes.readAgain.at))
          }
        >
          <button
            type="button"
            onClick={() => session.live.notes.set({ ...session.live.notes.get(), readAgain: null })}
          >
            {shell.acts.close}
          </button>
        </Banner>
      ) : null}
      {Object.entries(notes.gone).map(([feed, says]) => (
        <Banner key={feed} says={`${shell.link.sectionGone(shell.sections[SECTION_OF[feed as FeedName]])} ${says}`} />
      ))}
    </div>
  );
}

const SECTION_OF = { incidents: "incidents", notifications: "notifications", obligations: "terms" } as const;

const lengthOf = (seconds: number, language: ReturnType<typeof useLanguage>): string =>
  writeDuration(Math.abs(seconds) * 1_000, language);

function OfLink({ link, tryNow }: { readonly link: LinkState; readonly tryNow: () => void }) {
  const { shell } = useTexts();
  switch (link.kind) {
    case "LOST":
      return (
        <Banner says={<LostSince since={link.since} />}>
          <Retry at={link.retryAt} />
          <button type="button" onClick={tryNow}>
            {shell.link.retryNow}
          </button>
        </Banner>
      );
    case "CATCHING_UP":
      return (
        <Banner says={link.count === 0 ? shell.link.catchingUpUncounted : shell.link.catchingUpBanner(link.count)} />
      );
    case "REFUSED":
      return <Banner says={link.says || shell.errors.unreachable} />;
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

function Banner({ says, children }: { readonly says: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className={styles.banner}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
      <p>{says}</p>
      {children}
    </div>
  );
}
