import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { connectionsTo } from "./content-policy.js";

const require = createRequire(import.meta.url);

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

/** The page loads everything from this gateway and connects only to it. GraphiQL's editor injects styles. */
export function graphiqlPolicy(host: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    connectionsTo(host),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

export const GRAPHIQL_PAGE = Buffer.from(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Dabyl · GraphiQL</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <style>html, body, #graphiql { height: 100%; margin: 0 }</style>
  </head>
  <body>
    <div id="graphiql">Loading…</div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script type="module" src="/graphiql/page.js"></script>
  </body>
</html>
`);

/** Runs in the browser: one fetcher, with HTTP for queries and mutations and a WebSocket for subscriptions. */
const PAGE_SCRIPT = `import { createClient } from "/graphiql/graphql-ws/client.js";

const socketUrl = location.href.replace(/^http/, "ws").split(/[?#]/)[0];
// A minute ago: whoever runs the report within the next fourteen is in time, also by a clock that is a little behind.
const confirmedAt = new Date(Date.now() - 60_000).toISOString();
const example = \`# Put your token into the tab "Headers" below:  { "authorization": "Bearer …" }
# Run Feed in one tab and see each fact as it arrives; in another one, with the token of a SOC, run Report.

query Me {
  me { name roles party { code name } }
  incidents(first: 5) {
    feedCursor
    nodes { number severity type receivedAt obligations { rule dueAt standing } }
  }
}

subscription Feed {
  incidentFeed { cursor kind at incident { number severity soc { code } } }
}

mutation Report {
  reportIncident(
    input: {
      submissionKey: "report of \${confirmedAt}"
      confirmedAt: "\${confirmedAt}"
      type: RANSOMWARE
      severity: HIGH
      summary: "Files on two servers are being encrypted."
      affectedObjects: [{ description: "An office network that is not registered" }]
    }
  ) {
    ... on ReportAccepted { incident { number } receipt { position entryHash } warnings { rule message } }
    ... on SubmissionRejected { violations { rule path message } }
  }
}
\`;

function fetcher(parameters, options = {}) {
  const headers = options.headers ?? {};
  const operations = options.documentAST?.definitions.filter((one) => one.kind === "OperationDefinition") ?? [];
  const operation = operations.find((one) => !parameters.operationName || one.name?.value === parameters.operationName);
  if (parameters.operationName === "IntrospectionQuery" && token === "")
    return { errors: [{ message: 'Put your token into the tab "Headers" below: the schema is read with it.' }] };
  if (operation?.operation === "subscription") return follow(parameters, headers);
  return fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(parameters),
  }).then((answer) => answer.json());
}

function follow(parameters, headers) {
  const header = (name) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const client = createClient({
    url: socketUrl,
    // Coming back unasked would hide what was missed: say that the socket closed and why.
    retryAttempts: 0,
    connectionParams: { authorization: header("authorization"), acceptLanguage: header("accept-language") ?? navigator.language },
  });
  const inWords = (error) =>
    error instanceof CloseEvent ? [{ message: \`The socket was closed: \${error.code} \${error.reason}\` }] : error;
  return {
    subscribe: (sink) => ({
      unsubscribe: client.subscribe(parameters, { ...sink, error: (error) => sink.error(inWords(error)) }),
    }),
  };
}

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
let token = "";

// Another fetcher makes GraphiQL ask for the schema again: with the token, once there is one.
function takeToken(text) {
  const found = /Bearer\\s+([^\\s"]{20,})"/.exec(text)?.[1] ?? "";
  if (found === token) return;
  token = found;
  show();
}

function show() {
  root.render(
    React.createElement(GraphiQL, {
      fetcher: (parameters, options) => fetcher(parameters, options),
      defaultQuery: example,
      defaultHeaders: '{ "authorization": "Bearer " }',
      shouldPersistHeaders: false,
      defaultEditorToolsVisibility: "headers",
      onEditHeaders: takeToken,
    }),
  );
}

show();
`;

let assets: Promise<readonly Asset[]> | null = null;

/** The files of the GraphiQL page, read once per process. */
export function graphiqlAssets(): Promise<readonly Asset[]> {
  assets ??= readAssets();
  return assets;
}

async function readAssets(): Promise<readonly Asset[]> {
  const script = "text/javascript; charset=utf-8";
  const inPackage = (name: string, file: string): string =>
    join(dirname(require.resolve(`${name}/package.json`)), file);
  const packaged: readonly (readonly [path: string, type: string, file: string])[] = [
    ["/graphiql/react.js", script, inPackage("react", "umd/react.production.min.js")],
    ["/graphiql/react-dom.js", script, inPackage("react-dom", "umd/react-dom.production.min.js")],
    ["/graphiql/graphiql.js", script, inPackage("graphiql", "graphiql.min.js")],
    ["/graphiql/graphiql.css", "text/css; charset=utf-8", inPackage("graphiql", "graphiql.min.css")],
    ...(await socketClientFiles()).map((file) => [`/graphiql/graphql-ws/${file.name}`, script, file.path] as const),
  ];
  const files = packaged.map(async ([path, type, file]) => ({ path, type, body: await readFile(file) }));
  return [...(await Promise.all(files)), { path: "/graphiql/page.js", type: script, body: Buffer.from(PAGE_SCRIPT) }];
}

/** graphql-ws's client and the module that it imports, whose name changes with each release. */
async function socketClientFiles(): Promise<{ name: string; path: string }[]> {
  const folder = dirname(require.resolve("graphql-ws"));
  const client = await readFile(join(folder, "client.js"), "utf8");
  const imported = [...client.matchAll(/from ['"]\.\/([\w.-]+\.js)['"]/g)].map((match) => match[1] ?? "");
  return ["client.js", ...new Set(imported)].map((name) => ({ name, path: join(folder, name) }));
}
