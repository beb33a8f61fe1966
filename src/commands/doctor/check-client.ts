// The database client that installing generates: there, and of the schema that stands beside it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PartState } from "./diagnose.ts";

const ours = fileURLToPath(new URL("../../../", import.meta.url));
const part = "installation";
const fix = "Run “npm ci”, or “node prisma/generate.mjs” where install scripts are switched off.";

/** Whether every start can open the records: a pull without `npm ci` leaves a client of the schema before. */
export function checkClient(root = ours): PartState {
  const generated = join(root, "src/store/generated/internal/class.ts");
  if (!existsSync(generated)) {
    return { part, state: "broken", why: "the database client was never generated", fix };
  }
  const known = toWords(readSchema(readFileSync(generated, "utf8")));
  const folder = join(root, "prisma");
  const changed = readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .filter((name) => !known.includes(toWords(readFileSync(join(folder, name), "utf8"))));
  if (changed.length > 0) {
    const why = `the database client is older than its schema (${changed.join(", ")})`;
    return { part, state: "broken", why, fix };
  }
  return { part, state: "ok", why: "the database client is of this version" };
}

/** The schema that a generated client carries within. */
function readSchema(code: string): string {
  const literal = /"inlineSchema": ("(?:[^"\\]|\\.)*")/.exec(code)?.[1];
  return literal ? String(JSON.parse(literal)) : "";
}

/** Prisma aligns columns anew; only the words tell. */
const toWords = (schema: string) => schema.replace(/\s+/g, " ").trim();
