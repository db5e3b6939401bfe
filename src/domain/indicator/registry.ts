import type { NormalIndicator } from "../indicator.js";
import { visibleSteps } from "./invisible.js";
import { normal, refused } from "./verdict.js";

/** REGISTRY_KEY. */

const HIVES: Readonly<Record<string, string>> = {
  HKLM: "HKEY_LOCAL_MACHINE",
  HKCU: "HKEY_CURRENT_USER",
  HKCR: "HKEY_CLASSES_ROOT",
  HKU: "HKEY_USERS",
  HKCC: "HKEY_CURRENT_CONFIG",
  HKPD: "HKEY_PERFORMANCE_DATA",
};
const FULL_HIVES = new Set(Object.values(HIVES));

/**
 * A key of the Windows registry, with its value's name behind it or not, from its hive on: `HKLM\…`,
 * `HKEY_LOCAL_MACHINE\…`, PowerShell's `HKLM:\…` and `Registry::…`, the editor's `Computer\…`, `[…]` of .reg files, the
 * kernel's `\REGISTRY\MACHINE\…` and `\REGISTRY\USER\…`. Names are compared without case (Microsoft, "Structure of the
 * Registry"). Normal form: the hive's full name in upper case, the rest in lower case, single backslashes. A slash is a
 * letter like any other.
 */
export function registryKey(text: string): NormalIndicator {
  const spelled = text
    .replace(/^\[(.*)\]$/s, "$1")
    .replace(/^(?:Computer\\+|(?:Microsoft\.PowerShell\.Core\\)?Registry::\\*)/i, "")
    .replace(/^\\+REGISTRY\\+MACHINE(?=\\|$)/i, "HKLM")
    .replace(/^\\+REGISTRY\\+USER(?=\\|$)/i, "HKU");
  const [hive = "", ...keys] = spelled.split("\\");
  const short = hive.toUpperCase().replace(/:$/, "");
  const full = HIVES[short] ?? short;
  if (!FULL_HIVES.has(full)) return refused("NO_HIVE");
  // A wildcard is a letter here: whether the key was meant as a pattern is unknowable.
  const names = keys.map((key) => key.toLowerCase().normalize("NFC"));
  return normal(visibleSteps([full, ...names]).join("\\"));
}
