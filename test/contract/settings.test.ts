import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ConfigError, readConfig, SETTINGS } from "../../src/platform/config.js";

test("docs/operations.md lists every setting with its default, and no other", async () => {
  const page = await readFile("docs/operations.md", "utf8");
  const rows = [...page.matchAll(/^\| `([A-Z_]+)`\s*\| (?:`([^`]*)`|([^|]*?))\s*\|/gm)].map(
    ([, name, coded]) => [name, coded ?? ""] as const,
  );
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(SETTINGS.map(({ name, fallback }) => [name, fallback])));
});

test("every wrong setting is named at once", () => {
  const wrong = { PORT: "http", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud", IN_FORCE_FROM: "soon", FEED_RING: "-1" };
  try {
    readConfig(wrong);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.faults.map((fault) => fault.split(" ")[0] ?? "").toSorted()).toEqual(Object.keys(wrong).toSorted());
  }
});

test("L15 the terms are not said to be in force before the earliest day on which they can be", () => {
  const from = (day: string) => () => readConfig({ IN_FORCE_FROM: `${day}T00:00:00+05:00` });
  expect(from("2026-01-29")).toThrow(/IN_FORCE_FROM .*not before 2026-01-30/);
  expect(from("2026-01-30")()).toEqual(readConfig({}));
});

test("mail goes where SMTP_URL says; where it says nothing, to a local mailbox from the embedded database alone", () => {
  const database = "postgresql://dabyl@db.example/dabyl";
  expect(readConfig({}).delivery.smtpUrl).toBe("smtp://127.0.0.1:2525");
  expect(readConfig({ DATABASE_URL: database }).delivery.smtpUrl).toBeNull();
  expect(readConfig({ SMTP_URL: "none" }).delivery.smtpUrl).toBeNull();
  for (const environment of [{}, { DATABASE_URL: database }])
    expect(readConfig({ ...environment, SMTP_URL: "smtp://mail.example" }).delivery.smtpUrl).toBe(
      "smtp://mail.example",
    );
});

test("PUBLIC_URL is a web address, without a user, a query or a fragment", () => {
  const url = (given: string) => () => readConfig({ PUBLIC_URL: given }).publicUrl;
  expect(url("")()).toBeNull();
  for (const fit of ["https://gateway.example.kz", "http://10.0.0.7:4000/centre/"]) expect(url(fit)()).toBe(fit);
  for (const unfit of [
    "gateway.example.kz",
    "ftp://x",
    "https://",
    "https://a@b",
    "https://a/?q",
    "https://a/#f",
    "https://a b",
  ])
    expect(url(unfit), unfit).toThrow(/PUBLIC_URL .*https:\/\/gateway.example.kz/);
});

test("what is not set has its default, and so has what is set to nothing", () => {
  expect(readConfig({ PORT: "", HOST: " " })).toEqual(readConfig({}));
  expect(readConfig({})).toMatchObject({ host: "127.0.0.1", port: 4000, databaseUrl: null, dataDir: ".data" });
});
