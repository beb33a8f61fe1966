import { beforeAll, expect } from "vitest";
import { operator } from "../../src/core/people/actor.ts";
import type { Analysis, Call } from "../../src/core/training/calls/call.ts";
import { seenBy } from "../helpers/seen-by.ts";
import { type Actor, onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

const day = 86_400_000;

const talks = {
  en: {
    customer:
      "Honestly, Ana, your price is too expensive for Acme Medical, the other one is cheaper.",
    words:
      "I understand, Wang Li. Over five years the service saves more than it costs, and a clinic measured it.",
  },
  zh: {
    customer: "说实话，你们的价格太贵了，另一家便宜很多。",
    words: "我理解您的顾虑，王总。五年算下来省下的比花的多，有医院实测过。",
  },
};

/** Calls this person shared, in which they met the price well, as the reading of calls keeps them. */
async function answersWell(
  { world }: Stage,
  personId: string,
  language: "en" | "zh",
): Promise<void> {
  const { customer, words } = talks[language];
  const score = { breaches: [], customerSentiment: [0.6] };
  const speakers = { labels: ["A", "B"], rep: "A", sure: 1, ground: "said" };
  const analysis = { vertical: "medical", language, speakers, score } as unknown as Analysis;
  const lines = [
    { speaker: "B", text: customer },
    { speaker: "A", text: words },
  ];
  await world.ringside.records.write(async (unit) => {
    await unit.consents.put({
      ...{ id: `cns_${personId}`, personId, purpose: "calls", wording: "test" },
      ...{ grantedAt: unit.now, withdrawnAt: null },
    });
    for (let at = 1; at <= 8; at += 1) {
      const sourceId = `cal_${personId}_${at}`;
      const call = {
        ...{ id: sourceId, personId, contactId: null, dealId: null, source: "transcript" },
        ...{ toldHow: "announced", analysis, heldUntil: unit.now, at: unit.now },
        transcript: { state: "read", name: "", assetId: null, heard: [], lines },
        consentedAt: unit.now,
      } as Call;
      await unit.calls.put(call);
      await unit.skillEvidence.put({
        ...{ id: `ske_${personId}_${at}`, personId, skill: "price_negotiation", source: "call" },
        ...{ sourceId, passed: 4, checks: 4, at: unit.now },
        quotes: [{ check: "value-first", passed: true, quote: words }],
      });
    }
  });
}

async function isNew({ world }: Stage, id: string): Promise<void> {
  const { records, gate } = world.ringside;
  await records.write(async (unit) => {
    const set = { hiredAt: unit.now + 20 * day, language: "en" as const };
    const by = { by: operator, via: "import", source: "test" } as const;
    await gate.apply(unit, { ...by, changes: [{ kind: "person", id, set }] });
  });
}

/** Everything this person sees. */
async function tapsFirst(actor: Actor, label: string): Promise<void> {
  const buttons = (await actor.all()).flatMap((shown) => shown.buttons);
  const ref = buttons.findLast((one) => one.label.startsWith(label))?.ref;
  if (!ref) throw new Error(`No button “${label}”`);
  await actor.taps(label, { ref });
}

onEverySurface("a colleague's answer", {
  "becomes a newcomer's drill once its rep and their manager agreed, and goes when they withdraw":
    async (stage) => {
      const { as, world } = stage;
      const [ana, mia, lei] = [as("per_ana"), as("per_mia"), as("per_lei")];
      await isNew(stage, "per_lei");
      await answersWell(stage, "per_ana", "en");
      await world.passes(32 * day);
      expect(await seenBy(ana)).toContain("May an answer of yours become a drill for newcomers?");
      expect(await seenBy(ana)).toContain("Price: of all who share their talks");
      await ana.taps("Yes, show me the first");
      await world.passes(4 * day);
      const proposal = await seenBy(ana);
      expect(proposal).toContain("Your answer, as a colleague would practise it");
      expect(proposal).toContain("saves more than it costs");
      expect(proposal).not.toMatch(/Acme|Wang/);
      await ana.taps("Use it, with my name");
      expect(await seenBy(ana)).toContain("Mia Manager reviews it");

      await world.passes(day);
      await lei.says("drills from colleagues");
      expect(await lei.last()).toContain("Nobody has lent an answer");
      await mia.taps("Publish");
      await world.passes(2 * day);
      expect(await seenBy(lei)).toContain("90 seconds: an objection a colleague met well");
      await lei.taps("How a colleague answered");
      expect(await seenBy(lei)).toContain("as a colleague answered it · author Ana Silva");
      await lei.taps("Practise it");
      expect(await lei.last()).toContain("PRACTICE");
      await lei.says("drills from colleagues");
      expect(await lei.last()).toContain("too expensive");

      await ana.says("privacy");
      await tapsFirst(ana, "Withdraw: let answers of mine");
      await world.passes(1000);
      const { toast } = await lei.taps("Practise it 1");
      expect(toast).toBeTruthy();
      await lei.says("drills from colleagues");
      expect(await lei.last()).toContain("Nobody has lent an answer");
      const kept = JSON.stringify(await world.ringside.records.read.scriptAssets.find({}));
      expect(kept).not.toContain("saves more than it costs");
    },

  "is shown to its rep in Chinese, who keeps it to themselves": async (stage) => {
    const { as, world } = stage;
    const lei = as("per_lei");
    await answersWell(stage, "per_lei", "zh");
    await world.passes(32 * day);
    expect(await seenBy(lei)).toContain("可以把您的回答用作新同事的练习吗？");
    await lei.taps("好，先给我看第一条");
    await world.passes(4 * day);
    expect(await seenBy(lei)).toContain("五年算下来省下的比花的多");
    expect(await seenBy(lei)).not.toContain("王总");
    await lei.taps("这条不用");
    expect(await seenBy(lei)).toContain("不使用，内容已删除。");
    await lei.says("同事的练习");
    expect(await lei.last()).toContain("还没有同事提供");
  },
});
