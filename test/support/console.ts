import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContext, ConsoleMessage, Page } from "playwright-core";
import { theBrowser } from "./browser.js";
import { lentGateway, type TestGateway } from "./gateway.js";
import type { Language } from "./person.js";

/** A gateway that serves the console as `npm run build:console` left it. */
export function consoleGateway(options: Parameters<typeof lentGateway>[0] = {}): Promise<TestGateway> {
  return lentGateway({ ...options, settings: { ...options.settings, CONSOLE_DIR: "console/dist" } });
}

/** What a browser writes of a gateway that refuses, does not answer or is gone: for `expects`. */
export const OUTAGE = /WebSocket|Failed to load resource|ERR_/;

/** Loses the first answer to a mutation on its way, once the gateway has carried it out; gives what says whether it was lost. */
export async function losesAnswerTo(mutation: string, page: Page): Promise<() => boolean> {
  let isLost = false;
  await page.route("**/graphql", async (route) => {
    if (isLost || !route.request().postData()?.includes(`${mutation}(`)) return route.continue();
    isLost = true;
    await route.fetch();
    return route.abort("connectionreset");
  });
  return () => isLost;
}

export interface Looks {
  /** The address to open, from `/` on. */
  readonly at?: string;
  readonly language?: Language;
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** Whom it shows; nobody: it stays at the sign-in page. */
  readonly person?: { readonly token: string };
  /** Messages of the browser that belong to what the test does, such as a gateway that is stopped. */
  readonly expects?: RegExp;
}

/** Opens the console in a window of its own, which is closed by `await using`: that throws what was wrong with the page. */
export async function look(url: string, looks: Looks = {}): Promise<Window> {
  const { language = "en", theme = "light", width = 1_440, height = 900, at = "/", person } = looks;
  const context = await (await theBrowser()).newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: theme,
    // As narrow as that is a telephone, which is touched.
    hasTouch: width < 600,
    isMobile: width < 600,
  }); // prettier-ignore
  const window = await Window.open(context, new URL(url).origin, looks.expects);
  await window.page.goto(new URL(at, url).href);
  if (person) await window.signIn(person.token);
  return window;
}

/** Milliseconds for anything that a test waits for: far beyond what it takes on the busiest machine. */
const PATIENCE = 120_000;

/** A window, with what no page may do: ask another origin, break its own policy, or put an error into the browser's console. */
export class Window implements AsyncDisposable {
  private readonly faults: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly expects: RegExp | undefined,
  ) {}

  static async open(context: BrowserContext, origin: string, expects?: RegExp): Promise<Window> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const window = new Window(context, page, expects);
    await window.watch(origin);
    return window;
  }

  private async watch(origin: string): Promise<void> {
    const { context, page } = this;
    const socketOrigin = origin.replace(/^http/, "ws");
    const isOurs = (url: string): boolean => /^(data|blob|about):/.test(url) || [origin, socketOrigin].includes(new URL(url).origin); // prettier-ignore
    const expectOurs = (url: string): void => void (isOurs(url) || this.fault(`asked ${url}`));
    context.on("request", (request) => expectOurs(request.url()));
    page.on("websocket", (socket) => expectOurs(socket.url()));
    page.on("pageerror", (error) => this.fault(`threw ${error.stack ?? error.message}`));
    page.on("console", (message: ConsoleMessage) => {
      if (message.type() === "error") this.fault(`wrote ${message.text()} (${message.location().url})`);
    });
    await context.exposeBinding("reportViolation", (_, what: string) => this.fault(`broke its policy: ${what}`));
    await context.addInitScript(
      `document.addEventListener("securitypolicyviolation", (event) =>
        reportViolation([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample].join(" ")));`,
    );
  }

  private fault(what: string): void {
    if (!this.expects?.test(what)) this.faults.push(what);
  }

  /** Pastes the token as a person does. */
  async signIn(token: string): Promise<void> {
    await this.page.locator("form input").fill(token);
    await this.page.keyboard.press("Enter");
    await this.page.locator("form input").waitFor({ state: "detached" });
  }

  /** What axe finds against WCAG 2.2 at A and AA, as one line for each fault. */
  async barriers(): Promise<string[]> {
    // By the debugger's way, which no policy of the page holds back.
    await this.page.evaluate(await axe());
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const found = await this.page.evaluate(`(async () => {
      // What sticks to an edge covers whatever lies under it at the moment, and is no barrier: one scrolls.
      const sticky = [...document.querySelectorAll("body *")].filter((one) => getComputedStyle(one).position === "sticky");
      for (const { style } of sticky) style.position = "static";
      try {
        return await axe.run({ runOnly: ${JSON.stringify(tags)} });
      } finally {
        for (const { style } of sticky) style.position = "";
      }
    })()`);
    return (found as AxeResults).violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
    if (this.faults.length === 0) return;
    const says = `The page ${this.faults.join("\nThe page ")}`;
    // Said at once too: a test that fails for another reason besides hides it.
    process.stdout.write(`${says}\n`);
    throw new Error(says);
  }
}

let axeCode: Promise<string> | null = null;

function axe(): Promise<string> {
  return (axeCode ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
}
