import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assetEffects, sayEffect } from "../../../../src/core/strategy/debrief/asset-effect.ts";
import { askUsed, submitUsed } from "../../../../src/core/strategy/debrief/use-script.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { addCalledDeals } from "../../../helpers/called-deals.ts";
import { testNow } from "../../../helpers/people.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const day = 86_400_000;
let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.ringside.records.write((unit) =>
    unit.scriptAssets.put({
      ...{ id: "scr_1", playbook: "medical", language: "en", tactic: "status_quo", scenario: null },
      ...{ text: "Let us walk.", state: "reviewed", authorId: null, reviewerId: null },
      provenance: {
        ...{ debriefId: "dbf_1", dealId: "dea_1", personId: "per_ana", outcome: "won" },
        ...{ when: "they hesitate", customer: "they hesitate", why: "" },
      },
      ...{ createdAt: 0, updatedAt: 0 },
    }),
  );
});
afterEach(() => world.close());

const services = () => ({
  ...{ store: world.ringside.records, events: world.ringside.events, clock: () => testNow },
  pause: async () => {},
});
const english = readingOf({ language: "en", timeZone: "UTC" });

describe("what goes with using a talk track", () => {
  it("is seen where it was used for enough deals that can be compared", async () => {
    await addCalledDeals(world);
    const { records } = world.ringside;
    // Used for those that were called, five days after each was opened.
    await records.write(async (unit) => {
      const deals = await unit.deals.find({ ownerId: "per_ana" });
      const called = deals.filter(({ id }) => Number(id.slice("dea_".length)) % 2 === 0);
      await unit.audits.put(
        ...called.map(({ id, openedAt }) => ({
          ...{ id: `aud_${id}`, at: (openedAt ?? 0) + 5 * day, actorId: "per_ana" },
          ...{ via: "chat" as const, action: "script.used", kind: "script", recordId: "scr_1" },
          detail: { dealId: id },
        })),
      );
    });
    const effects = await assetEffects(services(), ["scr_1", "scr_2"]);
    const [used, unused] = [effects.get("scr_1"), effects.get("scr_2")];
    if (!used || !unused) throw new Error("Both are asked for.");
    expect(used.used).toBe(60);
    expect(used.tested.estimate?.difference.low).toBeGreaterThan(0.2);
    expect(sayEffect(used, english)).toMatch(
      /^deals won within 30 days, beside comparable ones: \d/,
    );
    expect(unused.used).toBe(0);
    expect(sayEffect(unused, english)).toBe("not enough data");
  });

  it("is not guessed from a handful", async () => {
    await addCalledDeals(world);
    await world.ringside.records.write((unit) =>
      unit.audits.put({
        ...{ id: "aud_1", at: testNow - 100 * day, actorId: "per_ana", via: "chat" },
        ...{ action: "script.used", kind: "script", recordId: "scr_1" },
        detail: { dealId: "dea_80" },
      }),
    );
    const effect = (await assetEffects(services(), ["scr_1"])).get("scr_1");
    if (!effect) throw new Error("It is asked for.");
    expect(effect.used).toBe(1);
    expect(sayEffect(effect, english)).toBe("not enough data");
  });
});

describe("saying that one was used", () => {
  const ask = async (values: Record<string, string>, id = "per_ana") => {
    const person = await world.ringside.records.read.people.get(id);
    if (!person) throw new Error(`There is nobody called ${id}.`);
    return { person, params: { assetId: "scr_1" }, values };
  };
  const isUsed = async (values: Record<string, string>) =>
    world.ringside.records.write(await submitUsed(services(), await ask(values)));

  it("counts each deal once, and only one's own that is open", async () => {
    const { read } = world.ringside.records;
    const none = await world.ringside.records.write(await askUsed(services(), await ask({})));
    expect(none.toast).toBe("You have no open deal to count it for.");
    for (const [id, ownerId] of [
      ["dea_own", "per_ana"],
      ["dea_his", "per_lei"],
    ] as const) {
      await world.add("deal", id, {
        ...{ name: id, accountId: "acc_acme", ownerId, stage: "proposal", status: "open" },
        openedAt: testNow,
      });
    }
    expect((await isUsed({ deal: "dea_his" })).errors?.deal).toBeTruthy();
    await isUsed({ deal: "dea_own" });
    await isUsed({ deal: "dea_own" });
    expect(await read.audits.count({ action: "script.used" })).toBe(1);
  });

  it("is for those who sell", async () => {
    const bob = await ask({ deal: "dea_own" }, "per_bob");
    await expect(submitUsed(services(), bob)).rejects.toThrow("does not sell");
  });
});
