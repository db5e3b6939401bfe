import { describe, expect, it } from "vitest";
import { numberIn } from "../src/screens/incidents/number-in.js";
import { tokenIn } from "../src/sign-in/token-in.js";

const TOKEN = "dabyl_TDpefD0Il0OxY9TIPBV8oVAjK6KMufWRrP2MIOaW81g";

describe("a token that was pasted", () => {
  it.each([
    ` ${TOKEN}\n`,
    `"${TOKEN}",`,
    `“${TOKEN}”`,
    `«${TOKEN}»`,
    `Bearer ${TOKEN}`,
    `{ "authorization": "Bearer ${TOKEN}" }`,
    `      "token": "${TOKEN}"`,
    `${TOKEN.slice(0, 20)}\r\n${TOKEN.slice(20)}`,
    `${TOKEN}\u200b`,
  ])("is found in %j", (pasted) => {
    expect(tokenIn(pasted)).toBe(TOKEN);
  });

  it("is nothing that a header cannot hold: the gateway is asked, and says that it is not recognised", () => {
    expect(tokenIn("мой токен")).toMatch(/^[\w?]+$/);
    expect(tokenIn("Bearer nope")).toBe("nope");
    expect(tokenIn(" \n")).toBe("");
  });
});

describe("a number that was pasted or typed", () => {
  it.each(["demo-energy-2026-0001", " № DEMO-ENERGY-2026-0001 ", "«DEMO–ENERGY–2026–0001»", "DEMO-ENERGY-2026-\n0001"])(
    "is found in %j",
    (typed) => {
      expect(numberIn(typed)).toBe("DEMO-ENERGY-2026-0001");
    },
  );
});
