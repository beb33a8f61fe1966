import { describe, expect, it } from "vitest";
import { type Block, type Card, plain } from "../../../../src/core/card.ts";
import { RetryLater } from "../../../../src/core/errors.ts";
import type { Language } from "../../../../src/core/model.ts";
import { prepareReport } from "../../../../src/core/training/report/prepare-report.ts";
import { reportCard } from "../../../../src/core/training/report/report-card.ts";
import type { Judge } from "../../../../src/core/training/scorer/judge.ts";
import type { ScriptSearch } from "../../../../src/core/training/script-search.ts";
import { toTwin } from "../../../../src/core/training/twin/estimate.ts";
import { evidenceOf } from "../../../../src/core/training/twin/record-evidence.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";
import { played } from "../played.ts";
import { library } from "../reps.ts";

type Given = {
  language: Language;
  rep: "excellent" | "poor";
  scripts?: ScriptSearch;
  judge?: Judge;
};

const noScripts: ScriptSearch = { search: async () => [] };

async function report({ language, rep, scripts = noScripts, judge }: Given) {
  const session = played(library, { language, rep });
  const services = { scripts, library: () => library, ...(judge ? { judge } : {}) };
  const prepared = await prepareReport(services, { session });
  const person = aPerson("per_ana", { language });
  const { score } = prepared.report;
  const about = { person, source: "practice" as const, sourceId: "prc_1", at: testNow };
  const pieces = evidenceOf({ ...about, score }).map((each, at) => ({ id: `${at}`, ...each }));
  const body = { ...prepared, before: toTwin(pieces, testNow), after: toTwin(pieces, testNow) };
  const unit = { arm: () => "act_1" };
  const kept = { sharedAt: null };
  return { session, body, card: reportCard(unit, person, { id: "prc_1", body, kept }) };
}

/** Everything that is seen before "more" is opened. */
function visible({ blocks }: Card): string[] {
  return blocks.flatMap((block) => (block.t === "more" ? [block.title] : wordsOf(block)));
}

function wordsOf(block: Block): string[] {
  if (block.t === "text" || block.t === "context") return plain(block.text).split("\n");
  if (block.t === "fields")
    return block.items.map(({ label, value }) => `${label} ${plain(value)}`);
  if (block.t === "actions") return [block.actions.map(({ label }) => label).join("  ")];
  if (block.t === "more") return block.blocks.flatMap(wordsOf);
  return block.t === "chart" ? [block.alt] : [];
}

/** Half-width columns of a phone's line, its lines to a screen, and what a chart takes of them. */
const [columns, screen, chart] = [44, 32, 12];
const linesOf = (words: string) =>
  Math.ceil([...words].reduce((sum, each) => sum + (each > "\u2e80" ? 2 : 1), 0) / columns);

const cases = (["en", "zh"] as const).flatMap((language) =>
  (["excellent", "poor"] as const).map((rep) => ({ language, rep })),
);

describe.each(cases)("the report of the $rep rep in $language", (given) => {
  it("fits on two screens of a phone", async () => {
    const { card } = await report(given);
    const charts = card.blocks.filter(({ t }) => t === "chart").length;
    const lines = visible(card).reduce((sum, words) => sum + linesOf(words), charts * chart);
    expect(lines).toBeLessThanOrEqual(2 * screen);
  });

  it("gives for every skill the checks that were passed of those asked", async () => {
    const { card, body } = await report(given);
    const { checks, skills } = body.report.score;
    const fields = card.blocks.flatMap((block) => (block.t === "fields" ? block.items : []));
    const called = Object.entries(skills).filter(([, score]) => score !== null);
    expect(fields).toHaveLength(called.length);
    for (const [index, [skill]] of called.entries()) {
      const own = checks.filter((check) => check.skill === skill);
      const passed = own.filter((check) => check.passed).length;
      const words =
        plain(fields[index]?.value ?? [])
          .match(/\d+/g)
          ?.map(Number) ?? [];
      expect(new Set(words.slice(0, 2))).toEqual(new Set([passed, own.length]));
    }
  });

  it("quotes only what was said", async () => {
    const { session, body } = await report(given);
    const said = session.turns.map(({ text }) => text).join("\n");
    const { checks, breaches } = body.report.score;
    for (const { quote } of [...checks, ...breaches]) if (quote) expect(said).toContain(quote);
  });

  it("names its own language's skills, the mood of every turn, and every number of the twin", async () => {
    const { card, body } = await report(given);
    const all = [...visible(card), ...card.blocks.flatMap(wordsOf)].join("\n");
    for (const share of body.report.score.customerSentiment)
      expect(all).toContain(String(Math.round(share * 100)));
    for (const { percent, low, high } of Object.values(body.after)) {
      expect(all).toContain(`${percent}`);
      expect(all).toContain(`${low}–${high}`);
    }
  });
});

describe("the better answer", () => {
  it("comes from the library with its place, also while the index is being built", async () => {
    const away: ScriptSearch = {
      search: async () => {
        throw new RetryLater("being built", { afterMs: 1 });
      },
    };
    const { body } = await report({ language: "en", rep: "poor", scripts: away });
    const { better, played: what } = body;
    expect(better?.place).toMatch(/^[a-z]+\/en\/entries\.yaml:\d+$/);
    const playbook = library.playbooks.find(
      (each) => each.vertical === what.vertical && each.language === "en",
    );
    expect(playbook?.entries.flatMap(({ say }) => say)).toContain(better?.line);
  });

  it("is looked for with the customer's words before the weakest moment", async () => {
    const asked: string[] = [];
    const scripts: ScriptSearch = {
      search: async (words) => {
        asked.push(words);
        return [];
      },
    };
    const { session, body } = await report({ language: "zh", rep: "poor", scripts });
    const turn = body.report.worst?.turn ?? 0;
    expect(asked).toEqual([session.turns[turn - 2]?.text]);
    expect(body.objection).toBe(asked[0]);
  });
});

describe("a model's view", () => {
  const by = { endpoint: "models.example", model: "some-model" };

  it("stands beside the score and changes none of it", async () => {
    const judge: Judge = {
      judge: async ({ score }) => ({
        opinions: score.checks.map(({ id }) => ({ id, passed: false })),
        ...{ dropped: 0, agreement: { n: 20, share: 0.55, kappa: 0.1 }, by },
      }),
    };
    const plainOne = await report({ language: "en", rep: "excellent" });
    const judged = await report({ language: "en", rep: "excellent", judge });
    expect(judged.body.report).toEqual(plainOne.body.report);
    const words = judged.card.blocks.flatMap(wordsOf).join("\n");
    expect(words).toContain("some-model looked at the same checks and agrees on 11 of 20");
    expect(plainOne.card.blocks.flatMap(wordsOf).join("\n")).not.toContain("looked at");
  });

  it("is left out when the model does not answer", async () => {
    const judge: Judge = { judge: async () => ({ failure: { kind: "timeout" } as never }) };
    const { body } = await report({ language: "en", rep: "excellent", judge });
    expect(body.model).toBeNull();
  });
});
