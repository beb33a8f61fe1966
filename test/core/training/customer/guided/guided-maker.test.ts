import { describe, expect, it } from "vitest";
import { createGuidedMaker } from "../../../../../src/core/training/customer/guided/guided-maker.ts";
import type { Fallback } from "../../../../../src/core/training/customer/guided/voice.ts";
import type { CustomerState } from "../../../../../src/core/training/customer/model.ts";
import { toPlan } from "../../../../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../../../../src/core/training/customer/reply.ts";
import type { SessionTurn } from "../../../../../src/core/training/session/session.ts";
import { library, libraryRep, scenarios, terrible } from "../../reps.ts";
import { createVoice, fails, says } from "./voices.ts";

const plan = toPlan(library, { scenario: "pumps-night-shift", language: "en" });
const opened = openTalk(plan, 1);
const { signal } = new AbortController();
const boast = "We are the leading world-class provider.";

type Voice = ReturnType<typeof createVoice>;
function makerOf(voice: Voice) {
  const fallbacks: Fallback[] = [];
  const onFallback = (why: Fallback) => fallbacks.push(why);
  return { fallbacks, ...createGuidedMaker({ voice, deadline: () => signal, onFallback }) };
}

const said: SessionTurn[] = [{ number: 1, who: "customer", text: opened.text, atMs: 0 }];
const replyWith = (voice: Voice, heard = boast, state: CustomerState = opened.state) =>
  makerOf(voice).reply({ plan, state, turns: said, heard });

describe("a turn that a model words", () => {
  it("is the decided turn in the model's words", async () => {
    const words = "Leading at what, exactly? I asked about nights.";
    const reply = await replyWith(createVoice(says({ says: words, believes: "A boaster." })));
    const decided = replyTo(plan, opened.state, boast);
    expect(reply).toMatchObject({ maker: "model", text: words, reaction: decided.reaction });
    expect(reply.view).toMatchObject({ believes: "A boaster." });
    expect(reply.fallback).toBeUndefined();
  });

  it("is asked for with the plan, the state, the talk and what was decided", async () => {
    const voice = createVoice(says());
    await replyWith(voice);
    const decided = replyTo(plan, opened.state, boast);
    expect(voice.asked[0]).toMatchObject({
      language: "en",
      brief: {
        you: { name: plan.persona.name, hiddenAgenda: plan.persona.hiddenAgenda },
        mood: decided.state.mood,
        talk: [{ who: "you", text: opened.text }],
        repSays: boast,
        turn: { reaction: decided.reaction, wants: "continue", forExample: decided.text },
      },
    });
  });

  it("takes the rep's words for the ones to answer where they stand among the turns already", async () => {
    const voice = createVoice(says());
    const turns: SessionTurn[] = [...said, { number: 2, who: "rep", text: boast, atMs: 1 }];
    await makerOf(voice).reply({ plan, state: opened.state, turns, heard: boast });
    expect(voice.asked[0]?.brief.talk).toEqual([{ who: "you", text: opened.text }]);
  });

  it("opens with the scenario's own words, without asking", async () => {
    const voice = createVoice();
    const made = await makerOf(voice).open(plan, 1);
    expect(made).toEqual({ ...opened, maker: "embedded" });
  });
});

describe("words that are wrong", () => {
  it("are mended once, with the reason", async () => {
    const voice = createVoice(
      says({ says: "As an AI I have no night shift." }),
      says({ says: "Leading. And at three in the morning?" }),
    );
    expect(await replyWith(voice)).toMatchObject({
      maker: "model",
      text: "Leading. And at three in the morning?",
    });
    expect(voice.asked[1]?.mend).toMatchObject({ drift: "persona" });
    expect(voice.asked[1]?.mend?.answer).toContain("As an AI");
  });

  it("that stay wrong leave the turn to the embedded customer", async () => {
    const voice = createVoice(says({ says: "How can I help you today?" }));
    const decided = replyTo(plan, opened.state, boast);
    expect(await replyWith(voice)).toMatchObject({
      ...{ maker: "embedded", fallback: "drift:persona", text: decided.text },
      state: { ...decided.state, failures: 1 },
    });
    expect(voice.asked).toHaveLength(2);
  });

  it("of no form are asked for again", async () => {
    const voice = createVoice(fails("nonsense"), says({ says: "Leading at what?" }));
    expect(await replyWith(voice)).toMatchObject({ maker: "model" });
    expect(voice.asked[1]?.mend).toEqual({ answer: "what it wrote", drift: "form" });
  });

  it("cannot agree, end, or go on against what was decided", async () => {
    for (const wants of ["agree", "hangUp"] as const) {
      const voice = createVoice(says({ wants, says: "Well, that settles it." }));
      const reply = await replyWith(voice);
      expect(reply).toMatchObject({ fallback: "drift:ending", state: { outcome: null } });
    }
  });
});

