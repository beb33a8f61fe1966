// The ways an update comes about and what stands behind it: a tapped call, a voice note, a file, two deals at once.
import { afterAll, beforeAll, expect } from "vitest";
import type { Deal } from "../../src/core/model.ts";
import { createSpeech } from "../../src/model/speech.ts";
import { hears, type SpeechEndpoint, startSpeechEndpoint } from "../helpers/speech-endpoint.ts";
import { type Actor, onEverySurface, type Stage } from "../helpers/surfaces.ts";

let endpoint: SpeechEndpoint;
beforeAll(async () => {
  endpoint = await startSpeechEndpoint();
});
afterAll(() => endpoint.close());
const speech = () =>
  createSpeech({ baseUrl: endpoint.url, model: "whisper-1", timeoutMs: 1_000, maxRetries: 0 });
const voice = { name: "voice.ogg", content: "OggS…", mediaType: "audio/ogg" };

const minuteMs = 60_000;

/** Ana has deals with Acme and Beta, Lei with 蓝海 and 北辰. */
async function withDeals({ world }: Stage): Promise<void> {
  for (const [id, name] of Object.entries({
    beta: "Beta Retail",
    lan: "蓝海物流",
    bei: "北辰科技",
  })) {
    await world.add("account", `acc_${id}`, { name });
  }
  const ana = { ownerId: "per_ana", stage: "qualified", currency: "EUR" } as const;
  await world.add("deal", "dea_acme", { ...ana, name: "Seats", accountId: "acc_acme" });
  await world.add("deal", "dea_beta", { ...ana, name: "Tills", accountId: "acc_beta" });
  const lei = { ownerId: "per_lei", stage: "qualified" } as const;
  await world.add("deal", "dea_lan", { ...lei, name: "仓储系统", accountId: "acc_lan" });
  await world.add("deal", "dea_bei", { ...lei, name: "客户平台", accountId: "acc_bei" });
}

const dealOf = async ({ world }: Stage, id: string): Promise<Deal> => {
  const deal = await world.ringside.records.read.deals.get(id);
  if (!deal) throw new Error(`no deal ${id}`);
  return deal;
};

/** Somebody whose taps are counted, a form sent being one. */
function counting(actor: Actor): Actor & { count(): number } {
  let taps = 0;
  const counted =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    (...args: Args) => {
      taps += 1;
      return act(...args);
    };
  return { ...actor, taps: counted(actor.taps), fills: counted(actor.fills), count: () => taps };
}

onEverySurface(
  { title: "an update", speech },
  {
    "after a tapped call is spoken, rests on a dropped file, and takes two taps": async (stage) => {
      await withDeals(stage);
      const { world } = stage;
      const ana = stage.as("per_ana");
      await ana.says("privacy");
      await ana.taps("Agree: turn my voice notes into text");
      await ana.says("update Acme: call on Friday");
      await ana.taps("Confirm");
      await world.passes(5 * 24 * 60 * minuteMs);
      expect((await ana.taps("Call now")).toast).toContain("one sentence when you hang up");
      expect(await ana.last()).toContain("How did it go with Seats · Acme Medical?");

      const rep = counting(ana);
      endpoint.answer = hears("uh hm mumble");
      await rep.drops(voice);
      expect(await rep.last()).toContain("I did not understand that");
      await world.passes(minuteMs);
      endpoint.answer = hears("quote sent, 80k EUR, budget confirmed, Wang Li decides by Friday");
      await rep.drops(voice);
      const card = await rep.last();
      expect(card).toContain("Update Seats · Acme Medical?");
      expect(card).toContain("What it rests on: a file or a link");
      expect((await dealOf(stage, "dea_acme")).stage).toBe("qualified");
      await rep.drops({ name: "quote.pdf", content: "%PDF-1.7", mediaType: "application/pdf" });
      expect(await rep.last()).toContain("The file now stands behind your update");
      await rep.fills({ closeDate: "2026-12-31" });
      expect(rep.count()).toBeLessThanOrEqual(2);
      expect(await dealOf(stage, "dea_acme")).toMatchObject({ stage: "proposal", amount: 80_000 });
      const [moved] = await world.ringside.records.read.stageChanges.find({ to: "proposal" });
      expect(moved?.evidence).toMatchObject([{ kind: "file" }]);

      await world.passes(11 * minuteMs);
      expect((await ana.taps("Undo")).toast).toContain("more than 10 minutes ago");
      expect((await dealOf(stage, "dea_acme")).stage).toBe("proposal");
    },

    "of two deals in one sentence is a card and a confirm for each, or asks": async (stage) => {
      await withDeals(stage);
      const ana = stage.as("per_ana");
      await ana.says("Acme budget is 30k EUR, Beta wants a demo Friday");
      const cards = (await ana.all()).map(({ text }) => text);
      expect(cards).toHaveLength(2);
      expect(cards[0]).toContain("Update Seats · Acme Medical?");
      expect(cards[0]).not.toContain("Demo");
      expect(cards[1]).toContain("Update Tills · Beta Retail?");
      await ana.taps("Confirm");
      expect(await dealOf(stage, "dea_beta")).toMatchObject({ nextStep: "Demo", amount: null });
      expect((await dealOf(stage, "dea_acme")).amount).toBeNull();
      await ana.taps("Confirm");
      expect(await dealOf(stage, "dea_acme")).toMatchObject({ amount: 30_000, nextStep: null });

      await stage.world.passes(minuteMs);
      await ana.says("Acme budget is 40k EUR, the other one wants a meeting Thursday");
      expect(await ana.last()).toContain("You spoke of more than one deal");
      await ana.taps("Seats · Acme Medical");
      expect(await ana.last()).not.toContain("Meeting");
      await ana.taps("Confirm");
      expect(await dealOf(stage, "dea_acme")).toMatchObject({ amount: 40_000, nextStep: null });
    },

    "in Chinese may be of two deals, and never of sums and days that cannot be": async (stage) => {
      await withDeals(stage);
      const lei = stage.as("per_lei");
      await lei.says("蓝海预算30万，北辰下周三演示");
      expect(await lei.all()).toHaveLength(2);
      await lei.taps("确认");
      await lei.taps("确认");
      expect(await dealOf(stage, "dea_lan")).toMatchObject({ amount: 300_000, nextStep: null });
      expect(await dealOf(stage, "dea_bei")).toMatchObject({ amount: null, nextStep: "演示" });

      await stage.world.passes(minuteMs);
      await lei.says("更新 蓝海：总价-5万，上周三开会");
      await lei.taps("填写……");
      const wrong = await lei.fills({ amount: -5, closeDate: "2020-01-01" });
      expect(wrong.errors?.amount).toContain("大于 0");
      const past = await lei.fills({ amount: 1_000_000_000_000, closeDate: "2020-01-01" });
      expect(past.errors?.closeDate).toBeTruthy();
      expect(await dealOf(stage, "dea_lan")).toMatchObject({ amount: 300_000, closeDate: null });
    },
  },
);
