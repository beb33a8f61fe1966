// Programs that tests run as processes of their own: our sources as they are, put into one file each.
import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const made = new Map<string, Promise<string>>();

/**
 * A file that Node runs as tsx runs `source`. tsx takes 3 s of processor time for the product's 1,300 files, this
 * 0.3 s; that the product starts by tsx too is shown once, in cli.test.ts.
 */
export function programOf(source: URL): Promise<string> {
  const path = fileURLToPath(source);
  const program = made.get(path) ?? bundle(path);
  made.set(path, program);
  return program;
}

/** Packages stay outside, and are found from the folder, which is within this project's. */
async function bundle(path: string): Promise<string> {
  const outdir = mkdtempSync(join(process.env.TEST_PROGRAMS ?? "", "program-"));
  await build({
    ...{ entryPoints: { program: path }, outdir, outExtension: { ".js": ".mjs" } },
    ...{ bundle: true, splitting: true, packages: "external", logLevel: "error" },
    ...{ platform: "node", format: "esm", target: "node20", plugins: [ownAddress] },
  });
  return join(outdir, "program.mjs");
}

/** Every source goes on finding the files beside it. */
const ownAddress: Plugin = {
  name: "own address",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const address = JSON.stringify(pathToFileURL(path).href);
      return { loader: "ts", contents: source.replaceAll("import.meta.url", address) };
    });
  },
};
