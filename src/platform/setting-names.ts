import { distance } from "../domain/nearest.js";

/** An environment variable whose name is nearly that of a setting. */
export interface Misspelling {
  readonly given: string;
  readonly meant: string;
}

/** Lengths of names, without underscores: the shorter a name, the fewer typing errors are tolerated. */
const SHORT = 5;
const LONG = 10;

/** An omitted unit, and other names that people confuse with a setting's. */
const UNIT = /_(?:SECONDS|MINUTES|HOURS|BYTES)$/;
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["TRUST_PROXY", "TRUSTED_PROXIES"],
  ["TRUSTED_PROXY", "TRUSTED_PROXIES"],
  ["DATABASE_POOL_SIZE", "DATABASE_POOL"],
]);

/** A prefix that people put before a setting's name, and one that a shell file leaves there. */
const OURS = "DABYL";
const SHELL = "EXPORT";

/**
 * The variables whose names are nearly those of settings, and what was probably meant. One with the same value as the setting
 * that it resembles does no harm. What Kubernetes and Docker set for a service named like one of ours (`DABYL_PORT=tcp://…`,
 * `DABYL_SERVICE_HOST`) is not a misspelling.
 */
export function misspellings(
  environment: Readonly<Record<string, string | undefined>>,
  settings: readonly string[],
): Misspelling[] {
  const known = new Set(settings);
  return Object.keys(environment).flatMap((given) => {
    if (known.has(given) || !environment[given]?.trim() || isServiceLink(given, environment)) return [];
    const [nearest] = settings
      .map((meant) => ({ meant, errors: errorsIn(given, meant) }))
      .filter(({ meant, errors }) => errors !== null && environment[given] !== environment[meant])
      .toSorted((one, other) => (one.errors ?? 0) - (other.errors ?? 0));
    return nearest ? [{ given, meant: nearest.meant }] : [];
  });
}

/** Whether the variable gives the address of a service in the cluster. */
function isServiceLink(given: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const service = /^(.+?)_(?:SERVICE|PORT)(?:_|$)/.exec(given)?.[1];
  return (
    /^(?:tcp|udp|sctp):\/\//.test(environment[given] ?? "") ||
    (service !== undefined && environment[`${service}_SERVICE_HOST`] !== undefined)
  );
}

/** The number of typing errors between the two, from 0; null if the names are simply different. */
function errorsIn(given: string, meant: string): number | null {
  const words = given
    .trim()
    .toUpperCase()
    .split(/[^A-Z0-9]+/);
  const isPrefixed = words.length > 1 && (words[0] === SHELL || distance(words[0] ?? "", OURS) <= 1);
  const spelt = words.slice(isPrefixed ? 1 : 0).join("_");
  const [one, other] = [spelt, meant].map((name) => name.replaceAll("_", "")) as [string, string];
  if (one === other || spelt === meant.replace(UNIT, "") || ALIASES.get(spelt) === meant) return 0;
  if (other.length <= SHORT) return isSlip(one, other) ? 1 : null;
  // The distance is at least that of their lengths.
  if (Math.abs(one.length - other.length) > 2) return null;
  const errors = distance(one, other);
  if (errors <= 1) return errors;
  return errors === 2 && other.length >= LONG && haveNearWords(spelt, meant) ? errors : null;
}

/** In a short name, only swapped letters or a doubled one: HOSTS and POST are other words. */
function isSlip(one: string, other: string): boolean {
  const isSwapped = one.length === other.length && [...one].toSorted().join("") === [...other].toSorted().join("");
  const isDoubled = one.length === other.length + 1 && one.replace(/(.)\1/, "$1") === other;
  return (isSwapped && distance(one, other) === 1) || isDoubled;
}

/** Two errors in one short word make it another name: DATABASE_PORT is not DATABASE_POOL. */
function haveNearWords(one: string, other: string): boolean {
  const [words, others] = [one.split("_"), other.split("_")];
  return (
    words.length === others.length &&
    words.every((word, index) => {
      const meant = others[index] ?? "";
      return distance(word, meant) <= (meant.length > SHORT ? 2 : 1);
    })
  );
}
