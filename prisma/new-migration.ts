// npm run migration -- <name>: writes prisma/migrations/<time>_<name>/migration.sql from the schema files.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffMigrationsToSchema, prismaFolder } from "../src/store/records/schema-engine.ts";

const name = process.argv[2];
if (!name) throw new Error("Name the migration: npm run migration -- add-something");
const base = join(prismaFolder, "migrations");
mkdirSync(base, { recursive: true });
const sql = await diffMigrationsToSchema();
if (sql) {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(base, `${time}_${name.replace(/\W+/g, "_")}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  writeFileSync(join(base, "migration_lock.toml"), 'provider = "sqlite"\n');
}
process.stdout.write(sql ? "written\n" : "schema and migrations agree: nothing to write\n");
