import { Button, IconButton } from "../src/parts/Button.js";
import { Icon } from "../src/parts/Icon.js";
import { ICONS, type IconName } from "../src/parts/icons.js";
import { Instant } from "../src/parts/Instant.js";
import { KeyHint } from "../src/parts/KeyHint.js";
import { LinkSign } from "../src/parts/LinkSign.js";
import { Marking, MARKINGS, type MarkingName } from "../src/parts/Marking.js";
import { Copyable, ends, Number } from "../src/parts/Numbers.js";
import { Panel } from "../src/parts/Panel.js";
import { LEVELS, Severity } from "../src/parts/Severity.js";
import { Banner } from "../src/parts/Banner.js";
import { useTexts } from "../src/texts/TextsContext.js";
import { DAY, HOUR } from "../src/time/almaty.js";
import styles from "./PartsPage.module.css";
import { NOW } from "./world.js";

const HASH = "9f2b6d0c41aa77e10b7f10e41a9f2b6d0c41aa77e10b7f10e41a9f2b6d0c41aa";

/** Small signs, buttons and banners. */
export function Signs() {
  const { shell } = useTexts();
  return (
    <>
      <div>
        <Banner act={<Button isSmall>{shell.link.retryNow}</Button>} aside={shell.link.retryIn(4)} kind="stale">
          {shell.link.lostBanner("03:13:59")}
        </Banner>
        <Banner kind="refused">{shell.link.sectionGone(shell.sections.deliveries)}</Banner>
        <Banner kind="note">{shell.clock.slow("41 s")}</Banner>
      </div>
      <Panel note="Icon" title="Icons">
        <div className={styles.icons}>
          {(Object.keys(ICONS) as IconName[]).map((name) => (
            <span key={name} title={name}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Panel>
      <Panel note="Severity, Marking, Number, Copyable, Instant, LinkSign, KeyHint" title="Signs">
        <div className={styles.row}>
          {LEVELS.map((level) => (
            <Severity key={level} level={level} />
          ))}
          <Severity level={null} />
          <Severity compact level="HIGH" />
        </div>
        <div className={styles.row}>
          {(Object.keys(MARKINGS) as MarkingName[]).map((marking) => (
            <Marking key={marking} marking={marking} />
          ))}
        </div>
        <div className={styles.row}>
          <Number number="DEMO-WATER-2026-0007" />
          <Copyable text="DEMO-WATER-2026-0007" />
          <Copyable isCode shown={ends(HASH)} text={HASH} />
        </div>
        <div className={styles.row}>
          <Instant at={NOW} now={NOW} />
          <Instant at={NOW - DAY} now={NOW} />
          <Instant at={NOW - 400 * DAY} now={NOW} />
          <Instant at={NOW + HOUR} />
        </div>
        <div className={styles.row}>
          {(["LIVE", "CONNECTING", "CATCHING_UP", "LOST", "REFUSED"] as const).map((link) => (
            <LinkSign key={link} link={link} />
          ))}
          <KeyHint keys={["J", "K"]}>{shell.keyboard.row}</KeyHint>
          <KeyHint keys={["Ctrl", "Enter"]}>{shell.keyboard.sendForm}</KeyHint>
        </div>
      </Panel>
      <Panel note="Button, IconButton" title="Buttons">
        <div className={styles.row}>
          <Button kind="primary">{shell.acts.send}</Button>
          <Button icon="edit">{shell.acts.edit}</Button>
          <Button icon="print">{shell.acts.print}</Button>
          <Button kind="danger">{shell.drafts.discard}</Button>
          <Button kind="quiet">{shell.acts.cancel}</Button>
          <IconButton icon="close" label={shell.acts.close} onPress={() => undefined} />
        </div>
        <div className={styles.row}>
          <Button isBusy kind="primary">
            {shell.sending.sending}
          </Button>
          <Button isDisabled>{shell.acts.save}</Button>
          <Button isDisabled kind="primary">
            {shell.acts.send}
          </Button>
          <Button isSmall>{shell.acts.copy}</Button>
          <Button icon="add" isSmall kind="quiet">
            {shell.acts.add}
          </Button>
        </div>
      </Panel>
    </>
  );
}
