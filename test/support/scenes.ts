import type { Page } from "playwright-core";
import { look, type Window } from "./console.js";
import { NIGHTS, type NightName } from "./nights.js";
import { stoppedAt, type Night } from "./night.js";
import type { Language } from "./person.js";
import { ADMINISTRATION } from "./scenes/administration.js";
import { DOSSIER } from "./scenes/dossier.js";
import { INCIDENT_FORMS } from "./scenes/incident-forms.js";
import { NOTIFICATIONS } from "./scenes/notifications.js";
import type { Scene, Stage, Who } from "./scenes/scene.js";
import { SHELL } from "./scenes/shell.js";
import { WALL } from "./scenes/wall.js";
import { Wire } from "./scenes/wire.js";

export type Theme = "light" | "dark";

/** Every screen with its states. */
export const SCENES: readonly Scene[] = [
  ...WALL,
  ...DOSSIER,
  ...NOTIFICATIONS,
  ...INCIDENT_FORMS,
  ...ADMINISTRATION,
  ...SHELL,
];

export interface Looked {
  readonly language: Language;
  readonly theme: Theme;
  readonly width: number;
}

interface Come {
  readonly scene: Scene;
  readonly window: Window;
  /** Why the scene was not come to. */
  readonly problem: string | null;
}

/**
 * Goes through scenes in one language, theme and width, each on its night; each person has a window, unless the scene needs one of its
 * own. What a scene records is seen by those after it alone, so these come last.
 */
export async function* goThrough(
  scenes: readonly Scene[],
  looked: Looked,
  prepare: Prepare = () => undefined,
): AsyncGenerator<Come> {
  for (const name of Object.keys(NIGHTS) as NightName[]) {
    const ofNight = scenes.filter(({ night = "full" }) => night === name);
    if (ofNight.length === 0) continue;
    await using night = await NIGHTS[name]();
    for (const isAct of [false, true]) yield* throughNight(night, ofNight.filter((scene) => (scene.isAct ?? false) === isAct), looked, prepare); // prettier-ignore
  }
}

/** What is done with each new page before it comes to its first scene. */
type Prepare = (page: Page) => void;

async function* throughNight(
  night: Night,
  scenes: readonly Scene[],
  looked: Looked,
  prepare: Prepare,
): AsyncGenerator<Come> {
  const shared = scenes.filter((scene) => !needsOwn(scene));
  for (const who of new Set(shared.map((scene) => scene.who)))
    yield* throughWindow(night, shared.filter((scene) => scene.who === who), looked, prepare); // prettier-ignore
  for (const scene of scenes.filter(needsOwn)) yield* throughWindow(night, [scene], looked, prepare);
}

const needsOwn = ({ isAlone, expects }: Scene): boolean => isAlone === true || expects !== undefined;

/** Scenes of one person, in one window. */
async function* throughWindow(
  night: Night,
  scenes: readonly Scene[],
  looked: Looked,
  prepare: Prepare,
): AsyncGenerator<Come> {
  const [first] = scenes;
  if (!first) return;
  await using window = await look(night.url, {
    ...looked,
    height: looked.width < 600 ? 844 : 900,
    ...(first.who === "nobody" ? {} : { person: { token: tokenOf(night, first.who) } }),
    ...(first.expects ? { expects: first.expects } : {}),
  });
  const { page } = window;
  await page.locator("h1").first().waitFor();
  // A scene that does not come is one of the findings: it must not take all of the time.
  page.setDefaultTimeout(60_000);
  prepare(page);
  await page.addInitScript(stoppedAt(night.clock.now()));
  const stage = { night, wire: await Wire.along(page) };
  for (const scene of scenes) {
    const problem = await comesTo(page, scene, stage, night.url);
    yield { scene, window, problem };
  }
}

async function comesTo(page: Page, scene: Scene, stage: Stage, url: string): Promise<string | null> {
  try {
    await scene.before?.(page, stage);
    await page.goto(new URL(scene.at, url).href);
    await isDrawn(page, scene, stage.wire);
    await scene.opened?.(page, stage);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Nothing is asked and nothing moves any more; where an answer is held back, what stands instead of it is there. */
async function isDrawn(page: Page, { who, at }: Scene, wire: Wire): Promise<void> {
  await page.locator("h1").first().waitFor();
  if (!wire.isHolding) await page.waitForLoadState("networkidle");
  if (who !== "nobody" && !at.startsWith("/print") && !wire.isHolding) await page.locator("[data-link=LIVE]").first().waitFor({ state: "attached" }); // prettier-ignore
  await page.evaluate("Promise.all(document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => null)))"); // prettier-ignore
}

function tokenOf({ credentials }: Night, who: Exclude<Who, "nobody">): string {
  if (who === "soc") return credentials.socs.find(({ code }) => code === "DEMO-WATER")?.token ?? "";
  return credentials[who];
}
