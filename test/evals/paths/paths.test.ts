import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluatePaths } from "../../../src/evals/paths/evaluate.ts";
import { findOutcomeNames } from "../../../src/evals/paths/outcome-names.ts";
import { readLog } from "../../../src/evals/paths/read-log.ts";
import { createRandom } from "../../../src/sample/random.ts";
import { newFolder } from "../../helpers/records.ts";

const hour = 3_600_000;
const note = () => {};
type Row = [caseId: string, event: string, at: number];

function write(rows: readonly Row[], header = "case:concept:name,concept:name,time:timestamp") {
  const file = join(newFolder(), "log.csv");
  const lines = rows.map(([id, name, at]) => `${id},${name},${new Date(at).toISOString()}`);
  writeFileSync(file, [header, ...lines].join("\n"));
  return file;
}

/** Cases an hour apart; where `isTold`, declined ones go another way before they are. */
function cases(count: number, isTold: boolean): Row[] {
  const random = createRandom(3, "log");
  return Array.from({ length: count }, (_, index): Row[] => {
    const isDeclined = random.chance(0.5);
    const way = isTold && random.chance(0.9) ? isDeclined : random.chance(0.5);
    const steps = [
      "A_SUBMITTED",
      ...(way ? ["call", "wait", "call"] : ["visit", "offer", "visit"]),
    ];
    const end = isDeclined ? "A_DECLINED" : "A_APPROVED";
    return [...steps, end].map((name, step) => [`c${index}`, name, (index * 8 + step) * hour]);
  }).flat();
}

describe("eval paths", () => {
  it("finds a path that tells, from the event on at which it does", async () => {
    const { split, verdict } = await evaluatePaths({ data: write(cases(400, true)), note });
    expect(verdict).toBe("ok");
    const [first, second] = split?.byEvents ?? [];
    expect(first?.auc.likelihood_ratio).toMatchObject({ value: 0.5 });
    expect(second?.auc.likelihood_ratio.low).toBeGreaterThan(0.85);
    expect(second?.auc.transitions.low).toBeGreaterThan(0.85);
    expect(second?.gain.likelihood_ratio.high).toBeGreaterThanOrEqual(0);
  });

  it("finds nothing where the path tells nothing", async () => {
    const { split } = await evaluatePaths({ data: write(cases(400, false)), note });
    for (const { auc } of split?.byEvents ?? []) {
      expect(auc.likelihood_ratio.low).toBeLessThanOrEqual(0.5);
    }
  });

  it("learns nothing from what was decided after the split", async () => {
    const { split } = await evaluatePaths({ data: write(cases(400, true)), note });
    const { learntOn, judgedOn } = split ?? {};
    const sum = (part: typeof learntOn) => (part?.approved ?? 0) + (part?.declined ?? 0);
    expect(sum(learntOn) + sum(judgedOn)).toBeLessThanOrEqual(400);
    expect(sum(learntOn)).toBeGreaterThan(270);
  });

  it("cuts off the outcome, what comes after it, and what was written in the same second", async () => {
    const file = write([
      ["a", "A_SUBMITTED", 0],
      ["a", "O_SENT", hour],
      ["a", "W_Validate", 2 * hour - 500],
      ["a", "A_APPROVED", 2 * hour],
      ["a", "W_Contract", 3 * hour],
    ]);
    const { cases: found, droppedAtOutcome, outcomes } = await readLog(file);
    expect(found[0]?.events.map(({ name }) => name)).toEqual(["A_SUBMITTED", "O_SENT"]);
    expect(droppedAtOutcome).toEqual({ W_Validate: 1 });
    expect(outcomes).toEqual({ approved: ["A_APPROVED"], declined: [], cancelled: [] });
  });

  it("knows the outcomes of logs of this kind, and takes others by name", () => {
    const names = ["A_Accepted", "O_Accepted", "A_Pending", "O_Refused", "A_Denied", "O_Cancelled"];
    expect(findOutcomeNames(names)).toEqual({
      ...{ approved: ["A_Pending", "O_Accepted"], declined: ["A_Denied", "O_Refused"] },
      cancelled: [],
    });
    expect(findOutcomeNames(["paid", "bounced"], { approved: ["paid"] }).approved).toEqual([
      "paid",
    ]);
    expect(() => findOutcomeNames(["paid", "bounced"], { approved: ["payed"] })).toThrow(
      /No event of the log is called payed. Its events: bounced, paid/,
    );
  });

  it("says so where there is one outcome, too little, or no log", async () => {
    const won = cases(60, true).filter(([, name]) => name !== "A_DECLINED");
    const isWon = new Set(won.flatMap(([id, name]) => (name === "A_APPROVED" ? [id] : [])));
    const one = won.filter(([id]) => isWon.has(id));
    const report = await evaluatePaths({ data: write(one), note });
    expect(report).toMatchObject({ verdict: "one_class", split: null });
    expect((await evaluatePaths({ data: write(cases(30, true)), note })).verdict).toBe("thin");
    await expect(readLog(write([["a", "hello", 0]]))).rejects.toMatchObject({
      code: "eval.outcomes",
    });
    await expect(readLog(write([], "a,b,c"))).rejects.toMatchObject({ code: "eval.columns" });
    await expect(readLog("/nowhere.csv")).rejects.toMatchObject({ code: "file_missing" });
  });
});

const shared = new URL(
  "../../../../shared/data/event_logs/bpi_2012_sample_15.csv",
  import.meta.url,
);

describe.skipIf(!existsSync(shared))(
  "on the loan log (skipped where the shared data is absent)",
  () => {
    it("separates early, as well as frequency does and no better, and says so", async () => {
      const { split, data, slipping, notes } = await evaluatePaths({ data: shared.pathname, note });
      expect(data).toMatchObject({ approved: 390, declined: 1035, cancelled: 428 });
      const third = split?.byEvents.find(({ at }) => "events" in at && at.events === 3);
      expect(third?.auc.likelihood_ratio.low).toBeGreaterThan(0.7);
      expect(third?.declinedBefore).toBe(151);
      expect(notes.join(" ")).toContain(
        "likelihood_ratio clearly better than the best baseline at 0",
      );
      expect(slipping?.own?.lostNamed.low).toBeGreaterThan(slipping?.own?.keptNamed.high ?? 1);
    });
  },
);
