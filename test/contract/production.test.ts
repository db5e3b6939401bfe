import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/platform/config.js";

const OWN = "postgresql://dabyl@db.example/dabyl";

function faultsOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
    return "";
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

test("in production a database is set, or the embedded one explicitly; a fictional world apart from that", () => {
  const production = { NODE_ENV: "production" };
  expect(faultsOf(production)).toContain("DATABASE_URL is not set");
  expect(faultsOf({ ...production, DATABASE_URL: " " })).toContain("DATABASE_URL is not set");
  expect(readConfig({ ...production, DATABASE_URL: OWN })).toMatchObject({ databaseUrl: OWN, allowsDemoWorld: false });
  const embedded = { ...production, DATABASE_URL: "embedded" };
  expect(readConfig(embedded)).toMatchObject({
    databaseUrl: null,
    allowsDemoWorld: false,
    delivery: { smtpUrl: null },
  });
  expect(readConfig({ ...embedded, DEMO_WORLD: "yes" })).toMatchObject({ databaseUrl: null, allowsDemoWorld: true });
});

test("without NODE_ENV=production the embedded database and its fictional world come of themselves, and can be declined", () => {
  for (const environment of [{}, { NODE_ENV: "" }, { NODE_ENV: "development" }, { DATABASE_URL: "embedded" }])
    expect(readConfig(environment)).toMatchObject({ isProduction: false, databaseUrl: null, allowsDemoWorld: true });
  expect(readConfig({ DEMO_WORLD: "no" })).toMatchObject({ allowsDemoWorld: false });
  expect(faultsOf({ DEMO_WORLD: "true" })).toContain("give yes or no");
});

test.each(["prod", "Production", "PRODUCTION", "prodution", "produktion", "prd", "live"])(
  "NODE_ENV=%s is refused: a misspelt production would get a world for trials",
  (value) => {
    expect(faultsOf({ NODE_ENV: value, DATABASE_URL: OWN })).toContain("did you mean production?");
  },
);

test("in production the clock does not run faster than life, but in a fictional world", () => {
  const fast = { NODE_ENV: "production", DATABASE_URL: OWN, CLOCK_SPEED: "60" };
  expect(faultsOf(fast)).toContain("CLOCK_SPEED");
  expect(faultsOf({ ...fast, DATABASE_URL: "embedded", DEMO_WORLD: "yes" })).toBe("");
});

test("the owner's login without a database of one's own is refused, also beside the embedded one", () => {
  for (const environment of [{}, { DATABASE_URL: "embedded" }])
    expect(faultsOf({ ...environment, DATABASE_OWNER_URL: OWN })).toContain("set both or neither");
});

test.each([
  "postgresql://dabyl:pa/ss@db.example:5432/dabyl",
  "postgresql://dabyl:12/ss@db.example:5432/dabyl",
  "postgresql://dabyl:pa#ss@db.example:5432/dabyl",
  "postgresql://dabyl:12#ss@db.example:5432/dabyl",
  "postgresql://dabyl:12?ss@db.example:5432/dabyl",
  "postgresql://dabyl:p@s/s@db.example:5432/dabyl",
  "postgresql://dabyl:50%off@db.example:5432/dabyl",
])("a password that is not percent-encoded is reported, and not shown: %s", (url) => {
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL"]) {
    const message = faultsOf({ DATABASE_URL: OWN, [name]: url });
    expect(message).toContain(name);
    expect(message).toContain("percent-encoded");
    expect(message).not.toMatch(/ss@|off@/);
  }
});

test.each([
  "postgresql://dabyl:p%40ss%2Fw%23rd@db.example/dabyl",
  "postgresql://dabyl:a:b@db.example/dabyl?sslmode=verify-full&sslrootcert=/etc/dabyl/ca.pem",
  "postgresql:///dabyl?host=/var/run/postgresql",
  "postgresql://dabyl@[::1]:5432/dabyl?application_name=a@b",
])("a URL that is well is taken as it is: %s", (url) => {
  expect(readConfig({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url });
});
