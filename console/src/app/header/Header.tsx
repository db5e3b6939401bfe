import { Link, useLocation } from "wouter";
import { LinkSign } from "../../parts/LinkSign.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type Section, sectionAt, sectionsOf } from "../../page/sections.js";
import styles from "./Header.module.css";
import { LanguageSwitch } from "./LanguageSwitch.js";
import { Logo } from "./Logo.js";
import { PersonMenu } from "./PersonMenu.js";
import { SectionIcon } from "./SectionIcon.js";
import { SoundSwitch } from "./SoundSwitch.js";
import { type SectionCount, useSectionCounts } from "./useSectionCounts.js";
import { WallClock } from "./WallClock.js";

/** Sections that the bar of a telephone has room for; the menu has the others. */
const IN_BAR = 4;

/** What stands over every screen; on a telephone the sections are a bar beneath it. */
export function Header() {
  const { shell } = useTexts();
  const sections = sectionsOf(usePerson());
  const [path] = useLocation();
  const current = sectionAt(sections, path);
  const link = useStore(useSession().link.state, ({ kind }) => kind);
  const counts = useSectionCounts();
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.home} aria-label={`${shell.name}: ${shell.sections[sections[0]?.id ?? "wall"]}`}>
        <Logo />
      </Link>
      <nav className={styles.sections} aria-label={shell.sections.label}>
        {sections.map((section, index) => (
          <SectionLink
            key={section.id}
            section={section}
            count={counts[section.id]}
            isCurrent={section === current}
            isInBar={index < IN_BAR}
          />
        ))}
        <button type="button" className={styles.more} popoverTarget="person-menu">
          <svg width="22" height="22" viewBox="0 0 24 24" fill="currentColor" aria-hidden>
            <circle cx="5" cy="12" r="2" />
            <circle cx="12" cy="12" r="2" />
            <circle cx="19" cy="12" r="2" />
          </svg>
          {shell.more}
        </button>
      </nav>
      <div className={styles.signs}>
        <span className={styles.link}>
          <LinkSign link={link} />
        </span>
        <WallClock />
        <div className={styles.wide}>
          <SoundSwitch />
          <LanguageSwitch />
        </div>
        <PersonMenu beyondBar={sections.slice(IN_BAR)} current={current} />
      </div>
    </header>
  );
}

interface SectionLinkProps {
  readonly section: Section;
  readonly count: SectionCount | undefined;
  readonly isCurrent: boolean;
  readonly isInBar: boolean;
}

function SectionLink({ section, count, isCurrent, isInBar }: SectionLinkProps) {
  const { shell } = useTexts();
  return (
    <Link href={section.path} aria-current={isCurrent ? "page" : undefined} data-in-bar={isInBar}>
      <span className={styles.sign}>
        <SectionIcon section={section.id} />
      </span>
      <span>{shell.sections[section.id]}</span>
      {count && count.count > 0 ? (
        <span className={styles.count} data-is={count.is}>
          <span aria-hidden>{count.count}</span>
          <span className="visually-hidden">{count.says}</span>
        </span>
      ) : null}
    </Link>
  );
}