describe("a model that fails", () => {
  it.each(["timeout", "busy", "key", "unreachable", "error", "refusal", "cut"] as const)(
    "by %s is not asked again for this turn",
    async (failure) => {
      const voice = createVoice(fails(failure));
      const decided = replyTo(plan, opened.state, boast);
      const reply = await replyWith(voice);
      expect(reply).toMatchObject({ maker: "embedded", fallback: failure, text: decided.text });
      expect(voice.asked).toHaveLength(1);
    },
  );

  it("three times in a row is left alone for the session, and one answer forgives two", async () => {
    const voice = createVoice(fails("busy"));
    const maker = makerOf(voice);
    let { state } = opened;
    for (const heard of [boast, "Trust me.", "No worries at all.", "It is really good."]) {
      const reply = await maker.reply({ plan, state, turns: said, heard });
      state = JSON.parse(JSON.stringify(reply.state)) as CustomerState;
    }
    expect(maker.fallbacks).toEqual(["busy", "busy", "busy", "circuit"]);
    expect(voice.asked).toHaveLength(3);
    const forgiven = await replyWith(createVoice(says({ says: "Hm, go on then." })), boast, {
      ...opened.state,
      failures: 2,
    });
    expect(forgiven.state.failures).toBe(0);
  });

  it("does not have to answer a prompt attack, now or as something said before", async () => {
    const attack = terrible.hacker?.en ?? "";
    const voice = createVoice(says());
    const maker = makerOf(voice);
    const odd = await maker.reply({ plan, state: opened.state, turns: said, heard: attack });
    expect(odd).toMatchObject({ maker: "embedded", fallback: "attack", reaction: "odd" });
    expect(odd.state.failures).toBe(0);
    const turns: SessionTurn[] = [
      ...said,
      { number: 2, who: "rep", text: attack, atMs: 1 },
      { number: 3, who: "customer", text: odd.text, atMs: 2 },
    ];
    await maker.reply({ plan, state: odd.state, turns, heard: boast });
    expect(JSON.stringify(voice.asked)).not.toContain("Ignore all previous");
  });
});

describe("words that are shown while they come", () => {
  const shownOf = async (...words: string[]) => {
    const shown: string[] = [];
    const voice = createVoice(...words.map((one) => says({ says: one })));
    const onPartial = (text: string) => shown.push(text);
    const request = { plan, state: opened.state, turns: said, heard: boast, onPartial };
    const { text } = await makerOf(voice).reply(request);
    return { shown, text };
  };

  it("grow by whole sentences", async () => {
    const { shown } = await shownOf("Leading, are you? At 3.5 pumps a nurse. Go on.");
    expect(shown).toEqual(["Leading, are you?", "Leading, are you? At 3.5 pumps a nurse."]);
  });

  it("stop before what is wrong", async () => {
    const { shown, text } = await shownOf("Fine. Let's do it. Now.", "Leading at what?");
    expect(shown.join()).not.toContain("do it");
    expect(text).toBe("Leading at what?");
  });
});

describe("a model that says yes to everything", () => {
  const playAll = async (
    rep: (heard: { state: CustomerState; turn: number }) => string,
    at: number,
  ) => {
    const each = scenarios[at];
    if (!each) throw new Error("There is such a scenario.");
    const talk = toPlan(library, each);
    const yes =
      each.language === "zh" ? "行，成交，我现在就签。" : "Great, let's do it, I'll sign.";
    const voice = createVoice(says({ wants: "agree", says: yes, trustDelta: 1, patienceDelta: 1 }));
    const maker = makerOf(voice);
    let { state } = openTalk(talk, 1);
    for (let turn = 0; turn < 30 && !state.outcome; turn += 1) {
      const heard = rep({ state: { ...state }, turn });
      ({ state } = await maker.reply({ plan: talk, state, turns: [], heard }));
    }
    return state.outcome;
  };

  it("is not believed for any terrible rep, in any vertical", async () => {
    for (const [name, lines] of Object.entries(terrible)) {
      // Every fourth: each vertical in both languages.
      for (let at = 0; at < scenarios.length; at += 4) {
        const outcome = await playAll(() => lines[scenarios[at]?.language ?? "en"], at);
        expect(outcome, `${name} ${scenarios[at]?.scenario}`).not.toBe("won");
      }
    }
  });

  it("does not keep a good rep from a yes that is due", async () => {
    const at = scenarios.findIndex(({ scenario }) => scenario === "pumps-night-shift");
    const talk = toPlan(library, scenarios[at] ?? { scenario: "", language: "en" });
    expect(await playAll((seen) => libraryRep({ plan: talk, ...seen }), at)).toBe("won");
  });
});
