// docs/operations.md and what stands beside it, checked against the program.
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addCommands } from "../src/commands/commands.ts";
import { createTestTerminal } from "./helpers/terminal.ts";
import { createWorld, type World } from "./helpers/world.ts";

const read = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), "utf8");
const page = read("operations.md");
const dashboard = read("dashboard.json");
const alerts = read("alerts.yaml");

type Target = { expr: string; legendFormat: string };
type Panel = { id: number; title: string; type: string; description?: string; targets?: Target[] };
type Rule = { alert: string; expr: string; annotations: { runbook: string; summary: string } };

const { panels } = JSON.parse(dashboard) as { panels: Panel[] };
const { groups } = parse(alerts) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const queries = [
  ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...rules.map(({ expr }) => expr),
];

/** Names of metrics in a text, as they are exposed. */
const namesIn = (text: string) =>
  [...text.matchAll(/\b(?:ringside|process|nodejs)_\w*[a-z]\b/g)].map(([name]) => name);

describe("metrics", () => {
  const known = new Set<string>();
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    const text = await world.ringside.metrics.render();
    for (const [, name = "", type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
      known.add(name);
      if (type === "histogram")
        for (const end of ["bucket", "sum", "count"]) known.add(`${name}_${end}`);
    }
  });
  afterAll(() => world.close());
  const ours = () =>
    [...known].filter((name) => /^ringside_/.test(name) && !/_(bucket|sum|count)$/.test(name));

  it("of the dashboard and the alerts are all there", () => {
    const named = queries.flatMap(namesIn);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it("of ours are all on the dashboard and on the page", () => {
    const shown = new Set(namesIn(dashboard).map((name) => name.replace(/_bucket$/, "")));
    expect(ours().filter((name) => !shown.has(name))).toEqual([]);
    expect(ours().filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(namesIn(page).filter((name) => !known.has(name) && name !== "ringside_job")).toEqual([]);
  });
});

describe("the dashboard", () => {
  it("says of every panel what it shows, under an id of its own", () => {
    const graphs = panels.filter(({ type }) => type !== "row");
    expect(graphs.every(({ description, targets }) => description && targets?.length)).toBe(true);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it("has queries with balanced brackets", () => {
    const count = (text: string, sign: string) => text.split(sign).length;
    const pairs = ["()", "{}", "[]"].map(([open = "", close = ""]) => [open, close] as const);
    const uneven = (query: string) =>
      pairs.some(([open, close]) => count(query, open) !== count(query, close));
    expect(queries.filter(uneven)).toEqual([]);
  });
});

describe("alerts", () => {
  it("lead to a heading of the page", () => {
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(
      ([, title = ""]) =>
        `docs/operations.md#${title
          .toLowerCase()
          .replace(/[^\w -]/g, "")
          .replaceAll(" ", "-")}`,
    );
    expect(
      rules.map(({ annotations }) => annotations.runbook).filter((link) => !anchors.includes(link)),
    ).toEqual([]);
  });
});

describe("the page's commands", () => {
  const program = new Command();
  addCommands(program, createTestTerminal().terminal);
  const lines = [...page.matchAll(/ringside -- ([^\n#|&]+)/g)].map(([, line = ""]) => line.trim());

  it("are commands there are, with options they have", () => {
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.flatMap((line) => problemsOf(line, program))).toEqual([]);
  });

  it("would be caught if they were not", () => {
    const wrong = ["backups", "backup --into x", "keys delete NAME"];
    expect(wrong.filter((line) => problemsOf(line, program).length === 0)).toEqual([]);
  });
});

function problemsOf(line: string, program: Command): string[] {
  const words = line.replace(/`.*$/, "").split(/\s+/);
  let command: Command | undefined = program;
  while (command && command.commands.length > 0) {
    const name = words.shift();
    command = command.commands.find((one) => one.name() === name);
  }
  if (!command) return [`${line}: no such command`];
  const flags = words.filter((word) => word.startsWith("--"));
  const has = (flag: string) => command?.options.some(({ long }) => long === flag);
  return flags.filter((flag) => !has(flag)).map((flag) => `${line}: no ${flag}`);
}
