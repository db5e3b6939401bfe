import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { describeError } from "../../src/platform/logger.js";

test("an error is logged without what a statement's parameters or a constraint's detail may hold", () => {
  let logged = "";
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      logged += chunk.toString();
      done();
    },
  });
  const logger = pino({ serializers: { err: describeError } }, stream);
  const driverError = Object.assign(new Error("duplicate key"), {
    detail: "Key (nature)=(secret text)",
    code: "23505",
  });
  const error = Object.assign(new Error("query failed", { cause: driverError }), {
    parameters: ["secret text"],
    query: "insert",
    driverError,
  });
  logger.error({ err: error, requestId: "r" }, "an error of ours");
  expect(logged).toContain("query failed");
  expect(logged).toContain("23505");
  expect(logged).not.toContain("secret text");
});
