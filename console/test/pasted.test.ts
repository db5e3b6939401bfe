import { describe, expect, it } from "vitest";
import { hrefOfNumber, meantBy, numberIn } from "../src/shared/number-in.js";
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

describe("what is meant by a number that was typed", () => {
  const KNOWN = ["DEMO-WATER-2026-0002", "NOTIFICATION-2026-0002", "DEMO-GOV-2026-0003"];
  it("is itself where it is whole, known or not, and what is known to end so; words mean none", () => {
    expect(meantBy("№ demo–gov–2026–0009", KNOWN)).toEqual(["DEMO-GOV-2026-0009"]);
    expect(meantBy("2026-0002", KNOWN)).toEqual(KNOWN.slice(0, 2));
    expect(meantBy("0003", KNOWN)).toEqual(["DEMO-GOV-2026-0003"]);
    expect(meantBy("gov", KNOWN)).toEqual([]);
    expect(meantBy("", KNOWN)).toEqual([]);
  });
  it("is read where its kind is", () => {
    expect(hrefOfNumber("NOTIFICATION-2026-0002")).toBe("/notifications/NOTIFICATION-2026-0002");
    expect(hrefOfNumber("DEMO-GOV-2026-0003")).toBe("/incidents/DEMO-GOV-2026-0003");
  });
});
