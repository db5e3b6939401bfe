import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance, FastifyReply } from "fastify";
import { inWords, LOCALES, say } from "../domain/wording/wording.js";
import { Hindrance } from "../platform/program.js";
import { readCodedFiles, sendCoded, type CodedFile } from "./coded-files.js";
import { connectionsTo } from "./content-policy.js";
import type { PublicFiles } from "./public-files.js";

/** Why `/` has no console. */
export type NoConsole = "NOT_BUILT" | "SWITCHED_OFF";

export type ConsoleState = "SERVED" | NoConsole;

/** A console as it was built, read into memory. */
export interface BuiltConsole {
  /** The addresses of its pages, as patterns of the router. */
  readonly routes: readonly string[];
  /** By their paths in its folder. */
  readonly files: ReadonlyMap<string, CodedFile>;
}

/** The value of CONSOLE_DIR by which there is no console. */
const NONE = "none";
/** Where `npm run build:console` puts it, seen from this file as it is compiled. */
const BUILT = fileURLToPath(new URL("../../../console/dist", import.meta.url));
/** The page that all addresses of the console answer with. */
const PAGE = "index.html";
/** Written last, so what is built to its end has it. */
const RECORD = "built.json";

/** Reads the console from `folder`, the setting CONSOLE_DIR; throws a Hindrance where that names no console. */
export async function readConsole(folder: string | null): Promise<BuiltConsole | NoConsole> {
  if (folder === NONE) return "SWITCHED_OFF";
  const place = folder === null ? BUILT : resolve(folder);
  try {
    const { routes } = JSON.parse(await readFile(join(place, RECORD), "utf8")) as Pick<BuiltConsole, "routes">;
    const files = new Map(await readCodedFiles(place));
    files.delete(RECORD);
    return { routes, files };
  } catch (error) {
    if (folder === null && (error as NodeJS.ErrnoException).code === "ENOENT") return "NOT_BUILT";
    const remedy = `build it again, or set CONSOLE_DIR to where it is, or to ${NONE}`;
    throw new Hindrance(`There is no console that can be read in ${place}: ${remedy}. (${String(error)})`);
  }
}

/** The routes of the console, or the page at `/` that says why there is none. */
export function serveConsole(app: FastifyInstance, files: PublicFiles, built: BuiltConsole | NoConsole): void {
  if (typeof built === "string") {
    const body = pageWithout(built);
    const policy = "default-src 'none'; img-src data:; frame-ancestors 'none'";
    app.get("/", (_, reply) =>
      reply
        .headers({ ...HEADERS, "content-security-policy": policy })
        .type(HTML)
        .send(body),
    );
    return;
  }
  const addresses = [...built.files].flatMap(([path, file]) =>
    path === PAGE ? built.routes.map((route) => [route, file] as const) : [[`/${path}`, file] as const],
  );
  for (const [address, file] of addresses) {
    // What is below `assets` has a hash in its name.
    const keeping = address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    app.get(address, (request, reply) => {
      protect(reply, request.headers.host).header("cache-control", keeping);
      return sendCoded(files, request, reply, file);
    });
  }
}

const HTML = "text/html; charset=utf-8";

const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** The one `<style>` that React Aria puts into a page; everything else sets styles in ways that the policy lets through. */
const STYLE_OF_REACT_ARIA = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** On scripts too: a worker has the policy that its own file comes with. */
function protect(reply: FastifyReply, host: string | undefined): FastifyReply {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${STYLE_OF_REACT_ARIA}`,
    "font-src 'self'",
    "img-src 'self' data:",
    connectionsTo(host),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return reply.headers({ ...HEADERS, "content-security-policy": policy.join("; ") });
}

/** A plain page in every language, with the way to GraphiQL. */
function pageWithout(why: NoConsole): string {
  const said = LOCALES.map(
    (locale) => `<p lang="${locale}">${inWords(say("noConsole", { why }), locale)} <a href="/graphql">GraphiQL</a></p>`,
  );
  return `<!doctype html>
<html lang="kk">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Dabyl</title><link rel="icon" href="data:,"></head>
<body>
<h1>Dabyl</h1>
${said.join("\n")}
</body>
</html>
`;
}
