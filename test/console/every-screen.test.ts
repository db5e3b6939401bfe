import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../support/person.js";
import { goThrough, type Looked, SCENES } from "../support/scenes.js";
import { misplacedWords } from "../support/scenes/layout.js";
import { takenLinks } from "../support/scenes/links.js";
import { keepPicture, nameOf, writeSheet } from "../support/scenes/pictures.js";
import { collectAnswers, saidBy, wordsIn } from "../support/scenes/said.js";

/**
 * Each screen in each state, looked at once for all that is asked of it. `npm run pictures:console` keeps a picture of each in every
 * theme and width (`PICTURES` is the folder); `AREA` and `LOOK` are some areas and looks alone, such as `ru-dark-390` or `ru-dark`.
 */
const { AREA, LOOK, PICTURES } = process.env;

const scenes = SCENES.filter(({ area }) => AREA === undefined || AREA.split(",").includes(area));
const BY_DAY = LANGUAGES.map((language): Looked => ({ language, theme: "light", width: 1_440 }));
const BY_NIGHT = LANGUAGES.map((language): Looked => ({ language, theme: "dark", width: 390 }));
const FOR_PICTURES = BY_DAY.flatMap(({ language }): readonly Looked[] => [
  { language, theme: "light", width: 390 },
  { language, theme: "dark", width: 1_440 },
]);
const LOOKS = [...BY_DAY, ...BY_NIGHT, ...(PICTURES === undefined ? [] : FOR_PICTURES)];
const looks = LOOKS.filter((looked) => LOOK === undefined || nameOf(looked).includes(LOOK));

interface Seen {
  /** What somebody would stumble over. */
  readonly faults: readonly string[];
  /** By scene, each text that is seen or heard. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** The words of all that the gateway answered. */
  readonly data: ReadonlySet<string>;
}

const walks = new Map<string, Promise<Seen>>();

/** What is seen on a walk through all screens; each walk is taken once. */
function seenBy(looked: Looked): Promise<Seen> {
  const known = walks.get(nameOf(looked));
  if (known) return known;
  const walk = walkThrough(looked);
  walks.set(nameOf(looked), walk);
  return walk;
}

async function walkThrough(looked: Looked): Promise<Seen> {
  const faults: string[] = [];
  const said = new Map<string, readonly string[]>();
  const data = new Set<string>();
  for await (const { scene, window, problem } of goThrough(scenes, looked, (page) => collectAnswers(page, data))) {
    const { page } = window;
    const of = `${scene.area}, ${scene.name}`;
    if (problem !== null) faults.push(`${of}: ${problem}`);
    said.set(of, await saidBy(page));
    for (const barrier of await window.barriers()) faults.push(`${of}: ${barrier}`);
    for (const words of await misplacedWords(page)) faults.push(`${of}: ${words}`);
    for (const link of await takenLinks(page)) faults.push(`${of}: ${link}`);
    const beyond = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
    if (beyond > 0) faults.push(`${of}: ${beyond} px beyond the window`);
    if (PICTURES !== undefined) await keepPicture(page, PICTURES, scene, looked);
  }
  if (PICTURES !== undefined) await writeSheet(PICTURES, scenes, looks);
  return { faults, said, data };
}

describe("every screen", { timeout: 3_600_000 }, () => {
  test.for(looks)(
    "has no barrier, no words over others or cut, nothing that scrolls sideways, and links that open in another tab too: $language, $theme, $width px (WCAG 2.2 AA)",
    async (looked) => {
      expect((await seenBy(looked)).faults).toEqual([]);
    },
  );

  test.runIf(LOOK === undefined)(
    "is wholly in the language of the person: what two languages say alike is a name, or data",
    async () => {
      const alike = new Set<string>();
      const walked = await Promise.all(BY_DAY.map(seenBy));
      const isData = (word: string): boolean => NAMES.has(word) || walked.some(({ data }) => data.has(word));
      for (const [one, other] of [
        ["en", "ru"],
        ["en", "kk"],
        ["ru", "kk"],
      ] as const)
        for (const [scene, texts] of saidIn(one, walked)) {
          const others = new Set(saidIn(other, walked).get(scene));
          for (const text of texts)
            if (
              others.has(text) &&
              !wordsIn(text).every((word) => isData(word) || (one === "ru" && BORROWED.has(word)))
            )
              alike.add(`${scene}: "${text}" in ${one} and ${other}`);
        }
      expect([...alike]).toEqual([]);
    },
  );
});

const words = (all: string): ReadonlySet<string> => new Set(all.split(" "));

/** Words that are the same in all languages though somebody wrote them: names, formats, keys. */
const NAMES = words(
  "dabyl graphql pdf xml json csv xlsx html url http https ip utc id tlp red amber strict green clear ru kk en ctrl alt shift enter esc tab қазақша русский english",
);

/** Words that Kazakh has from where Russian has them, or from Russian. */
const BORROWED = words("алматы ботнет вебхук журнал карточка код мин мьютекс редакция телефон фишинг хронология");

function saidIn(language: Language, walked: readonly Seen[]): Seen["said"] {
  return walked[BY_DAY.findIndex((looked) => looked.language === language)]?.said ?? new Map();
}
