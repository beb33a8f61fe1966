// The evidence page from results of our own making: nothing on it that is not in the JSON.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figuresAt, renderNumber } from "../../../../src/commands/measure/evidence/figures.ts";
import {
  type EvidenceRecord,
  mergeRecords,
  parseRecords,
  renderRecords,
} from "../../../../src/commands/measure/evidence/record.ts";
import { renderPage } from "../../../../src/commands/measure/evidence/render-page.ts";
import { type Subject, subjects } from "../../../../src/commands/measure/evidence/subjects.ts";

const subject: Subject = {
  ...{
    name: "bench made-up",
    what: "Nothing.",
    against: "Nothing else.",
    doesNotShow: "Anything.",
  },
  figures: [["ours"], ["sets", "*", "f1"], ["ratios", "overPeer"], ["cases", "*", "hits"]],
  timeoutMs: 1_000,
};
const record: EvidenceRecord = {
  ...{ name: "bench made-up", day: "2020-02-02", machine: "8 cores", commit: "abc1234" },
  ...{ seconds: 12, exitCode: 0 },
  result: {
    ours: { perSecond: 12_345.678, lost: 0, note: "words", deep: { hidden: 777 } },
    sets: {
      "one.en": { f1: { value: 0.98765432, low: 0.9, high: 1 }, other: 5 },
      "two.zh": { f1: { value: 0.5, low: 0.25, high: 0.75 } },
    },
    ratios: { overPeer: 3.5 },
    cases: [{ name: "A/A (none)", hits: 2 }],
    notes: ["Median of three."],
  },
};

/** Path and value of every row of a page's tables. */
function rowsOf(page: string): { path: string[]; value: string; interval: string }[] {
  return [...page.matchAll(/^\| (.+?) \| (-?\d[\d.]*(?:e[+-]\d+)?) \| (.*?) ?\|$/gm)].map(
    ([, path = "", value = "", interval = ""]) => ({
      path: path.split(" › ").map((key) => key.replace(/ \(.*\)$/, "")),
      ...{ value, interval },
    }),
  );
}

const at = (result: unknown, path: readonly string[]) =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], result);

/** Each row says what stands in the JSON at its path. */
function expectTraceable(page: string, record_: EvidenceRecord): void {
  for (const { path, value, interval } of rowsOf(page)) {
    const found = at(record_.result, path) as number | { value: number; low: number; high: number };
    const number = typeof found === "number" ? found : found.value;
    expect(value, path.join(".")).toBe(renderNumber(number));
    if (typeof found === "number") expect(interval).toBe("");
    else expect(interval).toBe(`${renderNumber(found.low)} to ${renderNumber(found.high)}`);
  }
}

describe("the evidence page", () => {
  it("shows each figure with the place in the JSON it was read at", () => {
    const page = renderPage([subject], [record]);
    expectTraceable(page, record);
    expect(rowsOf(page).map(({ path }) => path.join("."))).toEqual([
      ...["ours.perSecond", "ours.lost", "sets.one.en.f1", "sets.two.zh.f1", "ratios.overPeer"],
      "cases.0.hits",
    ]);
    expect(page).toContain("| cases › 0 (A/A (none)) › hits | 2 |");
    expect(page).toContain("| sets › one.en › f1 | 0.9877 | 0.9 to 1 |");
    expect(page).toContain("2020-02-02, 8 cores, commit abc1234, 12 s");
    expect(page).toContain("> Median of three.");
    expect(page).toContain("- Does not show: Anything.");
  });

  it("says what was not run, and which promise was broken", () => {
    expect(renderPage([subject], [])).toContain("| bench made-up | not run | |");
    const broken = { ...record, exitCode: 1 };
    expect(renderPage([subject], [broken])).toContain("**promise broken**");
  });

  it("is refused when a result no longer has what the page is to show", () => {
    expect(() => renderPage([subject], [{ ...record, result: { ours: { lost: 1 } } }])).toThrow(
      "no figure at sets › * › f1",
    );
    expect(() => figuresAt({ text: "words" }, ["text"])).toThrow("no figure at text");
  });

  it("keeps earlier results with their own days", () => {
    const other = { ...record, name: "eval other", day: "2019-01-01" };
    const kept = mergeRecords([other, record], [{ ...record, day: "2021-03-03" }]);
    expect(kept.map(({ name, day }) => [name, day])).toEqual([
      ["bench made-up", "2021-03-03"],
      ["eval other", "2019-01-01"],
    ]);
    expect(parseRecords(renderRecords(kept))).toEqual(kept);
    expect(() => parseRecords('{"name":"half"}\n')).toThrow();
  });

  it("in docs is the one its JSON makes, and every number of it is there", () => {
    const docs = new URL("../../../../docs/", import.meta.url);
    const file = new URL("evidence.jsonl", docs);
    const records = existsSync(file) ? parseRecords(readFileSync(file, "utf8")) : [];
    expect(readFileSync(new URL("evidence.md", docs), "utf8")).toBe(renderPage(subjects, records));
    for (const one of records) {
      const own = subjects.filter(({ name }) => name === one.name);
      expect(own).toHaveLength(1);
      expectTraceable(renderPage(own, [one]), one);
    }
  });
});
