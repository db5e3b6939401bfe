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

  /** Keys of which the second counts only soon after the first, such as `G W`: both are sent before either is answered. */
  async chord(...keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.page.keyboard.press(key)));
    this.count += keys.length;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += text.length;
  }

  /** Pastes the token into the field that has the focus from the beginning: Ctrl+V and Enter. */
  async signIn(token: string): Promise<void> {
    await this.page.locator("form input:focus").waitFor();
    await this.page.keyboard.insertText(token);
    this.count += 1;
    await this.press("Enter");
    await this.page.locator("h1").first().waitFor();
  }

  /** Something of the palette, by a few letters of its name. */
  async command(letters: string): Promise<void> {
    await this.press("Control+k");
    await this.page.getByRole("dialog").waitFor();
    await this.type(letters);
    await this.page.getByRole("menuitem").first().waitFor();
    await this.press("ArrowDown", "Enter");
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** Tab, until the focus is in the field of this name. */
  async tabToField(name: string): Promise<void> {
    const isThere = `document.activeElement.closest("#field-${name}") !== null`;
    for (let presses = 0; presses < 60; presses += 1) {
      if (await this.page.evaluate<boolean>(isThere)) return;
      await this.press("Tab");
    }
    throw new Error(`Tab does not come to the field ${name}; it came to ${await this.focused()}`);
  }

  /** One of a field's few, by the arrows. */
  async choose(name: string, choice: RegExp): Promise<void> {
    await this.tabToField(name);
    await this.press("Space");
    for (let presses = 0; presses < 20 && !choice.test(await this.focused()); presses += 1) await this.press("ArrowDown"); // prettier-ignore
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
