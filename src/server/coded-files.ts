import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PublicFiles } from "./public-files.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** The codings in which a file may also lie in its folder, by what they add to its name; the smallest first. */
const CODINGS = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
] as const;

interface Coded {
  /** Null: as it is. */
  readonly coding: (typeof CODINGS)[number]["name"] | null;
  readonly body: Buffer;
  readonly etag: string;
}

/** A file with its codings, the smallest first and itself last. */
export interface CodedFile {
  readonly type: string;
  readonly codings: readonly Coded[];
}

/** The files below a folder, by their paths with slashes; compressed beside them, never by us. */
export async function readCodedFiles(folder: string): Promise<ReadonlyMap<string, CodedFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const bodies = new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
  const files = [...bodies].flatMap(([path, body]): [string, CodedFile][] => {
    const type = TYPES[extname(path)];
    if (type === undefined) return [];
    const compressed = CODINGS.flatMap(({ name, ending }) => codedAs(name, bodies.get(path + ending)));
    const name = path.slice(join(folder, "/").length).replaceAll("\\", "/");
    return [[name, { type, codings: [...compressed, ...codedAs(null, body)] }]];
  });
  return new Map(files);
}

function codedAs(coding: Coded["coding"], body: Buffer | undefined): Coded[] {
  if (!body) return [];
  return [{ coding, body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` }];
}

/** Sends a file in the best coding that the caller takes, or 304 where it has that already (RFC 9110, section 13.1.2). */
export function sendCoded(
  files: PublicFiles,
  request: FastifyRequest,
  reply: FastifyReply,
  { type, codings }: CodedFile,
): FastifyReply {
  const { "accept-encoding": accepted, "if-none-match": held } = request.headers;
  const weight = weightsOf(accepted);
  const plain = codings.at(-1);
  const best = codings.filter(({ coding }) => coding !== null && weight(coding) > 0);
  const { coding, body, etag } = best.toSorted((a, b) => weight(b.coding) - weight(a.coding))[0] ?? plain ?? NOTHING;
  if (codings.length > 1) reply.header("vary", "accept-encoding");
  reply.header("etag", etag);
  if (isHeld(held, etag)) return reply.code(304).send();
  if (coding !== null) reply.header("content-encoding", coding);
  return files.send(request, reply, { type, body });
}

const NOTHING: Coded = { coding: null, body: Buffer.alloc(0), etag: '""' };

/** How much a caller likes a coding, by its `Accept-Encoding` (RFC 9110, section 12.5.3): 0 for one that it does not name. */
function weightsOf(accepted = ""): (coding: string | null) => number {
  const weights = new Map(
    accepted
      .slice(0, 1_000)
      .toLowerCase()
      .split(",")
      .map((part) => {
        const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
        const given = parameters
          .map((one) => /^q=([01](?:\.\d{0,3})?)$/.exec(one)?.[1])
          .find((one) => one !== undefined);
        return [name === "x-gzip" ? "gzip" : name, given === undefined ? 1 : Number(given)] as const;
      }),
  );
  return (coding) => (coding === null ? 0 : (weights.get(coding) ?? weights.get("*") ?? 0));
}

/** Whether `If-None-Match` names the tag, or any; tags are compared weakly. */
function isHeld(held: string | undefined, etag: string): boolean {
  if (held === undefined) return false;
  return held.trim() === "*" || held.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
