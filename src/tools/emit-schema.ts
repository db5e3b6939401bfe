import { writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "../server/schema.js";

/** Part of `npm run generate`: writes the SDL that others build on. */
const schema = lexicographicSortSchema(await createSchema(null));
await writeFile("schema/gateway.graphql", `${printSchema(schema)}\n`);
