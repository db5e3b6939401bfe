import { writeFile } from "node:fs/promises";
import { exchangeSchemas } from "../exchange/schemas.js";
import { schemaText } from "../server/schema.js";

/** Part of `npm run generate`: writes what others build on: the SDL, and the schemas of documents in JSON and XML (R13.2). */
await writeFile("schema/gateway.graphql", await schemaText());
for (const [name, text] of exchangeSchemas()) await writeFile(`schema/${name}`, text);
