import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: [
      // Vite would take graphql's ES module beside the CommonJS one that Node gives to the libraries.
      { find: /^graphql$/, replacement: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)) },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/cluster.ts"],
    reporters: ["default", "./test/support/closing-line.ts"],
    // Files wait for processes and databases more than they compute: two beside each other even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Far beyond what any test takes: a machine under load is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
