import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaybook } from "../../../../src/core/training/library.ts";
import type { ScoredTurn } from "../../../../src/core/training/scorer/model.ts";
import { toRulebook, universalRulebook } from "../../../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../../../src/core/training/scorer/score.ts";
import { evidenceOf } from "../../../../src/core/training/twin/record-evidence.ts";
import { aPerson } from "../../../helpers/people.ts";
import { library } from "../reps.ts";

const rulebookOf = (vertical: string, language: "en" | "zh") => {
  const playbook = findPlaybook(library, { vertical, language });
  if (!playbook) throw new Error("The shipped library has it.");
  return toRulebook(playbook);
};
const medical = rulebookOf("medical", "en");
const finance = rulebookOf("finance", "zh");

const talk = (customer: string, ...rep: string[]): ScoredTurn[] =>
  rep.flatMap((text) => [
    { who: "customer" as const, text: customer },
    { who: "rep" as const, text },
  ]);

describe("the score", () => {
  const short = talk(
    "It's too expensive and I have no time.",
    "Fair. Which part of the price, the unit or the consumables?",
    "How many cases do you run per week?",
    "If you commit both lots, I'll hold the price in writing.",
    "Shall I ring you on Thursday at ten?",
  );
  const polite = talk(
    "It's too expensive and I have no time.",
    ...Array.from(
      { length: 4 },
      () =>
        "Thank you so much for taking the time to talk to me today, I really do appreciate it. It is a great pleasure and an honour to present our wonderful company, and we would be delighted to be at your service at every moment of your journey with us.",
    ),
  );

  it("is higher for short and useful than for long and polite", () => {
    const [a, b] = [scoreTranscript(short, medical), scoreTranscript(polite, medical)];
    expect(a.score).toBeGreaterThan(b.score + 0.2);
    expect(a.talkRatio).toBeLessThan(b.talkRatio);
  });

  it("quotes the sentence that decided each check passed by words", () => {
    for (const check of scoreTranscript(short, medical).checks) {
      if (!check.words) continue;
      expect(short[check.turn ?? -1]?.text).toContain(check.quote);
    }
  });

  it.each([
    ["en", "What does one failed trade cost you today?", "asked-what-it-costs-today"],
    ["zh", "一笔失败的交易要让你们赔多少？", "asked-cost-of-today"],
    ["en", "And which person would have the last word on it?", "asked-who-else-decides"],
    ["zh", "这事最后哪位领导说了算？", "asked-who-signs"],
  ] as const)(
    "takes a question by what it is about, not for a step or a benefit (%s: %s)",
    (language, asked, id) => {
      const rulebook = rulebookOf("finance", language);
      const { checks } = scoreTranscript(talk("Well?", asked), rulebook);
      expect(checks.find((check) => check.id === id)).toMatchObject({ passed: true, quote: asked });
      const shown = checks.filter(({ passed, words }) => passed && words).map(({ skill }) => skill);
      expect(shown).not.toContain("closing_rhythm");
      expect(shown).not.toContain("value_presentation");
    },
  );

  it("lets one sentence carry three checks at most", () => {
    const stuffed = medical.checks.flatMap(({ signs }) => signs).join(" ");
    const { checks } = scoreTranscript(talk("Well?", `${stuffed}?`), medical);
    const carried = checks.filter(({ words, quote }) => words && quote?.includes("how do you"));
    expect(carried.length).toBeLessThanOrEqual(3);
  });

  it("does not rise when politeness is laid on", () => {
    const manners = fc.constantFrom(
      "Thank you so much for your time.",
      "It is a great pleasure to meet you.",
      "I really appreciate it.",
      "Good morning and thank you again.",
      "Have a wonderful day.",
    );
    fc.assert(
      fc.property(fc.array(manners, { minLength: 1, maxLength: 6 }), (added) => {
        const padded = short.map((turn) =>
          turn.who === "rep" ? { ...turn, text: `${turn.text} ${added.join(" ")}` } : turn,
        );
        for (const rulebook of [medical, universalRulebook("en", [])]) {
          const [plain, laidOn] = [
            scoreTranscript(short, rulebook),
            scoreTranscript(padded, rulebook),
          ];
          expect(laidOn.score).toBeLessThanOrEqual(plain.score);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is 0 for a rep who said nothing", () => {
    for (const text of ["", "😀", "...", "hi"]) {
      expect(scoreTranscript(talk("Hello?", text, text), medical).score).toBe(0);
    }
    expect(scoreTranscript([], medical).score).toBe(0);
  });

  it("does not ask for a rival or a price that never came up", () => {
    const { skills } = scoreTranscript(talk("Tell me more.", "What goes wrong at night?"), medical);
    expect(skills.competitor_comparison).toBeNull();
    expect(skills.price_negotiation).toBeNull();
  });

  it("gives one sentiment per turn of the customer", () => {
    const { customerSentiment } = scoreTranscript(short, medical);
    expect(customerSentiment).toHaveLength(4);
  });

  it("is the same for the same transcript and stays within its bounds", () => {
    const turns = fc.array(
      fc.record({ who: fc.constantFrom("rep" as const, "customer" as const), text: fc.string() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(turns, (transcript) => {
        const once = scoreTranscript(transcript, finance);
        expect(scoreTranscript(transcript, finance)).toEqual(once);
        for (const value of [once.score, once.talkRatio, ...once.customerSentiment]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("scores a talk of no known vertical by what holds for every sale", () => {
    const rulebook = universalRulebook("en", []);
    const good = scoreTranscript(short, rulebook).score;
    expect(good).toBeGreaterThan(scoreTranscript(polite, rulebook).score);
  });
});

describe("compliance", () => {
  it("is whole where nothing improper was asked for or said", () => {
    const plain = talk("Why should I listen?", "Fair. What goes wrong most often?");
    const { checks, skills } = scoreTranscript(plain, medical);
    expect(skills.compliance).toBe(1);
    const asked = checks.filter(({ skill }) => skill === "compliance").map(({ id }) => id);
    expect(asked).toEqual(["nothing-forbidden"]);
    const about = {
      person: aPerson("per_ana"),
      source: "practice",
      sourceId: "prc_1",
      at: 0,
    } as const;
    const [kept] = evidenceOf({ ...about, score: { checks, skills }, only: ["compliance"] });
    // Whoever passes less than all of these three times is told of forbidden words (alerts/rules.ts).
    expect(kept).toMatchObject({ passed: 1, checks: 1 });
  });

  const breachesOf = (text: string, rulebook = medical) =>
    scoreTranscript(talk("Well?", text), rulebook).breaches;

  it.each([
    ["I guarantee you won't see another infection.", "outcome-guarantee"],
    ["Honestly, it's completely safe for everybody.", "no-risk"],
    ["There's something in it for you personally, of course.", "kickback"],
  ])("finds “%s”", (text, rule) => {
    expect(breachesOf(text)).toMatchObject([{ turn: 1, rule, quote: text }]);
  });

  it.each([
    ["这个产品保本保收益，您放心。", "guarantee-principal"],
    ["咱们这个稳赚不赔的。", "guarantee-principal"],
    ["我们是国内第一的反欺诈系统。", "absolute-words"],
  ])("finds “%s”", (text, rule) => {
    expect(breachesOf(text, finance)).toMatchObject([{ rule }]);
  });

  it.each([
    "I can't guarantee that you won't see another infection.",
    "Nobody can promise that it's risk-free.",
    "Did anybody tell you it's completely safe?",
  ])("does not mistake “%s” for one", (text) => {
    expect(breachesOf(text)).toEqual([]);
  });

  it.each(["我们不能承诺保本保收益。", "谁也不敢说稳赚不赔。", "您是担心不保本吗？"])(
    "does not mistake “%s” for one",
    (text) => {
      expect(breachesOf(text, finance)).toEqual([]);
    },
  );

  it("holds against every forbidden line of the library, and against hardly any of its talk tracks", () => {
    let [forbidden, found, tracks, mistaken] = [0, 0, 0, 0];
    for (const playbook of library.playbooks) {
      const rulebook = toRulebook(playbook);
      for (const text of playbook.compliance.flatMap(({ never }) => never)) {
        forbidden += 1;
        found += Number(breachesOf(text, rulebook).length > 0);
      }
      for (const text of playbook.entries.flatMap(({ say }) => say)) {
        tracks += 1;
        mistaken += Number(breachesOf(text, rulebook).length > 0);
      }
    }
    expect(found / forbidden).toBeGreaterThan(0.98);
    expect(mistaken / tracks).toBeLessThan(0.002);
  });

  it("is a score of its own: a breach lowers it and leaves no check to its sentence", () => {
    const clean = talk("Well?", "How many cases do you run per week?");
    const breach = [...clean, ...talk("And?", "It's risk-free.")];
    const [a, b] = [scoreTranscript(clean, medical), scoreTranscript(breach, medical)];
    expect(b.skills.compliance ?? 1).toBeLessThan(a.skills.compliance ?? 0);
    expect(b.checks.filter(({ words, quote }) => words && quote === "It's risk-free.")).toEqual([]);
  });
});
