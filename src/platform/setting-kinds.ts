import { isIP, isIPv6 } from "node:net";
import { instant, parseInstant, type Instant } from "../domain/instant.js";
import { PERCENT_ENCODING } from "./database-hindrance.js";

/**
 * Reads the text of a setting, which is trimmed and, if it was not set, the setting's fallback. Tells `fault` what is wrong, in
 * words that follow the setting's name and end with the remedy; what it then returns is not used.
 */
export type Read<Value> = (text: string, fault: (what: string) => void, fallback: string) => Value;

/** One setting: an environment variable, its value when it is not set, how it is read, and what it means. */
export interface Setting<Value> {
  readonly name: string;
  readonly fallback: string;
  readonly read: Read<Value>;
  readonly means: string;
}

export function setting<Value>(name: string, fallback: string, read: Read<Value>, means: string): Setting<Value> {
  return { name, fallback, read, means };
}

export const text: Read<string> = (given) => given;

export const optionalText: Read<string | null> = (given) => given || null;

/** A whole number; `unit` is what one of it is worth, such as a second in milliseconds. */
export function whole(least: number, most: number, unit = 1): Read<number> {
  return (given, fault) => {
    const value = Number(given);
    if (!/^\d+$/.test(given) || value < least || value > most)
      fault(`is "${given}": give a whole number from ${least} to ${most}`);
    return value * unit;
  };
}

export function oneOf(words: readonly string[]): Read<string> {
  return (given, fault) => {
    if (!words.includes(given)) fault(`is "${given}": give one of ${words.join(", ")}`);
    return given;
  };
}

export const yesOrNo: Read<boolean> = (given, fault) => {
  if (!["yes", "no"].includes(given)) fault(`is "${given}": give yes or no`);
  return given === "yes";
};

/** Null: not set. */
export const optionalYesOrNo: Read<boolean | null> = (given, fault, fallback) =>
  given === "" ? null : yesOrNo(given, fault, fallback);

export const moment: Read<Instant> = (given, fault, fallback) => {
  const at = parseInstant(given);
  if (at === null) fault(`is "${given}": give an instant such as ${fallback}`);
  return at ?? instant(0);
};

/** A moment that is not before `earliest`. */
export function momentFrom(earliest: Instant): Read<Instant> {
  return (given, fault, fallback) => {
    const at = moment(given, fault, fallback);
    if (parseInstant(given) !== null && at < earliest)
      fault(`is "${given}": give an instant that is not before ${fallback}`);
    return at;
  };
}

/** Numbers by key, as `KEY=NUMBER KEY=NUMBER`; the fallback names every key, and one that is left out keeps its number there. */
export function numbersByKey(unit: number): Read<Readonly<Record<string, number>>> {
  return (given, fault, fallback) => {
    const known = new Set(fallback.split(" ").map((part) => part.split("=")[0]));
    return Object.fromEntries(
      `${fallback} ${given}`
        .split(/[\s,]+/)
        .filter((part) => part !== "")
        .flatMap((part) => {
          const [, key = "", number = ""] = /^([^=]+)=(\d{1,5})$/.exec(part) ?? [];
          if (known.has(key)) return [[key, Number(number) * unit] as const];
          fault(`has "${part}": give RULE=MINUTES with one of ${[...known].join(", ")}, such as R9.3=720`);
          return [];
        }),
    );
  };
}

/** A PostgreSQL URL, or `word` if one is given; null: not set. */
export function postgresUrl(word?: string): Read<string | null> {
  return (given, fault) => {
    if (given === "" || given === word) return given || null;
    const hindrance = postgresUrlFault(given, word);
    if (hindrance !== null) fault(`${hindrance}. ${PERCENT_ENCODING}`);
    return given;
  };
}

/** A web address without user, query and fragment; null: not set. */
export const webAddress: Read<string | null> = (given, fault) => {
  if (given === "") return null;
  if (!/^https?:\/\/[^\s/?#@]+[^\s?#@]*$/.test(given) || !URL.canParse(given))
    fault(`is "${given}": give the address at which people open the gateway, such as https://gateway.example.kz`);
  return given;
};

/** A mail server's URL, or `none`; null: not set. */
export const mailServer: Read<string | null> = (given, fault) => {
  if (given === "" || given === "none") return given || null;
  if (!/^smtps?:\/\//.test(given) || !URL.canParse(given) || new URL(given).hostname === "")
    fault(`is not a URL: give smtp://user:password@host:port or smtps://…, or the word none. ${PERCENT_ENCODING}`);
  return given;
};

/** A sender of mails (RFC 5322, section 3.4, without its rarer forms). */
export const mailbox: Read<string> = (given, fault) => {
  if (!/^(?:[^<>@,;]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(given))
    fault(`is "${given}": give name@example.kz or Name <name@example.kz>`);
  return given;
};

/** Hosts by comma, as URLs write them: in lower case, addresses in their short form, without brackets. */
export const hosts: Read<readonly string[]> = (given, fault) =>
  entriesOf(given).map((entry) => {
    const host = hostName(entry);
    if (host === null) fault(`has "${entry}": give host names or addresses, without scheme and port`);
    return host ?? entry;
  });

/** Addresses and networks (CIDR) by comma. */
export const networks: Read<readonly string[]> = (given, fault) => {
  for (const entry of entriesOf(given)) {
    if (!isNetwork(entry)) fault(`has "${entry}": give an address or a network, such as 10.0.0.7 or 10.0.0.0/8`);
  }
  return entriesOf(given);
};

/** An address and its port; null: not set. */
export const addressAndPort: Read<{ readonly host: string; readonly port: number } | null> = (given, fault) => {
  if (given === "") return null;
  const [, bracketed, plain, port = ""] = /^(?:\[([\da-f:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/i.exec(given) ?? [];
  const host = bracketed ?? plain ?? "";
  if (host === "" || Number(port) > 65_535) fault(`is "${given}": give an address and a port, such as 127.0.0.1:9464`);
  return { host, port: Number(port) };
};

function entriesOf(given: string): string[] {
  return given
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** A host as URLs write it, without brackets; null if the entry is not exactly one host. */
function hostName(entry: string): string | null {
  const isBracketed = isIPv6(entry);
  if (!isBracketed && !/^[^\s:/?#@*\\[\]]+$/.test(entry)) return null;
  const url = `http://${isBracketed ? `[${entry}]` : entry}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "") : null;
}

/** Why a string is not a valid PostgreSQL URL; null if it is. */
function postgresUrlFault(value: string, word: string | undefined): string | null {
  const isUrl = /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
  const orWord = word === undefined ? "" : `, or the word ${word}`;
  if (!isUrl) return `is not a URL: give postgresql://user:password@host:port/database${orWord}`;
  const { username, password, pathname, search, hash } = new URL(value);
  // An unencoded /, # or ? ends the authority part, so the rest of the password shows up after it.
  const isCutShort = `${pathname}${hash}`.includes("@") || (username === "" && search.includes("@"));
  const isReadable = [username, password, pathname].every((part) => !/%(?![0-9a-f]{2})/i.test(part));
  return isCutShort || !isReadable ? "has a user name or password that is not encoded" : null;
}

/** An IP address, or a network with its prefix length. */
function isNetwork(entry: string): boolean {
  const [, address = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const family = isIP(address);
  return family !== 0 && (prefix === undefined || Number(prefix) <= (family === 4 ? 32 : 128));
}
