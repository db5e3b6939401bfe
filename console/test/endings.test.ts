import { expect, test } from "vitest";
import { inCase } from "../src/texts/endings.js";
import { kk } from "../src/texts/kk/index.js";

test("a moment takes the Kazakh ending that its last number asks for", () => {
  const minutes = [
    "00",
    "01",
    "02",
    "03",
    "04",
    "05",
    "06",
    "07",
    "08",
    "09",
    "10",
    "20",
    "30",
    "40",
    "50",
    "19",
    "46",
  ];
  const written = (ending: "to" | "from" | "at"): string[] =>
    minutes.map((two) => inCase(ending, `03:${two}`).slice(6));
  expect(written("to").join(" ")).toBe("ге ге ге ке ке ке ға ге ге ға ға ға ға қа ге ға ға");
  expect(written("from").join(" ")).toBe("ден ден ден тен тен тен дан ден ден дан нан дан дан тан ден дан дан");
  expect(written("at").join(" ")).toBe("де де де те те те да де де да да да да та де да да");
  expect(inCase("to", "5 наурыз, 03:09:00")).toBe("5 наурыз, 03:09:00-ге");
});

test("what does not end in a number is left as it is", () => {
  expect(inCase("to", "бүгін")).toBe("бүгін");
});

test("no Kazakh text puts a bare moment before a word that asks for a case", () => {
  const moment = "03:24:05";
  const said = [
    kk.words.dueBy(moment),
    kk.inbox.availableAt(moment),
    kk.dossier.takenBy("А", moment),
    kk.dossier.takenByYou(moment),
    kk.report.linkLostSays(moment),
    kk.administration.parties.webhookGone(moment),
  ];
  for (const text of said) expect(text).not.toMatch(/\d (?:дейін|бастап|бері)/);
});
