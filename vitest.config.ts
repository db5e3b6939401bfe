import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.js";

/** They walk through everything, flood, generate, take in archives, or need many SOCs and days: a command of its own runs them, and CI beside the suite. */
const THOROUGH = ["test/{across-socs,generated,intake,limits,walks}/**/*.test.ts"];
/** They put something else in the place of a module, which nobody else is to see. */
const REPLACING = ["test/walks/second-fence.test.ts", "test/walks/second-fence-over-time.test.ts"];
/** They start whole programs and clusters, which takes its time: a command of their own. */
const PROGRAMS = ["test/process/**/*.test.ts"];
/** They look at the console in a browser: a command of its own runs all of them, and every run of the suite the everyday ones. */
const CONSOLE = ["test/console/**/*.test.ts"];
const LOOKING = ["test/support/browser-needed.ts"];
const EVERYDAY = ["test/console/everyday/**/*.test.ts"];
/** A browser takes many times as long on a busy machine. */
const PATIENT = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  resolve: {
    alias: [
      // Vite would take graphql's ES module beside the CommonJS one that Node gives to the libraries.
      { find: /^graphql$/, replacement: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)) },
    ],
  },
  test: {
    globalSetup: ["test/support/cluster.ts"],
    reporters: ["default", "./test/support/closing-line.ts"],
    sequence: { sequencer: LongestFirst },
    // Two beside each other even on two cores: with more of them each computes so much longer that nothing is won.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests of one file that run beside each other do so because they wait.
    maxConcurrency: 16,
    projects: [
      // One process reads the code once for all files that it runs.
      {
        extends: true,
        test: {
          name: "tests",
          include: ["test/**/*.test.ts", "console/test/**/*.test.ts"],
          exclude: [...THOROUGH, ...PROGRAMS, ...CONSOLE],
          isolate: false,
        },
      },
      { extends: true, test: { name: "thorough", include: THOROUGH, exclude: REPLACING, isolate: false } },
      { extends: true, test: { name: "everyday", include: EVERYDAY, setupFiles: LOOKING, isolate: false, ...PATIENT } },
      { extends: true, test: { name: "console", include: CONSOLE, setupFiles: LOOKING, isolate: false, ...PATIENT } },
      { extends: true, test: { name: "pictures", include: ["test/console/pictures.ts"], isolate: false } },
      { extends: true, test: { name: "soak", include: ["test/console/soak.ts"], isolate: false } },
      { extends: true, test: { name: "replacing", include: REPLACING } },
      { extends: true, test: { name: "programs", include: PROGRAMS, isolate: false } },
    ],
    // Far beyond what any test takes: a machine under load is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
