import pg from "pg";
import { Hindrance } from "./program.js";

/** The URL of a database, and the setting that it comes from. */
export interface Login {
  readonly setting: string;
  readonly url: string;
}

/** Milliseconds for opening a session. */
const CONNECT_LIMIT = 10_000;

/** The advice for every URL that may have been misread. */
export const PERCENT_ENCODING =
  "In a URL write / : @ # ? % and spaces of a user name or password percent-encoded (# is %23, @ is %40)";

/** Opens a session for a tool or at start; rejects with a Hindrance that names the setting and the remedy. */
export async function openSession(login: Login, name: string, options = ""): Promise<pg.Client> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({
      connectionString: login.url,
      application_name: name,
      connectionTimeoutMillis: CONNECT_LIMIT,
      options,
    });
    // The statement in progress reports a broken session; without a listener the event would end the process.
    client.on("error", () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    // The attempt failed, but may have left a connection open, which would keep the process alive.
    client?.end().catch(() => undefined);
    throw connectionHindrance(error, login);
  }
}

/** Where a URL leads, read as pg reads it: `PGHOST` and the like supply what it omits. */
export function placeOf(url: string): { readonly server: string; readonly database: string; readonly user: string } {
  try {
    const { host, port, database = "", user = "" } = new pg.Client({ connectionString: url });
    const server = host.includes(":") ? `[${host}]` : host;
    return { server: host.startsWith("/") ? host : `${server}:${port}`, database, user };
  } catch {
    const { host, pathname, username } = new URL(url);
    return { server: host, database: pathname.slice(1), user: username };
  }
}

/** Why no session could be opened, in a sentence that names the setting and the remedy, without any password. */
export function connectionHindrance(error: unknown, login: Login): Hindrance {
  return error instanceof Hindrance ? error : new Hindrance(sentence(error, login), { cause: error });
}

function sentence(error: unknown, { setting, url }: Login): string {
  const { server, database, user } = placeOf(url);
  const { code, message } = causeOf(error);
  switch (code) {
    case "28P01":
      return `PostgreSQL at ${server} does not take the password of "${user}": correct it in ${setting}. ${PERCENT_ENCODING}.`;
    case "28000":
      return `PostgreSQL at ${server} does not let "${user}" in (${message}): correct ${setting}, or let that role log in (create role … login, pg_hba.conf).`;
    case "3D000":
      return `PostgreSQL at ${server} has no database "${database}": make it (create database ${database} owner …), or correct its name in ${setting}.`;
    case "42501":
      return `PostgreSQL at ${server} does not let "${user}" into the database "${database}" (${message}): grant connect on that database, or correct ${setting}.`;
    case "53300":
      return `PostgreSQL at ${server} has no session left (${message}): raise its max_connections, or lower DATABASE_POOL of the gateways.`;
    case "57P03":
      return `PostgreSQL at ${server} does not take sessions just now (${message}): start again in a moment.`;
    case "ECONNREFUSED":
      return `Nothing listens at ${server}, where ${setting} leads: start PostgreSQL there, or correct host and port in ${setting}.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host of ${server} is not known: correct it in ${setting}. ${PERCENT_ENCODING}.`;
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `PostgreSQL at ${server} is out of reach or does not answer: look whether it runs, whether a firewall is between, and at host and port in ${setting}.`;
    case "ENOENT":
    case "EACCES":
    case "EISDIR":
      return `${setting} leads to a file that cannot be used (${message}): correct it, or the host, in ${setting}.`;
  }
  if (message.includes("does not support SSL"))
    return `PostgreSQL at ${server} offers no TLS, but ${setting} (sslmode, or PGSSLMODE) asks for it: turn ssl on there, or set sslmode=disable in ${setting}.`;
  if (/certificate|CERT|altname/i.test(`${code} ${message}`))
    return `The certificate of PostgreSQL at ${server} is not trusted (${message}): name the authority that issued it in ${setting} (?sslmode=verify-full&sslrootcert=/path/to/ca.pem), and call the server by a name that it holds.`;
  if (message.includes("password must be a string"))
    return `PostgreSQL at ${server} asks "${user}" for a password, and ${setting} has none: put it there, or set PGPASSWORD.`;
  if (error instanceof URIError) return `${setting} cannot be read. ${PERCENT_ENCODING}.`;
  return `PostgreSQL at ${server} cannot be used (${message}): correct ${setting}.`;
}

/** A name with several addresses fails once for each; the first failure is reported. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  if (!(error instanceof Error)) return { code: "", message: "unknown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return { code: /timeout|timed out/i.test(error.message) && code === "" ? "ETIMEDOUT" : code, message: error.message };
}
