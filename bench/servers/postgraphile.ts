import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import pg from "pg";
import { tokenHash, WHO_ASKS } from "./tokens.ts";

/**
 * PostGraphile 5 on the same tables, with its default preset, no plugin and no session settings. The scope condition is an
 * argument of the query, which is cheaper than row-level security.
 */

const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: Number(process.env["POOL"]),
  idleTimeoutMillis: 0,
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ["public"] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false, maxRequestLength: 1_000_000 },
  grafast: {
    explain: false,
    async context({ node }) {
      const hash = tokenHash(node?.req.headers.authorization);
      const { rows } = await pool.query({ name: "who asks", text: WHO_ASKS, values: [hash] });
      if (rows.length === 0) throw new Error("nobody");
      return {};
    },
  },
});

await instance.getSchema();
const serving = instance.createServ(grafserv);
const server = createServer();
await serving.addTo(server);
// Runs before PostGraphile's own handler.
const [handle] = server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
server.removeAllListeners("request");
server.on("request", (request, response) => {
  if (request.url === "/health/ready") response.end();
  else handle?.(request, response);
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
