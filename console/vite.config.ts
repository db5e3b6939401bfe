import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    // The gateway's policy lets nothing run that is written into the page.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
