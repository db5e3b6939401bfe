import { expect, test } from "vitest";
import { MeDocument } from "../../schema/operations.generated.js";
import { consoleGateway, look } from "../support/console.js";

const REVOKED = /401 \(Unauthorized\)|4403/;

test("signing out may end the token too, which is said before: nobody can use it again", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, expects: REVOKED });
  const { page } = window;
  await page.getByText("Live", { exact: true }).first().waitFor();
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out and end the token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("not accepted any more").waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect((await soc.gets(MeDocument, {})).me.roles).toEqual(["SOC_OPERATOR"]);

  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out and end the token" }).click();
  await dialog.getByRole("button", { name: "Sign out and end the token" }).click();
  await page.locator("form input").waitFor();
  expect(await page.getByRole("alert").textContent()).toBe("You have signed out.");
  expect((await soc.asks(MeDocument, {})).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});
