import { expect } from "vitest";
import type { Touch } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import { aVisit, visits } from "../core/identity/world.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface } from "../helpers/surfaces.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

onEverySurface("a deal review that stands in a calendar", {
  "comes half an hour before to the rep and the manager invited, in their language, follows a move, and can be muted":
    async ({ world, as }) => {
      const { ringside } = world;
      const deal = { name: "Seats", accountId: "acc_acme", ownerId: "per_lei" } as const;
      await world.add("deal", "dea_1", { ...deal, stage: "qualified" });
      const email = "mia@ours.example";
      const change = { kind: "person", id: "per_mia", set: { email } } as const;
      await ringside.records.write((unit) =>
        ringside.gate.apply(unit, { by: operator, via: "cli", source: "t", changes: [change] }),
      );
      const tells = (id: string, hours: number, set: Partial<Touch> = {}) => {
        const startsAt = new Date(testNow + hours * hourMs).toISOString();
        const at = ringside.clock();
        const touch = { id, type: "meeting.booked", source: "calendly", at, receivedAt: at };
        const props = { startsAt, meeting: "m", title: "Acme 商机评审", ...set.props };
        return visits(world, aVisit({ email }, { ...touch, ...set, props }));
      };
      const [lei, mia] = [as("per_lei"), as("per_mia")];
      // Lei is in Shanghai, where it is 17:00 now: quiet hours begin at 20:00.
      await tells("tch_1", 1);
      await world.passes(minuteMs);
      await tells("tch_2", 2, { type: "meeting.moved" });
      await world.passes(hourMs);
      expect((await lei.all()).some(({ text }) => text.includes("商机评审"))).toBe(false);
      await world.passes(30 * minuteMs);
      expect(await lei.last()).toContain("19:00 商机评审：Seats · Acme Medical");
      expect(await lei.last()).toContain("竞争风险");
      expect(await mia.last()).toContain("11:00 deal review: Seats · Acme Medical");
      await lei.taps("更新这个商机");
      expect(await lei.last()).toContain("Seats");

      await mia.says("notifications");
      expect(await mia.last()).toContain("deal reviews of the calendar");
      await tells("tch_3", 4, { props: { meeting: "n" } });
      await world.passes(minuteMs);
      await tells("tch_4", 4, { type: "meeting.cancelled", props: { meeting: "n" } });
      const before = (await mia.all()).length;
      await world.passes(2 * hourMs);
      expect(await mia.all()).toHaveLength(before);
    },
});
