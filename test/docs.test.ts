// Docs are tests: what the README says can be run, and what it names is there.
import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addCommands } from "../src/commands/commands.ts";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe("the README", () => {
  it("names only npm scripts there are", () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it("names only commands there are", () => {
    const program = new Command();
    addCommands(program, {
      config: () => {
        throw new Error("not read here");
      },
      log: () => {
        throw new Error("not written here");
      },
      print: () => {},
      note: () => {},
      json: () => {},
      signal: new AbortController().signal,
    });
    const commands = program.commands.map((command) => command.name());
    const named = [...readme.matchAll(/ringside -- ([a-z]+)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });

  it("gives every dependency its reason", () => {
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const unnamed = all.filter((name) => !name.startsWith("@types/") && !readme.includes(name));
    expect(unnamed).toEqual([]);
  });

  it("links only to files there are", () => {
    const links = [...readme.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path]) => path ?? "");
    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
