import { beforeEach } from "vitest";
import { BROWSER } from "./browser.js";

// For the tests that look at the console: without a browser they are left out, which the run says at its end. CI has one.
beforeEach(({ skip }) => skip(BROWSER === null && !process.env["CI"], "there is no browser"));
