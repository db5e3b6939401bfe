/** The folders of console/src, from what knows nothing to what knows everything: each may import those before it. */
const CONSOLE = [
  "texts|time",
  "parts",
  "person",
  "link",
  "keyboard",
  "live",
  "drafts",
  "session",
  "page",
  "sign-in",
  "forms",
  "shared",
  "screens",
  "app",
];

/** The arrows of docs/architecture.md, one sentence for each. */
module.exports = {
  forbidden: [
    {
      name: "the-core-is-pure",
      comment: "The domain imports the domain only: no npm package, no node: module.",
      severity: "error",
      from: { path: "^src/domain" },
      to: { pathNot: "^src/domain" },
    },
    {
      name: "the-platform-knows-no-feature",
      comment: "The platform imports the domain, itself, the list of migrations and npm.",
      severity: "error",
      from: { path: "^src/platform" },
      to: { path: "^(src|schema|test)", pathNot: "^src/(domain|platform)" },
    },
    {
      name: "the-import-is-a-sender",
      comment:
        "What is imported goes over HTTP like anybody's: it knows the form, how documents are written and read, and no gateway.",
      severity: "error",
      from: { path: "^src/import" },
      to: {
        path: "^(src|client|schema|node_modules)",
        pathNot:
          "^(src/(domain|exchange|import)|src/paper/csv|src/platform/(clock|program)|client/waits|node_modules/(csv-parse|yauzl|saxes|@types/yauzl)/)",
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "the-exchange-is-form-and-bytes",
      comment:
        "What reads, writes and describes documents knows no gateway: it imports the domain, itself, ids, saxes and Node.",
      severity: "error",
      from: { path: "^src/exchange" },
      to: {
        path: "^(src|schema|client|node_modules)",
        pathNot: "^(src/(domain|exchange)/|src/platform/identity|node_modules/saxes/)",
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "documents-know-no-door",
      comment:
        "What takes documents in and gives them out is the same whichever way they come: it knows neither HTTP nor files.",
      severity: "error",
      from: { path: "^src/server/documents" },
      to: { path: "^(src/server/(exchange/|folder/|http-refusal|http\\.ts|reception)|node_modules/fastify)" },
    },
    {
      name: "no-door-leads-into-another",
      comment: "The folder and the documents' door of HTTP meet in what they have in common.",
      severity: "error",
      from: { path: "^src/server/(exchange|folder)/" },
      to: { path: "^src/server/(exchange|folder)/", pathNot: "^src/server/$1/" },
    },
    {
      name: "a-folder-is-no-request",
      comment: "The reserve folder knows no HTTP.",
      severity: "error",
      from: { path: "^src/server/folder" },
      to: { path: "^(src/server/(http-refusal|http\\.ts|reception)|node_modules/fastify)" },
    },
    {
      name: "nothing-leads-up-to-the-server",
      comment: "What the server is made of does not know it: the wiring, the tools and the server itself do.",
      severity: "error",
      from: { path: "^src/(access|domain|exchange|features|graph|import|journal|operation|outbound|paper|platform)/" },
      to: { path: "^src/server" },
    },
    {
      name: "paper-is-made-of-plain-data",
      comment:
        "What prints knows no HTTP and no database: it imports the domain, itself, Node's modules and what lays out.",
      severity: "error",
      from: { path: "^src/paper" },
      to: {
        path: "^(src|node_modules)",
        pathNot: "^(src/(domain|paper)|node_modules/(@myriaddreamin/typst-ts-node-compiler|uqr)/)",
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "the-embedded-postgres-is-anybody's",
      comment: "It knows nothing of the gateway and could be a package: it imports itself, Node's modules and pg.",
      severity: "error",
      from: { path: "^src/platform/embedded-postgres" },
      to: { pathNot: "^(src/platform/embedded-postgres|node_modules/pg/)", dependencyTypesNot: ["core"] },
    },
    {
      name: "a-store-is-scope-and-sql",
      comment: "A store imports domain, platform, scope and typeorm; no other store, no framework.",
      severity: "error",
      from: { path: "\\.store\\.ts$" },
      to: {
        path: "^(src|node_modules)",
        pathNot:
          "^(src/(domain|platform|access/scope-sql)|src/features/incidents/filter/|src/features/(notifications/filter|obligations/(filter|standing)|incidents/(indicators|open-questions)|indicators/(judged|sighted)|parties/(codes|ends)|sharing/(marked|members|sectors)|statistics/kept)-sql|node_modules/typeorm)",
      },
    },
    {
      name: "a-service-knows-no-framework",
      comment: "Use cases import neither typeorm nor graphql nor type-graphql nor a resolver.",
      severity: "error",
      from: { path: "(\\.service|features/submissions/submissions|features/incidents/(dossier|initial-report))\\.ts$" },
      to: { path: "(node_modules/(typeorm|graphql|type-graphql|@apollo|fastify)|\\.(resolver|types)\\.ts$)" },
    },
    {
      name: "a-type-is-a-shape",
      comment:
        "GraphQL types import domain, the shared graph, other types and type-graphql; of stores only names of shapes.",
      severity: "error",
      from: { path: "\\.types\\.ts$" },
      to: {
        path: "^(src|node_modules)",
        pathNot:
          "^(src/(domain|graph)|src/.*\\.types\\.ts$|node_modules/type-graphql|src/features/incidents/(incident\\.store|filter/order))",
      },
    },
    {
      name: "a-resolver-translates",
      comment: "Resolvers do not know the database.",
      severity: "error",
      from: { path: "\\.resolver\\.ts$" },
      to: { path: "(node_modules/(typeorm|pg)|src/operation/unit-of-work|src/platform/(database|pool|session))" },
    },
    {
      name: "no-feature-uses-another-one's-use-cases",
      comment: "Features touch each other through the unit of work or through facts.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/[^/]+/.*\\.(service|resolver)\\.ts$", pathNot: "^src/features/$1/" },
    },
    {
      name: "nothing-imports-the-wiring",
      comment: "compose is imported by main, the tools, the demonstration world and the tests' support.",
      severity: "error",
      from: { path: "^src", pathNot: "^src/(main|tools/|demo-world)" },
      to: { path: "^src/compose" },
    },
    {
      name: "the-product-knows-no-test",
      comment: "src and migrations import nothing from test.",
      severity: "error",
      from: { path: "^(src|migrations|client|console)" },
      to: { path: "^(test|demo)" },
    },
    {
      name: "the-client-stands-alone",
      comment:
        "Whoever installs the client has neither the gateway nor Node's modules: it imports the operations and graphql-ws.",
      severity: "error",
      from: { path: "^client" },
      to: { pathNot: "^(client|schema/operations|node_modules/graphql-ws)" },
    },
    {
      name: "the-console-is-a-client",
      comment:
        "What people see speaks with the gateway as any program does: the console imports itself, the client, the form as data and its libraries.",
      severity: "error",
      from: { path: "^console/src" },
      to: {
        pathNot:
          "(^console/(src|node_modules)/|^client/|^schema/form\\.(kk|ru|en)\\.json$|@graphql-typed-document-node/core)",
      },
    },
    {
      name: "parts-take-plain-data",
      comment:
        "What screens are made of knows texts, times, React and links alone: no store, no gateway, no screen. So all of it can be shown by itself.",
      severity: "error",
      from: { path: "^console/src/parts" },
      to: { path: "^(console/src|client)/", pathNot: "^console/src/(parts|texts|time)/" },
    },
    {
      name: "texts-and-times-know-nothing-else",
      comment: "Every text, and how times and numbers are written, is below everything else of the console.",
      severity: "error",
      from: { path: "^console/src/(texts|time)" },
      to: { path: "^(console/src|client)/", pathNot: "^console/src/(texts|time)/" },
    },
    ...CONSOLE.slice(0, -1).map((folder, place) => ({
      name: `the-console-leads-one-way: ${folder}`,
      comment: "A folder of the console imports those before it in the list above, never one after it.",
      severity: "error",
      from: { path: `^console/src/(${folder})/` },
      to: { path: `^console/src/(${CONSOLE.slice(place + 1).join("|")})/` },
    })),
    {
      name: "a-screen-knows-no-other",
      comment: "What several screens use stands in console/src/shared.",
      severity: "error",
      from: { path: "^console/src/screens/([^/]+)/" },
      to: { path: "^console/src/screens/", pathNot: "^console/src/screens/$1/" },
    },
    {
      name: "every-folder-of-the-console-has-its-place",
      comment: "A new folder is put into the list above, or nothing holds its arrows.",
      severity: "error",
      from: {},
      to: {
        path: "^console/src/[^/]+/",
        pathNot: `^console/src/(${[...CONSOLE, "operations", "style"].join("|")})/`,
      },
    },
    {
      name: "no-circles",
      comment: "No circular imports but those of types alone.",
      severity: "error",
      from: { path: "^(src|migrations|client|demo|console)" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-unresolvable",
      comment: "Every import leads somewhere; typed-document-node is types alone.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "@graphql-typed-document-node/core" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // What is packed.
    exclude: { path: "^(client|console)/dist" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
