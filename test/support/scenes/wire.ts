import { tooCostly } from "../../../src/domain/refusal.js";
import { inWords, negotiateLocale } from "../../../src/domain/wording/wording.js";
import type { Page, Route, WebSocketRoute } from "playwright-core";

/** The line between a page and the gateway, which a scene can cut, hold or let refuse; laid before the page is opened. */
export class Wire {
  private readonly sockets = new Set<WebSocketRoute>();
  private isCut = false;
  private held: RegExp | null = null;
  private refused: RegExp | null = null;

  private constructor(private readonly page: Page) {}

  static async along(page: Page): Promise<Wire> {
    const wire = new Wire(page);
    await page.routeWebSocket(/graphql/, (socket) => wire.carry(socket));
    return wire;
  }

  get isHolding(): boolean {
    return this.held !== null;
  }

  /** Questions of these names are never answered. */
  holds(operations: RegExp): void {
    this.held = operations;
    void this.page.route("**/graphql", (route) => this.answer(route));
  }

  /** Questions of these names are refused: they ask for too much. */
  refuses(operations: RegExp): void {
    this.refused = operations;
    void this.page.route("**/graphql", (route) => this.answer(route));
  }

  /** The gateway is gone: nothing is answered any more. */
  async cut(): Promise<void> {
    this.isCut = true;
    await this.page.route("**/graphql", (route) => this.answer(route));
    this.ends(1_001);
  }

  /** Sockets end with a code of the gateway's. */
  ends(code: number, reason = ""): void {
    for (const socket of this.sockets) void socket.close({ code, reason });
    this.sockets.clear();
  }

  private carry(socket: WebSocketRoute): void {
    if (this.isCut) return void socket.close({ code: 1_001 });
    socket.connectToServer();
    this.sockets.add(socket);
  }

  private async answer(route: Route): Promise<void> {
    const [, name = ""] = /(?:query|mutation) (\w+)/.exec(route.request().postData() ?? "") ?? [];
    if (this.isCut) return route.abort("connectionrefused");
    if (this.held?.test(name)) return;
    if (!this.refused?.test(name)) return route.continue();
    const locale = negotiateLocale(route.request().headers()["accept-language"]);
    const message = inWords(tooCostly("cost", 5_000).says, locale);
    const extensions = { code: "QUERY_TOO_COSTLY", requestId: "019cab8a-0f5a-7c61-8a32-0b6d1c9e4f27" };
    await route.fulfill({ status: 400, json: { errors: [{ message, extensions }] } });
  }
}
