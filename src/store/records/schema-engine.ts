// Prisma's schema engine as WASM. The CLI would download a native engine, which fails behind firewalls.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/** The folder with the schema files and `migrations/`. */
export const prismaFolder = fileURLToPath(new URL("../../../prisma", import.meta.url));

const wasmFile = createRequire(import.meta.url).resolve(
  "@prisma/schema-engine-wasm/schema_engine_bg",
);

/** Every table is ours: nothing is excluded from a diff or a migration. */
export const allTables = { externalTables: [], externalEnums: [] };

/** Runs work with the engine on one SQLite file (or ":memory:") and closes every connection it opened. */
export async function withSchemaEngine<Result>(
  file: string,
  work: (schema: engine.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  startWasm();
  const adapter = new ScriptedAdapter({ url: `file:${file}` });
  const schema = await engine.SchemaEngine.new(
    { datamodels: readSchema() },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(schema);
  } finally {
    schema.free();
    await Promise.all(adapter.opened.map((connection) => connection.dispose()));
  }
}

let started = false;

/** Once per process: the generated bindings keep the instance in a variable of their module. */
function startWasm(): void {
  if (started) return;
  started = true;
  const module = new WebAssembly.Module(readFileSync(wasmFile.replace(/\.js$/, ".wasm")));
  const imports = { "./schema_engine_bg.js": engine } as unknown as WebAssembly.Imports;
  const instance = new WebAssembly.Instance(module, imports);
  engine.__wbg_set_wasm(instance.exports);
  // Fills the table of undefined, null, true and false; without it every `undefined` is misread.
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * The engine replays migrations on its shadow database as one raw statement each; better-sqlite3 prepares
 * one statement at a time and refuses. A raw statement without arguments is therefore run as a script.
 */
class ScriptedAdapter extends PrismaBetterSqlite3 {
  /** Freeing the engine leaves its connections open, and they hold locks. */
  readonly opened: { dispose(): Promise<void> }[] = [];

  override async connect() {
    const connection = await super.connect();
    this.opened.push(connection);
    return connection;
  }

  override async connectToShadowDb() {
    const shadow = await super.connectToShadowDb();
    this.opened.push(shadow);
    const executeRaw = shadow.executeRaw.bind(shadow);
    shadow.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query);
      await shadow.executeScript(query.sql);
      return 0;
    };
    return shadow;
  }
}

/** The schema files as [path, text]. */
function readSchema(): [string, string][] {
  return readdirSync(prismaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [join(prismaFolder, name), readFileSync(join(prismaFolder, name), "utf8")]);
}

/** The migrations as the engine wants them, oldest first. */
export function readMigrations(): engine.MigrationList {
  const baseDir = join(prismaFolder, "migrations");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** Folder names of the migrations, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(join(prismaFolder, "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** SQL that takes a database with today's migrations to today's schema; empty when they agree. */
export async function diffMigrationsToSchema(): Promise<string> {
  const files = readSchema().map(([path, content]) => ({ path, content }));
  const { stdout } = await withSchemaEngine(":memory:", (schema) =>
    schema.diff({
      from: { tag: "migrations", ...readMigrations() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: false,
      filters: allTables,
    }),
  );
  return (stdout ?? "").includes("empty migration") ? "" : (stdout ?? "").trim();
}
