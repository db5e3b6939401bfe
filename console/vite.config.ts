import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { finish } from "./build/finish.js";
import { operations } from "./build/operations.js";

export default defineConfig({
  plugins: [react(), operations(), finish()],
  build: {
    target: "es2022",
    // The gateway's policy lets nothing run that is written into the page.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: "licences.txt" },
    // finish() prints them as they are sent.
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
