import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { look, type Window } from "./console.js";
import type { Night } from "./night.js";
import type { Language } from "./person.js";

/** A text that is longer than gateways of these tests take (`MAX_TEXT`), and what each language says of it. */
export const MOST = 200;
const LONG = "б".repeat(MOST + 1);
const TOO_LONG: Readonly<Record<Language, string>> = {
  kk: `Мәтіндегі таңбалар саны: ${MOST + 1}, рұқсат етілгені: ${MOST}.`,
  ru: `Символов в тексте: ${MOST + 1}, допускается не более ${MOST}.`,
  en: `its length in characters is ${MOST + 1}, and the limit is ${MOST}`,
};
/** The button behind which the acts are that have none of their own. */
const MORE: Readonly<Record<Language, string>> = { kk: "Басқа әрекеттер", ru: "Другие действия", en: "More acts" };

/** One dossier on one person's screen, in their language, and the acts on it as they carry them out. */
export class Acting implements AsyncDisposable {
  private readonly looked = new Set<string>();

  private constructor(
    private readonly window: Window,
    private readonly language: Language,
  ) {}

  static async on(night: Night, number: string, token: string, language: Language): Promise<Acting> {
    const window = await look(night.url, { at: `/incidents/${number}`, person: { token }, language });
    await window.page.getByRole("heading", { level: 1, name: number }).waitFor();
    await window.page.locator("[data-link=LIVE]").waitFor();
    return new Acting(window, language);
  }

  get page(): Page {
    return this.window.page;
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** The field of this name in the dialog, as the gateway names it. */
  field(name: string): Locator {
    return this.dialog.locator(`[id$="${name}"]`);
  }

  /** Opens an act that has a button of its own. */
  async opens(act: string): Promise<void> {
    await this.page.getByRole("button", { name: act, exact: true }).first().click();
    await this.dialog.waitFor();
  }

  /** Opens one that stands behind the button for more. */
  async opensOther(act: string): Promise<void> {
    await this.page.getByRole("button", { name: MORE[this.language], exact: true }).click();
    await this.page.locator("ul[id] > li").getByRole("button", { name: act, exact: true }).click();
    await this.dialog.waitFor();
  }

  /** Ctrl+Enter, as in every form. */
  async sends(): Promise<void> {
    await this.page.keyboard.press("Control+Enter");
  }

  /** A text that is too long is refused by the gateway at its field, in the person's language and with the rule (F2). */
  async isRefusedTooLong(name: string): Promise<void> {
    await this.field(name).fill(LONG);
    await this.sends();
    await this.isRefusedAt(name, TOO_LONG[this.language], "F2");
  }

  /** What was refused stands at its field, which says so to a reader; what was typed is still there. */
  async isRefusedAt(name: string, says: string | RegExp, rule: string): Promise<void> {
    await this.dialog.locator(`[id$="${name}-faults"]`).filter({ hasText: says }).filter({ hasText: rule }).waitFor();
    await this.dialog.locator(`[id$="${name}"]:is([aria-invalid=true], [data-fault=true])`).waitFor();
    await this.hasNoBarrier("REFUSED");
  }

  /** The receipt is there, and closing it leaves the dossier. */
  async isAccepted(): Promise<void> {
    await this.dialog.locator("dt").nth(4).waitFor();
    await this.hasNoBarrier("ACCEPTED");
    await this.dialog.locator("footer button").last().click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** Looked for once in each state: the dialogs are made of the same parts. */
  private async hasNoBarrier(state: string): Promise<void> {
    if (this.looked.has(state)) return;
    this.looked.add(state);
    assert.deepEqual(await this.window.barriers(), []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.window[Symbol.asyncDispose]();
  }
}
