// Docs are tests: what README, CONTRIBUTING and docs/ name is there, and what they say can be run.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addCommands } from "../src/commands/commands.ts";
import { settings } from "../src/settings.ts";
import { createTestTerminal } from "./helpers/terminal.ts";

const root = new URL("../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const isThere = (name: string) => existsSync(new URL(name, root));
const readme = read("README.md");
const manifest = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Every page people read. docs/evidence.md is written by a command, from what it measured. */
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(new URL("docs/", root))
    .filter((name) => name.endsWith(".md") && name !== "evidence.md")
    .map((name) => `docs/${name}`),
].map((name) => ({ name, text: read(name) }));

/** What the pages name and `isKnown` does not know, each with its page. */
function unknown(
  find: (text: string, page: string) => readonly string[],
  isKnown: (found: string) => boolean,
): string[] {
  return pages.flatMap(({ name, text }) =>
    find(text, name)
      .filter((found) => !isKnown(found))
      .map((found) => `${name}: ${found}`),
  );
}

const groups = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? "");

describe("the README", () => {
  it("gives every dependency its reason", () => {
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const unnamed = all.filter((name) => !name.startsWith("@types/") && !readme.includes(name));
    expect(unnamed).toEqual([]);
  });

  it("names no package that is not a dependency", () => {
    const table = readme.slice(readme.indexOf("| package"));
    const named = groups(table, /^\| ((?!package|-)[^|]+?) +\|/gm)
      .join(", ")
      .split(/[\s,]+/);
    const packages = named.filter((name) => /^@?[a-z]/.test(name) && name !== "@types/*");
    const known = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(packages.filter((name) => !(name in known))).toEqual([]);
  });

  it("leads to every page of docs, itself or by a page it leads to", () => {
    const reached = new Set(["README.md"]);
    for (const name of reached) {
      const page = pages.find((each) => each.name === name);
      for (const link of page ? linksOf(page.text, name) : []) reached.add(link);
    }
    expect(pages.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });
});

describe("every page", () => {
  it("names only npm scripts there are", () => {
    const find = (text: string) => groups(text, /npm run (?:-s )?([a-z]+)/g);
    expect(unknown(find, (name) => name in manifest.scripts)).toEqual([]);
  });

  it("names only commands there are", () => {
    const program = new Command();
    addCommands(program, createTestTerminal().terminal);
    const isCommand = (words: string) => {
      const [first = "", second = ""] = words.split(" ");
      const command = program.commands.find((each) => each.name() === first);
      const below = command?.commands.map((each) => each.name()) ?? [];
      return (
        command !== undefined && (second === "" || below.length === 0 || below.includes(second))
      );
    };
    const find = (text: string) => groups(text, /ringside (?:-- )([a-z]+(?: [a-z][a-z-]+)?)/g);
    expect(unknown(find, isCommand)).toEqual([]);
  });

  it("names only files and folders there are", () => {
    const find = (text: string) =>
      groups(text, /`[^`\n]*?\b((?:src|test|bench|docs|playbooks|prompts|prisma)\/[\w./-]+)/g)
        // A path may end its sentence, or be the stem of files for both languages.
        .map((path) => path.replace(/[./]+$/, ""));
    const isPath = (path: string) => isThere(path) || isThere(`${path}.en.md`);
    expect(unknown(find, isPath)).toEqual([]);
  });

  it("names only variables that are read", () => {
    const find = (text: string) => groups(text, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[`=]/g);
    const others = ["PROPERTY_SEED", "WEBHOOK_SECRET"];
    expect(unknown(find, (name) => name in settings || others.includes(name))).toEqual([]);
  });

  it("links only to pages and headings there are", () => {
    const find = (text: string, name: string) => linksOf(text, name, true);
    expect(unknown(find, isTarget)).toEqual([]);
  });
});

/** Where a page links to inside the project, from its root; with the heading where one is asked for. */
function linksOf(text: string, page: string, withHeadings = false): string[] {
  const links = groups(text, /\]\((?!https?:)([^)\s]+)\)/g).map((link) => {
    const [path = "", heading] = link.split("#");
    const target = path === "" ? page : normalize(join(page, "..", path));
    return heading && withHeadings ? `${target}#${heading}` : target;
  });
  return links;
}

function isTarget(link: string): boolean {
  const [path = "", heading] = link.split("#");
  if (!isThere(path) || heading === undefined) return isThere(path);
  return groups(read(path), /^#+ (.+)$/gm).some((title) => toAnchor(title) === heading);
}

/** As GitHub makes them. */
const toAnchor = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
