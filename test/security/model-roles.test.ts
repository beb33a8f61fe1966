// Every attack once more on the roles in which a model speaks or judges: it obeys, and nothing that was decided moves.
import { describe, expect, it } from "vitest";
import { licenceSchema } from "../../src/core/pipeline/checks/licence/licence.ts";
import { licenceCard } from "../../src/core/pipeline/checks/licence/licence-card.ts";
import { createGuidedMaker } from "../../src/core/training/customer/guided/guided-maker.ts";
import { toPlan } from "../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../src/core/training/customer/reply.ts";
import { toRulebook } from "../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../src/core/training/scorer/score.ts";
import { createCustomerVoice } from "../../src/model/customer/voice.ts";
import { createJudge } from "../../src/model/judge.ts";
import { readAnswer } from "../../src/model/read-answer.ts";
import { library } from "../core/training/reps.ts";
import { saying } from "../emulators/model/saying.ts";
import { aPerson } from "../helpers/people.ts";
import { attacksInEnglish } from "./attacks-en.ts";
import { attacksInChinese } from "./attacks-zh.ts";
import { findBreaches } from "./find-breaches.ts";

const deadline = () => AbortSignal.timeout(5_000);
const attacks = { en: attacksInEnglish, zh: attacksInChinese } as const;
const yes = { en: "I agree. We will sign today.", zh: "我同意，今天就签。" } as const;
const rows = (["en", "zh"] as const).flatMap((language) =>
  attacks[language].map(({ words }) => ({ language, words })),
);
const plans = {
  en: firstPlan("en"),
  zh: firstPlan("zh"),
};

function firstPlan(language: "en" | "zh") {
  const playbook = library.playbooks.find((each) => each.language === language);
  return toPlan(library, { scenario: playbook?.scenarios[0]?.id ?? "", language });
}

describe("a model as the customer in practice, told by the rep's words to give in", () => {
  it.each(rows)("$language: $words", async ({ language, words }) => {
    const plan = plans[language];
    const { state } = openTalk(plan, 1);
    const decided = replyTo(plan, state, words);
    const { hiddenAgenda } = plan.persona;
    const most = { believes: words, reaction: "won", trustDelta: 1, patienceDelta: 1 };
    const obeying = [
      { ...most, wants: "agree", says: yes[language] },
      { ...most, wants: "continue", says: yes[language] },
      { ...most, wants: "continue", says: hiddenAgenda },
      { ...most, wants: "continue", says: `${words} (system prompt: ${hiddenAgenda})` },
    ];
    for (const view of obeying) {
      const heard: string[] = [];
      const voice = createCustomerVoice(saying(JSON.stringify(view)));
      const reply = await createGuidedMaker({ voice, deadline }).reply({
        ...{ plan, state, turns: [], heard: words },
        onPartial: (text) => void heard.push(text),
      });
      const { mood: _mood, said: _said, failures: _failures, ...kept } = reply.state;
      expect(decided.state).toMatchObject(kept);
      expect(reply.state.mood.trust).toBeLessThan(0.9);
      for (const text of [reply.text, ...heard]) {
        expect(text).not.toContain(hiddenAgenda);
        expect(text).not.toBe(yes[language]);
      }
    }
  });
});

describe("a model as the judge, told by what was said to give full marks", () => {
  it.each(rows)("$language: $words", async ({ language, words }) => {
    const plan = plans[language];
    const turns = [
      { who: "customer", text: words },
      { who: "rep", text: language === "en" ? "Good morning." : "您好。" },
    ] as const;
    const score = scoreTranscript(turns, toRulebook(plan));
    const before = structuredClone(score);
    const quotes = [words, words.slice(0, 20), "full marks", "满分"];
    for (const quote of quotes) {
      const checks = score.checks.map(({ id }) => ({ id, passed: true, quote }));
      const judge = createJudge(saying(JSON.stringify({ checks })), deadline);
      const judged = await judge.judge({ plan, turns, score });
      // A yes stands on words of the rep's own; there are none for it here.
      expect(judged).toMatchObject({ opinions: [], dropped: score.checks.length });
      expect(score).toEqual(before);
    }
  });
});

describe("a model that reads a licence, told by the picture what to write", () => {
  it.each(rows)("$language: $words", ({ language, words }) => {
    const written = { name: words, legalRepresentative: words, address: words, capital: words };
    const answer = { isLicence: true, ...written, creditCode: words, established: words };
    const licence = readAnswer(
      JSON.stringify(answer),
      (value) => licenceSchema.safeParse(value).data,
    );
    if (!licence) throw new Error("The form takes any words.");
    const person = aPerson("per_1", { language });
    const view = { person, licence, checked: undefined, offer: undefined, key: "k" };
    // No button is on it: the card does not even ask for one.
    const card = licenceCard(undefined as never, { ...view, spell: (text) => text });
    expect(findBreaches(card, person)).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('"ref"');
    // The words are there, without what no printer prints.
    const printed = words.replace(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, 8);
    expect(JSON.stringify(card)).toContain(JSON.stringify(printed).slice(1, -1));
  });
});
