import { Foundation1764000000001 } from "./0001-foundation.js";

/** Every migration, oldest first. */
export const MIGRATIONS = [Foundation1764000000001];
