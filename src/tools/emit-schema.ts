import { writeFile } from "node:fs/promises";
import { schemaText } from "../server/schema.js";

/** Part of `npm run generate`: writes the SDL that others build on. */
await writeFile("schema/gateway.graphql", await schemaText());
