import { expect, test } from "vitest";
import { shownStateOf } from "../src/live/delivery.js";

test("R9.2: a mail that a server did not take is said not to be accepted, and not to be on its way", () => {
  expect(shownStateOf({ state: "QUEUED", attempts: [] })).toBe("QUEUED");
  expect(shownStateOf({ state: "QUEUED", attempts: [{ isAccepted: null }] })).toBe("QUEUED");
  expect(shownStateOf({ state: "QUEUED", attempts: [{ isAccepted: false }, { isAccepted: null }] })).toBe("NOT_YET");
  expect(shownStateOf({ state: "ACCEPTED", attempts: [{ isAccepted: false }, { isAccepted: true }] })).toBe("ACCEPTED");
  expect(shownStateOf({ state: "GIVEN_UP", attempts: [{ isAccepted: false }] })).toBe("GIVEN_UP");
});
