import { beforeAll, expect } from "vitest";
import { seenBy } from "../helpers/seen-by.ts";
import { type Actor, onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

const day = 86_400_000;

const cold = {
  en: `Ana Silva: Good morning. What matters most to you this year?
Wang Li: Honestly, the other supplier is much cheaper than you. I am annoyed that nobody told us.
Ana Silva: Their product is bad, believe me, ours is the best.
Wang Li: I am really disappointed, this is a waste of my time. Your competitor answered at once.
Ana Silva: Just sign today, please.
Wang Li: No. I am frustrated and I do not trust you.`,
  zh: `李雷：您好，您今年最看重什么？
王总：说实话，另一家供应商比你们便宜很多，我对你们很失望。
李雷：他们的产品不行，我们才是最好的。
王总：太浪费时间了，我很生气，竞争对手马上就答复了。
李雷：那今天先签了吧。
王总：不签，我很不满意，也不相信你们。`,
};

/** Calls, each on a day of its own, that the rep had read and shared or kept. */
async function calls(
  { world }: Stage,
  rep: Actor,
  { language, seen }: { language: "en" | "zh"; seen: ("manager" | "me")[] },
): Promise<void> {
  for (const who of seen) {
    await world.passes(day);
    await rep.drops({ name: "call.txt", content: cold[language], mediaType: "text/plain" });
    await rep.fills({ told: "announced", about: "nobody", seen: who });
  }
}

/** Everything this person sees. */
const held = async ({ world }: Stage) =>
  (await world.ringside.records.read.alerts.find({ kind: "cold-on-competitors" }))[0];

/** The newest card with these words: the same talks may fire more than one rule. */
const cardOf = async (actor: Actor, words: string) =>
  (await actor.all()).findLast(({ text }) => text.includes(words));

/** Some platforms cut a long label: its beginning is enough. */
async function tapsOn(actor: Actor, words: string, label: string): Promise<void> {
  const card = await cardOf(actor, words);
  const ref = card?.buttons.find((one) => one.label.startsWith(label))?.ref;
  if (!ref) throw new Error(`No “${label}” on the card “${words}”`);
  await actor.taps(label, { ref });
}

onEverySurface("an alert", {
  "comes to the rep first, then to their manager, and closes when consent is withdrawn": async (
    stage,
  ) => {
    const { as, world } = stage;
    const [ana, mia] = [as("per_ana"), as("per_mia")];
    await ana.says("privacy");
    await tapsOn(ana, "Your privacy", "Agree: analyse recordings");
    await calls(stage, ana, { language: "en", seen: ["me"] });
    await world.passes(31 * day);
    const seen = ["manager", "manager", "manager", "manager", "me"] as const;
    await calls(stage, ana, { language: "en", seen: [...seen] });
    await world.passes(day);
    expect(await held(stage)).toBeUndefined();
    await mia.says("alerts");
    expect(await mia.last()).toContain("No alert stands");

    await ana.says("my calls");
    await ana.taps("Open 1");
    await ana.taps("Share with my manager");
    await world.passes(day);
    expect(await seenBy(ana)).toContain("Customers cool down when competitors come up");
    expect(await seenBy(ana)).toContain("You are told first. Mia Manager gets one card");
    expect(await seenBy(mia)).not.toContain("Ana Silva: customers cool down");
    await tapsOn(ana, "when competitors come up", "Practise it now");
    expect(await ana.last()).toContain("PRACTICE");

    await world.passes(8 * day);
    expect(await seenBy(mia)).not.toContain("Their product is bad");
    await mia.says("alerts");
    const about = "Ana Silva: customers cool down when competitors come up";
    const card = (await cardOf(mia, about))?.text ?? "";
    expect(card).toMatch(/On average \d+; nine times out of ten .* between \d+ and \d+/);
    expect(card.match(/call: \d+ \(n = 3\)/g)).toHaveLength(5);
    await tapsOn(mia, about, "I know");
    expect(await seenBy(mia)).toContain("Acknowledged by the manager");
    await world.passes(1000);
    await ana.says("what my manager sees");
    expect(await ana.last()).toContain("Mia Manager: your sentences on");

    await ana.says("privacy");
    await tapsOn(ana, "Your privacy", "Withdraw: analyse recordings");
    await world.passes(61_000);
    expect(await held(stage)).toMatchObject({ state: "resolved" });
    expect(await seenBy(mia)).not.toContain("Their product is bad");
    await mia.says("alerts");
    expect(await mia.last()).toContain("No alert stands");
  },

  "is told in Chinese, resolved by the manager, and muted by its rep when it comes back": async (
    stage,
  ) => {
    const { as, world } = stage;
    const [lei, mia] = [as("per_lei"), as("per_mia")];
    await lei.says("隐私");
    await lei.taps("同意：分析我发来的通话录音和文字稿");
    await calls(stage, lei, { language: "zh", seen: ["me"] });
    await world.passes(31 * day);
    await calls(stage, lei, { language: "zh", seen: Array(5).fill("manager") });
    await world.passes(day);
    expect(await seenBy(lei)).toContain("一谈到竞品，客户就冷下来");
    expect(await seenBy(lei)).toContain("先告诉您");

    await world.passes(8 * day);
    await mia.says("alerts");
    await tapsOn(mia, "李雷: customers cool down when competitors", "Resolved");
    await world.passes(day);
    expect(await held(stage)).toMatchObject({ state: "resolved" });

    await calls(stage, lei, { language: "zh", seen: ["manager"] });
    await world.passes(day);
    await lei.says("预警");
    await tapsOn(lei, "一谈到竞品，客户就冷下来", "不再提醒");
    await world.passes(9 * day);
    expect(await held(stage)).toMatchObject({ state: "muted" });
  },
});
