import { describe, expect, it } from "vitest";
import { isPrinting, keysOf, namesOf, readPress } from "../src/keyboard/keys.js";

const press = (code: string, held: Partial<Parameters<typeof keysOf>[0]> = {}) =>
  keysOf({ code, key: "ф", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("keys", () => {
  it("are where they lie, whatever alphabet is on", () => {
    expect(press("KeyJ")).toBe("KeyJ");
    expect(press("KeyK", { ctrlKey: true })).toBe("Ctrl+KeyK");
    expect(press("KeyK", { metaKey: true })).toBe("Ctrl+KeyK");
    expect(press("F8", { shiftKey: true })).toBe("Shift+F8");
  });

  it("are a question mark wherever that lies", () => {
    expect(press("Digit7", { key: "?", shiftKey: true })).toBe("Shift+Slash");
    expect(press("Slash", { key: ",", shiftKey: true })).toBe("Shift+Slash");
  });

  it("that print are off in fields; the others are not", () => {
    for (const keys of ["KeyJ", "KeyG KeyW", "Slash", "Shift+Slash", "Period"])
      expect(isPrinting(keys), keys).toBe(true);
    for (const keys of ["Ctrl+KeyK", "Ctrl+Enter", "F8", "Escape", "Alt+Digit1"])
      expect(isPrinting(keys), keys).toBe(false);
  });

  it("of two wait for the second, and a wrong second one counts by itself", () => {
    const known = ["KeyG KeyW", "KeyJ"];
    expect(readPress(null, "KeyG", known)).toEqual({ keys: null, waits: "KeyG" });
    expect(readPress("KeyG", "KeyW", known)).toEqual({ keys: "KeyG KeyW", waits: null });
    expect(readPress("KeyG", "KeyJ", known)).toEqual({ keys: "KeyJ", waits: null });
    expect(readPress("KeyG", "KeyX", known)).toEqual({ keys: null, waits: null });
  });

  it("are shown as people know them", () => {
    expect(namesOf("KeyG KeyW")).toEqual(["G", "W"]);
    expect(namesOf("Ctrl+KeyK")).toEqual(["Ctrl K"]);
    expect(namesOf("Shift+Slash")).toEqual(["?"]);
    expect(namesOf("Alt+Digit1")).toEqual(["Alt 1"]);
  });
});
