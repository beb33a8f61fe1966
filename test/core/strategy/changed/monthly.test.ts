import { expect, it } from "vitest";
import type { Card } from "../../../../src/core/card.ts";
import { testNow } from "../../../helpers/people.ts";
import { createWorld } from "../../../helpers/world.ts";

const [hour, day] = [3_600_000, 86_400_000];

it("comes with the morning brief of a manager's first working day, once", async () => {
  const world = await createWorld();
  try {
    for (let index = 0; index < 6; index += 1) {
      const closedAt = testNow - 10 * day;
      const over = {
        stage: "won",
        status: "won",
        openedAt: closedAt - 20 * day,
        closedAt,
      } as const;
      await world.add("deal", `dea_${index}`, { name: `${index}`, ownerId: "per_ana", ...over });
    }
    const { localChat, records } = world.ringside;
    // 1 December, a Tuesday: 5:00, before the brief, and 9:05 where she is.
    await world.passes(7 * day + 20 * hour);
    const [nudge] = await records.read.nudges.find({ personId: "per_mia", kind: "team_news" });
    expect(nudge).toMatchObject({ state: "digest", cardKey: "changed:per_mia:2026-12" });
    expect(nudge?.card.subtitle).toContain("1 Nov 2026 – 30 Nov 2026");
    await world.passes(4 * hour + hour / 12);
    const messages = await localChat.transcript("per_mia", { limit: 100 });
    const briefs = messages
      .map(({ body }) => body as Partial<Card>)
      .filter(({ title }) => title?.startsWith("Morning brief, "));
    expect(JSON.stringify(briefs.at(-1))).toContain("What changed");
    expect(await records.read.nudges.count({ kind: "team_news" })).toBe(1);
  } finally {
    await world.close();
  }
});
