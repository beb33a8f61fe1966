// A rule that is on, and a customer who does what it waits for.
import { publishRule } from "../../src/core/journey/rules-in-force.ts";
import type { Touch } from "../../src/core/model.ts";
import type { World } from "./world.ts";

const minuteMs = 60_000;

/** A long look at a product, a white paper, and off from the pricing page: the owner calls. */
export const doubt = {
  id: "quiet-pricing-doubt",
  name: { en: "Quiet doubt about the price", zh: "默默犹豫价格" },
  within: "3d",
  steps: [
    { touch: "page.view", where: { page: "product", dwellSeconds: { gt: 120 } } },
    { touch: "file.download", where: { kind: "whitepaper" } },
    { touch: "page.leave", where: { page: "pricing" } },
  ],
  unless: [{ touch: "meeting.booked" }],
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
  then: { action: "call", dueIn: "24h", talkTrack: "price_anchoring" },
};

/** Publishes rules as the manager does. */
export const switchOn = (world: World, ...rules: { id: string }[]) =>
  world.ringside.records.write(async (unit) => {
    for (const rule of rules) {
      await publishRule(unit, { ruleId: rule.id, source: rule, authorId: "per_mia", reason: null });
    }
  });

let number = 0;

/** What the customer does, `minutesAgo`, as the website tells it at once. */
export async function does(
  world: World,
  ...steps: [string, Touch["props"], number?, Partial<Touch>?][]
) {
  const { ringside } = world;
  await ringside.events.append(
    steps.map(([type, props, minutesAgo = 0, set = {}]): Touch => {
      number += 1;
      const at = ringside.clock() - minutesAgo * minuteMs;
      return {
        ...{ id: `tch_${number}`, contactId: "con_wang", anonymousId: null, accountId: null },
        ...{ type, props, at, receivedAt: at + 1_000, source: "web" },
        ...set,
      };
    }),
  );
  await ringside.drain();
}

/** All the rule `doubt` waits for, at once. */
export const doubts = (world: World, set: Partial<Touch> = {}) =>
  does(
    world,
    ["page.view", { page: "product", dwellSeconds: 200 }, 0, set],
    ["file.download", { kind: "whitepaper" }, 0, set],
    ["page.leave", { page: "pricing" }, 0, set],
  );

/** A lead that gives the customer an owner. */
export async function owned(world: World, ownerId: string) {
  await world.add("lead", "led_own", {
    ...{ title: "Acme", contactId: "con_wang", accountId: "acc_acme", status: "accepted", ownerId },
  });
}

/** What is to be done now. */
export const openActions = (world: World) =>
  world.ringside.records.read.nextActions.find({ state: "open" });
