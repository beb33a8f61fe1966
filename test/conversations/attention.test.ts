import { expect } from "vitest";
import { createCalendar } from "../../src/calendar.ts";
import { offerNudge } from "../../src/core/attention/offer-nudge.ts";
import type { Block, Card } from "../../src/core/card.ts";
import { publishRule } from "../../src/core/journey/rules-in-force.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import type { World } from "../helpers/world.ts";

const hourMs = 3_600_000;
const workdays = createCalendar();

const says = (sentence: string): Block => ({ t: "text", text: [{ t: "text", text: sentence }] });

/** What the product would tell somebody unasked. */
const offer = (world: World, personId: string, title: string, value = 0.5) =>
  world.ringside.records.write(async (unit) => {
    const person = await unit.people.get(personId);
    if (!person) throw new Error(personId);
    const ref = unit.arm({ action: "ask", params: { text: "help" }, personId, cardKey: title });
    const card: Card = {
      ...{ key: title, title, tone: "info", summary: title },
      blocks: [
        says(`about ${title}`),
        { t: "actions", actions: [{ id: "go", label: title, ref }] },
      ],
    };
    return offerNudge(unit, workdays, { person, kind: "insight", value, card });
  });

const titles = async (shown: Promise<{ text: string }[]>) =>
  (await shown).map(({ text }) => text.split("\n")[0]);

onEverySurface("attention", {
  "lets five messages through a day, puts the rest into the digest, and opens them from there":
    async ({ world, as }) => {
      for (let count = 1; count <= 6; count += 1)
        await offer(world, "per_ana", `Insight ${count}`, 0.9);
      await world.ringside.drain();
      const ana = as("per_ana");
      expect(await ana.all()).toHaveLength(5);
      await world.passes(24 * hourMs);
      expect(await ana.last()).toContain("1  Insight 6");
      await ana.taps("Show 1");
      expect(await ana.last()).toContain("about Insight 6");
      const [shown] = await world.ringside.records.read.nudges.find({ cardKey: "Insight 6" });
      expect(shown?.actedAt).not.toBeNull();
    },

  "holds at night what can wait until the morning": async ({ world, as }) => {
    await world.passes(12 * hourMs); // 21:00 UTC: ana is at home
    await offer(world, "per_ana", "Late");
    await world.ringside.drain();
    expect(await as("per_ana").all()).toHaveLength(0);
    await world.passes(12 * hourMs);
    expect(await titles(as("per_ana").all())).toContain("Late");
  },

  "notes a press as acted on, and what is left lying as not": async ({ world, as }) => {
    await offer(world, "per_ana", "Pressed");
    await offer(world, "per_ana", "Left");
    await world.ringside.drain();
    await as("per_ana").taps("Pressed");
    const nudges = await world.ringside.records.read.nudges.find({ personId: "per_ana" });
    const acted = new Map(nudges.map(({ cardKey, actedAt }) => [cardKey, actedAt !== null]));
    expect([...acted].sort()).toEqual([
      ["Left", false],
      ["Pressed", true],
    ]);
  },

  "is muted and brought back in a word, in both languages": async ({ world, as }) => {
    const lei = as("per_lei");
    await lei.says("静音 客户行为发现");
    expect(await lei.last()).toContain("不发送");
    await offer(world, "per_lei", "发现一");
    await world.ringside.drain();
    expect(await titles(lei.all())).not.toContain("发现一");
    await lei.says("取消静音 客户行为发现");
    await offer(world, "per_lei", "发现二");
    await world.ringside.drain();
    expect(await titles(lei.all())).toContain("发现二");
    const ana = as("per_ana");
    await ana.says("mute what behaviour shows");
    expect(await ana.last()).toContain("never");
    await ana.says("digest");
    expect(await ana.last()).toContain("Nothing is waiting for your digest.");
    await ana.says("mute nonsense");
    expect(await ana.last()).toContain("What may interrupt you");
  },

  "shows no amount, phone number or address on a locked phone": async ({ world }) => {
    const { records, events, clock } = world.ringside;
    await world.add("account", "acc_loud", { name: "Bank 4,500,000 EUR", ownerId: "per_ana" });
    await world.add("contact", "con_loud", { name: "Li 138 0013 8000", accountId: "acc_loud" });
    await records.write((unit) =>
      publishRule(unit, {
        ...{ ruleId: "loud", authorId: null, reason: null },
        source: {
          ...{ id: "loud", name: { en: "Quote of $12,000 to x@y.example" } },
          steps: [{ touch: "page.view" }],
        },
      }),
    );
    await events.append([
      {
        ...{ id: "tch_loud", contactId: "con_loud", anonymousId: null, accountId: null },
        ...{ type: "page.view", at: clock(), receivedAt: clock(), props: {}, source: "web" },
      },
    ]);
    await world.ringside.drain();
    await world.passes(72 * hourMs);
    const told = await records.read.nudges.find({ kind: ["next_action", "escalation"] });
    expect(told.map(({ kind }) => kind).sort()).toEqual(["escalation", "next_action"]);
    for (const { card } of told) {
      expect(card.summary).not.toMatch(/12,000|4,500,000|138|0013|8000|x@y/);
      expect(card.summary).toContain("…");
    }
  },
});
