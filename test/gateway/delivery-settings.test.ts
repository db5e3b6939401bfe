import { describe, expect, test } from "vitest";
import { HOUR } from "../../src/domain/instant.js";
import { ConfigError, readConfig } from "../../src/platform/config.js";

describe("the settings", () => {
  test("are read in the units and forms in which they are used", () => {
    expect(readConfig({ SMTP_URL: "none" }).delivery).toEqual({
      smtpUrl: null,
      mailFrom: "dabyl@localhost",
      timeout: 10_000,
      window: 24 * HOUR,
      firstWait: 5_000,
      allowedHosts: [],
    });
    const set = readConfig({
      SMTP_URL: "smtps://dabyl:p%40ss@mail.kz:465",
      MAIL_FROM: "Dabyl <dabyl@centre.kz>",
      WEBHOOK_ALLOWED_HOSTS: " SOC.intra.kz, 10.1.2.3,fd00:0::0:7 ,",
    });
    expect(set.delivery).toMatchObject({
      smtpUrl: "smtps://dabyl:p%40ss@mail.kz:465",
      mailFrom: "Dabyl <dabyl@centre.kz>",
      allowedHosts: ["soc.intra.kz", "10.1.2.3", "fd00::7"],
    });
  });

  const WRONG: readonly (readonly [string, string])[] = [
    ["SMTP_URL", "http://dabyl:s3cret@mail.kz"],
    ["SMTP_URL", "smtp://"],
    ["SMTP_URL", "mail.kz:25"],
    ["MAIL_FROM", "dabyl"],
    ["MAIL_FROM", "a@b.kz, c@d.kz"],
    ["DELIVERY_TIMEOUT_SECONDS", "0"],
    ["DELIVERY_WINDOW_HOURS", "169"],
    ["DELIVERY_RETRY_SECONDS", "3601"],
    ["WEBHOOK_ALLOWED_HOSTS", "https://soc.kz"],
    ["WEBHOOK_ALLOWED_HOSTS", "soc.kz:8080"],
    ["WEBHOOK_ALLOWED_HOSTS", "*.soc.kz"],
  ];
  test.for(WRONG)("refuse %s=%s at the start and repeat no password", ([name, value]) => {
    try {
      readConfig({ [name]: value });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      expect(error.faults).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
      expect(error.message).not.toMatch(/s3cret/);
    }
  });
});
