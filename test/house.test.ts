// How the code reads is tested where no linter looks: purposes, sentences of functions, lengths.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Every TypeScript file of these folders, by its path from the root. */
const files = ["src", "bench", "prisma", "test"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".ts") && !path.includes(`${sep}generated${sep}`))
    .map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").split("\n") })),
);
const code = files.filter(({ path }) => !path.endsWith(".test.ts"));

describe("a file", () => {
  it("says first what it is for; a test's descriptions do", () => {
    const silent = code.filter(({ lines }) => !/^(?:#!|\/\/ ?\S)/.test(lines[0] ?? ""));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("has at most 300 lines", () => {
    const long = files.filter(({ lines }) => lines.length - 1 > 300);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length - 1}`)).toEqual([]);
  });

  it("with several functions for others gives each its sentence; one alone has the file's", () => {
    const bare = files
      .filter(({ path }) => path.startsWith("src"))
      .flatMap(({ path, lines }) => undocumented(lines).map((name) => `${path}: ${name}`));
    expect(bare).toEqual([]);
  });

  it("names in its comments only files there are", () => {
    const paths = readdirSync(root, { encoding: "utf8" })
      .filter((name) => !/^(?:\.git|node_modules|data)$/.test(name))
      .flatMap((name) =>
        statSync(join(root, name)).isDirectory()
          ? readdirSync(join(root, name), { recursive: true, encoding: "utf8" }).map(
              (below) => `/${name}/${below}`,
            )
          : [`/${name}`],
      );
    const isThere = (name: string) => paths.some((path) => path.endsWith(`/${name}`));
    const gone = files.flatMap(({ path, lines }) =>
      lines.flatMap((line) =>
        filesNamed(line)
          .filter((name) => !isThere(name))
          .map((name) => `${path}: ${name}`),
      ),
    );
    expect(gone).toEqual([]);
  });

  it("leaves nothing for later", () => {
    const later = new RegExp(`\\b(?:${["TO", "DO|FIX", "ME|HA", "CK"].join("")})\\b`);
    const found = files.flatMap(({ path, lines }) =>
      lines.flatMap((line, at) => (later.test(line) ? [`${path}:${at + 1}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

/** What a line's comment calls by a name that only files have. */
function filesNamed(line: string): string[] {
  const [, comment = ""] = /(?:^|\s)(?:\/\/|\/?\*)(.*)/.exec(line) ?? [];
  return comment.match(/(?<![\w/:.@-])(?:[\w-]+\/)*\w[\w.-]*\.(?:ts|md|mjs|prisma)\b/g) ?? [];
}

const exported =
  /^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?:<[^=]*>)?\([^=]*\)(?:: [^=]+)? =>)/;

/** Names of exported functions without a comment, where the file exports several. */
function undocumented(lines: readonly string[]): string[] {
  const found = lines.flatMap((line, at) => {
    const [, name, constant] = exported.exec(line) ?? [];
    return name || constant ? [{ name: name ?? constant ?? "", above: lines[at - 1] ?? "" }] : [];
  });
  const names = new Set(found.map(({ name }) => name));
  if (names.size < 2) return [];
  // Overloads follow the first, which has the comment.
  const bare = found.filter(({ name, above }, at) => {
    return found[at - 1]?.name !== name && !above.trimEnd().endsWith("*/");
  });
  return bare.map(({ name }) => name);
}
