import type { Page } from "playwright-core";

/** A person who uses the keyboard alone, with the keys that it took. */
export class Keys {
  /** Presses, each letter that is typed among them. */
  count = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.count += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += text.length;
  }

  /** Tab, until what has the focus is called this; throws where nothing is. */
  async tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (name.test(await this.focused())) return;
      await this.press("Tab");
    }
    throw new Error(`Tab does not come to ${String(name)}; it came to ${await this.focused()}`);
  }

  /** What has the focus is called, as a reader would say it. */
  private focused(): Promise<string> {
    return this.page.evaluate(
      `(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return "";
        const label = one.labels?.[0]?.textContent ?? one.getAttribute("aria-label");
        const group = one.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
        return (label ? label + " " + (one.type === "radio" ? group : "") : one.textContent).trim();
      })()`,
    );
  }
}
