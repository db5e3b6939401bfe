import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { failureOf, leftBy, shownStateOf } from "../src/live/delivery.js";

test("R9.2: a mail that a server did not take is said not to be accepted, and not to be on its way", () => {
  expect(shownStateOf({ state: "QUEUED", attempts: [] })).toBe("QUEUED");
  expect(shownStateOf({ state: "QUEUED", attempts: [{ isAccepted: null }] })).toBe("QUEUED");
  expect(shownStateOf({ state: "QUEUED", attempts: [{ isAccepted: false }, { isAccepted: null }] })).toBe("NOT_YET");
  expect(shownStateOf({ state: "ACCEPTED", attempts: [{ isAccepted: false }, { isAccepted: true }] })).toBe("ACCEPTED");
  expect(shownStateOf({ state: "GIVEN_UP", attempts: [{ isAccepted: false }] })).toBe("GIVEN_UP");
});

describe("why a mail did not arrive is said in words", () => {
  const failed = (proof: string) => failureOf({ isAccepted: false, proof });

  test("one that was taken, or whose outcome is not known, has none", () => {
    expect(failureOf({ isAccepted: true, proof: "250 2.0.0 queued" })).toBeNull();
    expect(failureOf({ isAccepted: null, proof: null })).toBeNull();
  });

  test("codes of the system, answers of servers and notes of the gateway", () => {
    expect(failed("ECONNREFUSED")).toBe("NO_CONNECTION");
    expect(failed("ENOTFOUND")).toBe("NO_SUCH_HOST");
    expect(failed("ETIMEDOUT")).toBe("TOO_SLOW");
    expect(failed("self-signed certificate")).toBe("CERTIFICATE");
    expect(failed("ECONNRESET")).toBe("BROKEN_OFF");
    expect(failed("550 5.1.1 no such user")).toBe("REFUSED");
    expect(failed("451 4.7.1 greylisted")).toBe("TOLD_LATER");
    expect(failed("HTTP 503")).toBe("TOLD_LATER");
    expect(failed("HTTP 404")).toBe("REFUSED");
    expect(failed("HTTP 410: the receiver wants no calls any more")).toBe("GONE");
    expect(failed("an unknown error")).toBe("OTHER");
  });

  test("whatever the gateway notes itself is known here", () => {
    const sources = [
      "src/outbound/mailer.ts",
      "src/outbound/webhook.ts",
      "src/features/deliveries/delivery.service.ts",
    ];
    const notes = sources.flatMap((source) => {
      const text = readFileSync(source, "utf8");
      const given = text.matchAll(/(?:failed|failedForGood|addressGone|gone|new Error)\(\s*["`](?<note>[^"`]+)/g);
      const constant = text.matchAll(
        /(?:NOT_URL|NOT_HTTPS|CREDENTIALS|PRIVATE_ADDRESS|NO_SMTPUTF8)(?::| =)\s*"(?<note>[^"]+)/g,
      );
      return [...given, ...constant].map(({ groups }) => groups?.["note"] ?? "");
    });
    expect(notes.length).toBeGreaterThan(10);
    // Of a secret that is none of ours: a fault of the gateway's.
    const known = notes.filter((note) => !note.startsWith("the secret is not"));
    for (const note of known) expect(failed(note.replaceAll("${status}", "410")), note).not.toBe("OTHER");
  });

  test("what a server said is told from what only an administrator can read", () => {
    expect(leftBy(null)).toBe("ANSWER");
    expect(leftBy(failed("550 5.1.1 no such user"))).toBe("ANSWER");
    expect(leftBy(failed("ECONNREFUSED"))).toBe("NOTE");
  });
});
