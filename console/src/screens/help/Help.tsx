import { KeyNames } from "../../keyboard/KeyNames.js";
import { Page } from "../../page/Page.js";
import { sectionsOf } from "../../page/sections.js";
import { LEVELS, Severity } from "../../parts/Severity.js";
import { LinkSign } from "../../parts/LinkSign.js";
import { Panel } from "../../parts/Panel.js";
import { Standing, type ShownStanding } from "../../parts/Standing.js";
import { usePreferences } from "../../person/preferences.js";
import { may } from "../../person/person.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Help.module.css";
import { WhomToCall } from "./WhomToCall.js";

const STANDINGS: readonly ShownStanding[] = ["RUNNING", "DUE_SOON", "OVERDUE", "MET", "MET_LATE", "WAIVED"];

/** Where to begin, what the signs mean, the keys, what to do when something is wrong, whom to call. */
export function Help() {
  const { help, parts } = useTexts();
  const { party, roles } = usePerson();
  const begin =
    roles.length === 0
      ? help.begin.none
      : { NationalCentre: help.begin.centre, Soc: help.begin.soc, Owner: help.begin.owner }[party.__typename];
  return (
    <Page title={help.title}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title={help.begin.title}>
            <p>{begin}</p>
          </Panel>
          <Panel title={help.signs.title}>
            <h3>{help.signs.levels}</h3>
            <dl className={styles.signs}>
              {LEVELS.map((level) => (
                <div key={level}>
                  <dt>
                    <Severity level={level} />
                  </dt>
                  <dd>{parts.criteria[level]}</dd>
                </div>
              ))}
            </dl>
            <h3>{help.signs.standings}</h3>
            <ul className={styles.row}>
              {STANDINGS.map((standing) => (
                <li key={standing}>
                  <Standing standing={standing} />
                </li>
              ))}
            </ul>
            <h3>{help.signs.marks}</h3>
            <ul className={styles.list}>
              {Object.entries(parts.horizon.shapes).map(([shape, says]) => (
                <li key={shape}>
                  <Mark shape={shape} /> {says}
                </li>
              ))}
            </ul>
            <h3>{help.signs.link}</h3>
            <dl className={styles.signs}>
              {(
                [
                  ["LIVE", help.signs.linkLive],
                  ["CATCHING_UP", help.signs.linkCatching],
                  ["LOST", help.signs.linkLost],
                ] as const
              ).map(([link, says]) => (
                <div key={link}>
                  <dt>
                    <LinkSign link={link} />
                  </dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
        <div className={styles.column}>
          <WhomToCall />
          <KeyTable />
          <Panel title={help.trouble.title}>
            <ul className={styles.list}>
              {Object.entries(help.trouble)
                .filter(([name]) => name !== "title")
                .map(([name, says]) => (
                  <li key={name}>{says}</li>
                ))}
            </ul>
          </Panel>
        </div>
      </div>
    </Page>
  );
}

/** The shapes of the horizon's marks: square, circle, triangle, ring. */
function Mark({ shape }: { readonly shape: string }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden className={styles.mark}>
      {shape === "owner" && <path d="M1.5 1.5h11v11h-11z" fill="currentColor" />}
      {shape === "card" && <circle cx="7" cy="7" fill="currentColor" r="6" />}
      {shape === "level" && <path d="M7 1l6.5 12H.5z" fill="currentColor" />}
      {shape === "answer" && <circle cx="7" cy="7" fill="none" r="5" stroke="currentColor" strokeWidth="2.5" />}
    </svg>
  );
}

function KeyTable() {
  const { help, shell } = useTexts();
  const { hasLetterKeys } = usePreferences();
  const person = usePerson();
  const { list, fields, wall, acts } = help.keys;
  const groups: readonly {
    readonly title: string;
    readonly keys: readonly (readonly [keys: string, does: string])[];
  }[] = [
    {
      title: shell.keyboard.everywhere,
      keys: [
        ["Ctrl+KeyK", shell.keyboard.palette],
        ["Shift+Slash", shell.keyboard.title],
        ...sectionsOf(person).map(({ id, key }) => [`KeyG ${key}`, shell.sections[id]] as const),
        ...(may(person, "report") ? ([["KeyN", acts.report]] as const) : []),
      ],
    },
    {
      title: list.title,
      keys: [
        ["KeyJ", shell.keyboard.nextRow],
        ["KeyK", shell.keyboard.previousRow],
        ["Enter", list.open],
        ["Escape", list.back],
        ["Slash", list.search],
        ["Period", list.newRows],
        ["KeyC", list.copy],
      ],
    },
    {
      title: fields.title,
      keys: [
        ["Ctrl+Enter", fields.send],
        ["Ctrl+KeyS", fields.save],
        ["F8", fields.next],
        ["Shift+F8", fields.previous],
      ],
    },
    ...(person.party.__typename === "NationalCentre"
      ? [
          {
            title: wall.title,
            keys: [
              ["KeyA", wall.acknowledge],
              ["KeyW", wall.waive],
              ["Alt+Digit1", wall.parts],
            ] as const,
          },
        ]
      : []),
    ...(may(person, "report")
      ? [
          {
            title: shell.keyboard.here,
            keys: [
              ["KeyR", acts.answer],
              ["KeyO", acts.owner],
            ] as const,
          },
        ]
      : []),
  ];
  return (
    <Panel second={help.keys.why} title={help.keys.title}>
      {!hasLetterKeys && <p className={styles.after}>{help.keys.off}</p>}
      <div className={styles.keys}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {keys.map(([code, does]) => (
                <li key={code}>
                  <span>{does}</span>
                  <KeyNames keys={code} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
