import { expect, test } from "vitest";
import { describeError } from "../../src/platform/logger.js";

test("an error that a library reports as a plain object keeps its cause in the log, and nothing that was submitted", () => {
  const { message, stack } = new Error("Connection terminated unexpectedly");
  const reported = {
    message,
    stack,
    code: "57P01",
    queue: "deliveries",
    parameters: ["secret text"],
    detail: "secret text",
  };
  expect(describeError(reported)).toEqual({ type: "object", message, stack, code: "57P01" });
  expect(describeError("secret text")).toEqual({ type: "string" });
  expect(describeError(null)).toEqual({ type: "object" });
});

test("of a host whose every address failed the log says why the first of them did", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED ::1:5432"), { code: "ECONNREFUSED" });
  expect(describeError(new AggregateError([refused], ""))).toMatchObject({
    type: "AggregateError",
    cause: { message: "connect ECONNREFUSED ::1:5432", code: "ECONNREFUSED" },
  });
});
