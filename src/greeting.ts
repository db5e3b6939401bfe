import { LOCAL_MAILBOX } from "./platform/settings-table.js";
import type { ConsoleState } from "./server/console.js";
import type { Logger } from "./platform/logger.js";

/** What is printed once a gateway is ready. */
export interface Greeting {
  /** Where it listens, as a URL. */
  readonly url: string;
  readonly console: ConsoleState;
  /** Which database it works on, without login. */
  readonly database: string;
  readonly world: "FICTIONAL" | "REAL" | "NONE";
  /** The file that holds the tokens of a fictional world made here; null where there is none. */
  readonly credentials: string | null;
  /** Null: no mail is sent. It may hold a password. */
  readonly smtpUrl: string | null;
}

const FICTION =
  "the world in this database is FICTIONAL: its SOCs, owners and objects are invented, nothing in it counts";
const NO_CENTRE = "there is no national centre yet: npm run admin:bootstrap makes it and its first administrator";

/** The greeting as lines of the log, and nothing else: for production, where programs read what is printed. */
export function logGreeting(logger: Logger, { url, console, database, world, smtpUrl }: Greeting): void {
  logger.info({ url, console, database, world, mail: serverOf(smtpUrl) }, "Dabyl is ready");
  if (world === "FICTIONAL") logger.warn(FICTION);
  if (world === "NONE") logger.warn(NO_CENTRE);
  if (smtpUrl === null) logger.warn("no mail is sent to owners: SMTP_URL names no mail server");
}

/** The greeting for a person who tries the gateway out in a terminal. */
export function greetingText(greeting: Greeting): string {
  const { url, database, world, credentials, smtpUrl } = greeting;
  const socket = url.replace(/^http/, "ws");
  const whose = credentials === null ? "your token" : 'the token "centre" of that file';
  const entry = greeting.console === "SERVED" ? `open the console and sign in with ${whose}. Or ` : "";
  const demo = credentials === null ? "" : "\nThen, in another terminal, see a morning played:  npm run demo\n";
  const fiction = world === "FICTIONAL" ? `\n*** Beware: ${FICTION}. ***\n` : "";
  return `
Dabyl is ready.

  Console    ${consoleText(greeting)}
  GraphiQL   ${url}/graphql   (in a browser)
  Socket     ${socket}/graphql   (graphql-transport-ws)
  Health     ${url}/health/ready
  Database   ${database}
  Tokens     ${tokensOf(greeting)}
${fiction}
${mailText(smtpUrl)}

To try it: ${entry}open GraphiQL, put  { "authorization": "Bearer TOKEN" }  into the tab Headers, with ${whose}, and run

  { me { name roles } incidents { feedCursor nodes { number severity soc { code } obligations { rule dueAt standing } } } }
${demo}`;
}

function consoleText({ console, url }: Greeting): string {
  if (console === "SERVED") return `${url}/   (in a browser)`;
  return console === "NOT_BUILT" ? "not built: npm run build:console, then start again" : "switched off (CONSOLE_DIR)";
}

function tokensOf({ world, credentials }: Greeting): string {
  if (credentials !== null) return credentials;
  return world === "NONE"
    ? "npm run admin:bootstrap makes the first administrator"
    : "the national centre's administrators issue them";
}

function mailText(smtpUrl: string | null): string {
  if (smtpUrl === null) return "Owners and contacts get no mail: SMTP_URL is not set.";
  const mailbox = smtpUrl === LOCAL_MAILBOX ? ", where `npm run demo` starts a mailbox" : "";
  return `Mail to owners goes to ${serverOf(smtpUrl)}${mailbox}.`;
}

/** Where mail to owners goes, without user name and password. */
function serverOf(smtpUrl: string | null): string | null {
  if (smtpUrl === null) return null;
  const { protocol, host } = new URL(smtpUrl);
  return `${protocol}//${host}`;
}
