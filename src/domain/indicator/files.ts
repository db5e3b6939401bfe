import type { NormalIndicator } from "../indicator.js";
import { cidr } from "./addresses.js";
import { visibleSteps, withoutMargins } from "./invisible.js";
import { registryKey } from "./registry.js";
import { url, urlPath } from "./urls.js";
import { normal, refused } from "./verdict.js";

/** FILE_NAME, FILE_PATH. Nothing in them is mended: brackets, dots and invisible characters are what was observed. */

/** A name within a folder, as NTFS counts and keeps it: 255 UTF-16 code units, case kept. */
export function fileName(text: string): NormalIndicator {
  if (/[/\\]/.test(text) || text === "." || text === "..") return refused("IS_A_PATH", { suggests: "OTHER" });
  return text.length > 255 ? refused("TOO_LONG") : normal(text);
}

const DRIVE = /^[a-z]:[/\\]/i;
const SHARE = /^\\\\[^\\]/;
const VARIABLE = /^(?:%[\w()]+%|\$env:\w+)(?:[/\\]|$)/i;
const POSIX = /^(?:\/|~[\w.-]*\/|\$\w+\/|\$\{\w+\}\/|\.\.?\/)/;

/**
 * A path of Windows or POSIX, absolute or with a folder in front of the name.
 *
 * Windows (a drive, `\\server\share`, `%VARIABLE%`, `$env:VARIABLE`, or backslashes): names are compared without case
 * (Microsoft, "Naming Files, Paths, and Namespaces"), so the normal form is in lower case with the drive and variables
 * in upper case, separators are single backslashes, `\\?\` and quotation marks around are gone. Variables stay, since
 * what they stand for differs from machine to machine.
 * POSIX (XBD, section 3.271 and 4.16): case counts; slashes are single, `.` folders and a slash at the end are gone.
 * `..` stays in both: behind a link it leads elsewhere.
 */
export function filePath(text: string): NormalIndicator {
  const first = readPath(text);
  if (!first.ok) return first;
  // Names of nothing but blanks at the end leave something else behind when they are cut.
  const again = readPath(withoutMargins(first.value).text);
  return again.ok && again.value === first.value ? first : refused("NOT_A_PATH", { suggests: "OTHER" });
}

function readPath(text: string): NormalIndicator {
  const plain = isWindowsPath(text.slice(1)) ? text.replace(/^"(.*)"$/s, "$1") : text;
  if (isWindowsPath(plain)) return windowsPath(plain);
  if (POSIX.test(plain)) return posixPath(plain);
  if (!/[/\\]/.test(plain)) return refused("NOT_A_PATH", fileName(plain).ok ? { suggests: "FILE_NAME" } : {});
  // What has a scheme, a hive or a host in front is something else, whatever its separators.
  if (/^[^\s/\\]{2,40}:/.test(plain) || [url, urlPath, cidr, registryKey].some((rule) => rule(plain).ok))
    return refused("NOT_A_PATH");
  return plain.includes("\\") ? windowsPath(plain) : posixPath(plain);
}

/** True of what begins as an absolute path of Windows does. */
export function isWindowsPath(text: string): boolean {
  return DRIVE.test(text) || SHARE.test(text) || VARIABLE.test(text) || /^\\(?:\?\?|Device|SystemRoot)\\/i.test(text);
}

/** True of what begins as an absolute path does. */
export function isAbsolutePath(text: string): boolean {
  return isWindowsPath(text) || (POSIX.test(text) && !text.startsWith("//"));
}

function windowsPath(text: string): NormalIndicator {
  if (/[<>*?]/.test(text.replace(/^\\[\\?]\?\\/, ""))) return refused("WILDCARD", { suggests: "OTHER" });
  if (/["|]/.test(text)) return refused("NOT_A_PATH", { suggests: "OTHER" });
  const backslashes = text
    .replaceAll("/", "\\")
    .replace(/^\\[\\?]\?\\(?=[a-z]:\\)/i, "")
    .replace(/^\\[\\?]\?\\UNC\\/i, "\\\\");
  const [start = ""] = /^\\{0,2}/.exec(backslashes) ?? [];
  const steps = visibleSteps(backslashes.slice(start.length).split("\\")).filter(isStep);
  const lower = `${start}${steps.join("\\")}`.toLowerCase().normalize("NFC");
  const whole = /^[a-z]:$/.test(lower) ? `${lower}\\` : lower;
  if (steps.join("") === "" || !(whole.includes("\\") || VARIABLE.test(whole))) return refused("NOT_A_PATH");
  return normal(
    whole
      .replace(/^[a-z]:/, (drive) => drive.toUpperCase())
      .replace(/^\$env:(\w+)/, (_, name: string) => `%${name}%`)
      .replace(/%[\w()]+%/g, (variable) => variable.toUpperCase()),
  );
}

function posixPath(text: string): NormalIndicator {
  const [first = "", ...others] = visibleSteps(text.split("/")).filter(isStep);
  return normal([first, ...(others.length === 0 ? [""] : others)].join("/"));
}

/** A folder that is `.` is the one before it, unless it is the first. */
function isStep(step: string, index: number): boolean {
  return index === 0 || step !== ".";
}
