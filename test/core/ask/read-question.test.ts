import { describe, expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";
import { metricIds } from "../../../src/core/ask/metrics.ts";
import { type ModelQuery, toQuery } from "../../../src/core/ask/model-query.ts";
import type { Query } from "../../../src/core/ask/query.ts";
import { followsUp, isQuestion } from "../../../src/core/ask/reading/is-question.ts";
import { readQuestion } from "../../../src/core/ask/reading/read-question.ts";
import { en } from "../../../src/core/text/en.ts";
import { zh } from "../../../src/core/text/zh.ts";
import { evaluateAsk } from "../../../src/evals/ask/evaluate.ts";
import { sampleVocabulary } from "../../../src/evals/ask/sample-vocabulary.ts";
import { processorMs } from "../../helpers/processor-time.ts";

const vocabulary = sampleVocabulary();
const read = (question: string, before?: Query) =>
  readQuestion(question, { today: "2026-11-23", vocabulary }, before);
const queryOf = (question: string, before?: Query) => {
  const found = read(question, before);
  if (!("query" in found)) throw new Error(`${question}: ${JSON.stringify(found)}`);
  return found.query;
};
const codeOf = (question: string) => {
  const found = read(question);
  return "problem" in found ? found.problem.code : undefined;
};

describe("the shipped questions", () => {
  it("are read as they are meant, those it was written for and others", async () => {
    const { bySplit, wrong } = await evaluateAsk();
    expect(bySplit.dev).toMatchObject({ precision: 1 });
    expect(bySplit.dev?.recall).toBeGreaterThan(0.98);
    expect(bySplit.held?.precision).toBeGreaterThan(0.95);
    expect(bySplit.held?.recall).toBeGreaterThan(0.95);
    expect(bySplit.fresh?.precision).toBeGreaterThan(0.85);
    expect(bySplit.fresh?.recall).toBeGreaterThan(0.6);
    expect(wrong).toBeLessThan(6);
  });
});

describe.each([{ texts: en }, { texts: zh }])(
  "what the texts offer to ask",
  ({ texts: { ask } }) => {
    it("can be asked: every metric by its name, and the examples", () => {
      for (const id of metricIds) {
        expect(queryOf(ask.example({ metric: ask.metrics[id]?.name ?? "" })).metric, id).toBe(id);
      }
      for (const question of Object.values(ask.examples).flat()) queryOf(question);
    });

    it("names and explains every metric", () => {
      expect(Object.keys(ask.metrics)).toEqual(metricIds);
    });
  },
);

describe("a question that follows up", () => {
  const first = queryOf("win rate by source last quarter");

  it("keeps what it does not say", () => {
    expect(queryOf("and by month?", first)).toEqual({ ...first, by: "month" });
    expect(queryOf("那按月呢", first)).toEqual({ ...first, by: "month" });
    expect(queryOf("what about this month?", first).period?.from).toBe("2026-11-01");
    const ana = queryOf("and for Ana?", first);
    expect(ana.where).toEqual([{ dimension: "person", values: ["per_sample_ana"] }]);
    expect(queryOf("环比呢", first)).toEqual({ ...first, compare: true });
  });

  it("is told by its first words", () => {
    for (const words of ["and by month?", "那按月呢", "what about Ana?", "今年呢？"]) {
      expect(followsUp(words), words).toBe(true);
    }
    expect(followsUp("win rate by source")).toBe(false);
  });
});

describe("words that are no question", () => {
  it("are left to others: a rep who reports is not answered with a statistic", () => {
    for (const words of [
      "we won the deal yesterday",
      "won 2 deals",
      "今天签了三单",
      "lost the deal",
    ]) {
      const found = read(words);
      const query = "query" in found ? found.query : undefined;
      expect(isQuestion(words, query), words).toBe(false);
    }
  });

  it("mean something else to the chat, or the question is not theirs", () => {
    for (const words of ["win rate by source", "谁的在跟商机最多", "open deals per team"]) {
      expect(understand(words), words).toBeUndefined();
    }
  });
});

describe("bad input", () => {
  it("is refused with its reason, not half answered", () => {
    expect(codeOf("'; DROP TABLE Deal; --")).toBe("no_metric");
    expect(codeOf("win rate; drop table Deal")).toBe("not_understood");
    expect(codeOf("win rate' OR 1=1 --")).toBe("not_understood");
    expect(codeOf("customer happiness by team")).toBe("no_metric");
    expect(codeOf("win rate of 张无名")).toBe("not_understood");
    expect(codeOf("win rate excluding referrals")).toBe("not_understood");
    expect(codeOf("win rate by kind")).toBe("no_dimension");
    expect(codeOf("win rate by team and by month")).toBe("two_dimensions");
    expect(codeOf("win rate this month vs last year")).toBe("other_period");
    expect(codeOf("highest win rate")).toBe("order_alone");
    expect(codeOf("what share of leads came from events")).toBe("not_understood");
    expect(codeOf("win rate compared to the period before")).toBe("other_period");
    expect(codeOf("")).toBe("no_metric");
  });

  it("of 20,000 characters is read in no time and answered with nothing", () => {
    const ms = processorMs(() => {
      expect(codeOf("win rate ".repeat(10) + "x ".repeat(10_000))).toBe("not_understood");
      expect(codeOf("赢".repeat(20_000))).toBeDefined();
    });
    expect(ms).toBeLessThan(2_000);
  });

  it("says which of several people called the same is meant, not one of them", () => {
    const twins = [1, 2].map((id) => ({
      dimension: "person" as const,
      value: `per_${id}`,
      names: ["王芳"],
    }));
    const found = readQuestion("王芳的赢单率", {
      today: "2026-11-23",
      vocabulary: { named: twins },
    });
    expect(found).toMatchObject({ problem: { code: "ambiguous", name: "王芳" } });
  });

  it("drops a period where things are counted as of now, and says so", () => {
    expect(read("open deals last month")).toMatchObject({
      query: { period: null },
      dropped: "period",
    });
  });
});

describe("what a model makes of a question", () => {
  const question = "of all that ended in summer, how much did Ana land from trade fairs";
  const answer: ModelQuery = {
    ...{ metric: "win_rate", by: null, names: ["Ana", "trade fairs"], compare: false },
    period: { from: "2026-06-01", to: "2026-08-31", unit: "days" },
    ...{ order: null, top: null },
  };

  it("becomes a query once every name is found in the question and within reach", () => {
    expect(toQuery(answer, { question, vocabulary })?.where).toEqual([
      { dimension: "person", values: ["per_sample_ana"] },
      { dimension: "source", values: ["event"] },
    ]);
  });

  it("is nothing where it names what the question does not, or splits by what there is not", () => {
    expect(toQuery({ ...answer, names: ["Ben Okafor"] }, { question, vocabulary })).toBeUndefined();
    expect(toQuery({ ...answer, names: ["summer"] }, { question, vocabulary })).toBeUndefined();
    expect(toQuery({ ...answer, by: "kind" }, { question, vocabulary })).toBeUndefined();
    expect(toQuery({ ...answer, metric: null }, { question, vocabulary })).toBeUndefined();
  });
});
