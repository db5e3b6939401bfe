import type { Plugin } from "vite";

/** Operations go to the gateway as they stand in the code: without the white space that is there for people. */
export function terse(): Plugin {
  return {
    name: "terse",
    apply: "build",
    transform: {
      filter: { id: /\/operations\/generated\.ts$/ },
      handler: (code) =>
        code.replaceAll(/`[^`]*`/g, (text) => text.replaceAll(/[\s,]+/g, " ").replaceAll(/ ?([`{}():]) ?/g, "$1")),
    },
  };
}
