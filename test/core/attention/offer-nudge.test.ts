import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dailyBudget, isIgnored, leastValue } from "../../../src/core/attention/budget.ts";
import type { NudgeKind } from "../../../src/core/attention/nudge.ts";
import { digestJob, offerNudge, releaseJob } from "../../../src/core/attention/offer-nudge.ts";
import { setByWords } from "../../../src/core/attention/preferences.ts";
import { releaseNudges } from "../../../src/core/attention/release-nudges.ts";
import { sendDigest } from "../../../src/core/attention/send-digest.ts";
import { markActed } from "../../../src/core/attention/show-nudge.ts";
import type { Card } from "../../../src/core/card.ts";
import type { Records } from "../../../src/store/records/records.ts";
import { aPerson, testNow } from "../../helpers/people.ts";
import { openTestRecords } from "../../helpers/records.ts";

const weekdays = {
  isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()),
};
const ana = aPerson("per_ana");
const mia = aPerson("per_mia", { role: "manager" });
const day = 86_400_000;

let now: number;
let records: Records;

beforeEach(async () => {
  now = testNow; // a Monday, 09:00 UTC
  records = await openTestRecords(() => now);
  await records.write((unit) => unit.putRecords("person", [ana, mia]));
});
afterEach(() => records.close());

const card = (key: string): Card => ({ key, title: key, tone: "info", summary: key, blocks: [] });

function offer(key: string, value = 1, { kind = "next_action" as NudgeKind, person = ana } = {}) {
  return records.write((unit) =>
    offerNudge(unit, weekdays, { person, kind, value, card: card(key) }),
  );
}
const sent = async () =>
  (await records.client.outboxMessage.findMany({ orderBy: { sequence: "asc" } })).map(
    ({ cardKey }) => cardKey,
  );
const jobs = async (kind: string) => records.client.job.findMany({ where: { kind } });

describe("the budget of a day", () => {
  it("lets five messages through to a rep and two to a manager, the rest waits", async () => {
    for (let count = 0; count < 8; count += 1) await offer(`a${count}`);
    for (let count = 0; count < 4; count += 1) await offer(`m${count}`, 1, { person: mia });
    expect(await sent()).toEqual(["a0", "a1", "a2", "a3", "a4", "m0", "m1"]);
    expect(dailyBudget).toMatchObject({ rep: 5, manager: 2 });
  });

  it("keeps the last places for what is worth more", async () => {
    for (const value of [0.05, 0.1, 0.3, 0.1, 0.5, 0.9]) await offer(`v${value}`, value);
    expect(await sent()).toEqual(["v0.05", "v0.1", "v0.3", "v0.5", "v0.9"]);
    expect(leastValue(0, 5)).toBe(0);
    expect(leastValue(4, 5)).toBeLessThan(1);
  });

  it("begins anew with the person's own day", async () => {
    for (let count = 0; count < 6; count += 1) await offer(`a${count}`);
    now += day;
    expect((await offer("next")).state).toBe("sent");
  });

  it("is not touched by editing a card that is already there", async () => {
    for (let count = 0; count < 5; count += 1) await offer(`a${count}`);
    expect((await offer("a0", 0)).state).toBe("sent");
    expect(await records.read.nudges.count({})).toBe(5);
  });
});

describe("quiet hours", () => {
  it("hold a message until the person is awake on a working day", async () => {
    now = Date.UTC(2026, 10, 27, 21); // Friday night
    expect((await offer("late")).state).toBe("held");
    const [job] = await jobs(releaseJob);
    expect(job?.runAt.toISOString()).toBe("2026-11-30T08:00:00.000Z");
  });

  it("end with the most valuable first, as far as the budget goes", async () => {
    now -= 4 * 3_600_000; // 05:00
    for (const value of [0.2, 0.9, 0.5, 0.95, 0.7, 1, 0.8]) await offer(`v${value}`, value);
    now += 4 * 3_600_000;
    const effect = await releaseNudges({ personId: ana.id }, { workdays: weekdays });
    await records.write(effect);
    expect(await sent()).toEqual(["v1", "v0.95", "v0.9", "v0.8", "v0.7"]);
  });
});

describe("what a person decided", () => {
  it("mutes a kind in either language, and brings it back", async () => {
    await records.write(setByWords(ana, "next actions", "mute"));
    expect((await offer("a")).state).toBe("muted");
    await records.write(setByWords({ ...ana, language: "zh" }, "下一步行动", "push"));
    expect((await offer("b")).state).toBe("sent");
  });

  it("sends a kind that is left lying for two weeks to the digest, and not one that is used", async () => {
    const monday = now;
    for (const after of [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]) {
      now = monday + after * day;
      expect((await offer(`a${after}`)).state).toBe("sent");
      await offer(`c${after}`, 1, { kind: "coaching" });
      await records.write((unit) => markActed(unit, ana.id, `c${after}`));
    }
    now = monday + 14 * day;
    expect((await offer("a")).state).toBe("digest");
    expect((await offer("c", 1, { kind: "coaching" })).state).toBe("sent");
    expect(isIgnored({ sent: 6, acted: 3 })).toBe(false);
  });

  it("holds for two weeks when they bring such a kind back", async () => {
    await records.write(setByWords(ana, "next actions", "push"));
    for (let count = 0; count < 5; count += 1) await offer(`a${count}`);
    now += day;
    for (let count = 0; count < 4; count += 1) await offer(`b${count}`);
    now += day;
    expect((await offer("still")).state).toBe("sent");
    now += 9 * day;
    expect((await offer("again")).state).toBe("sent");
    now += 4 * day; // more than two weeks after their word
    expect((await offer("no more")).state).toBe("digest");
  });
});

describe("the digest", () => {
  it("comes once, next working morning, with the most valuable first", async () => {
    for (let count = 0; count < 5; count += 1) await offer(`a${count}`);
    await offer("small", 0.1);
    await offer("big", 0.6);
    const [job, ...more] = await jobs(digestJob);
    expect(more).toEqual([]);
    expect(job?.runAt.toISOString()).toBe("2026-11-24T08:30:00.000Z");
    now += day;
    await records.write(await sendDigest(job?.payload as { personId: string; day: string }));
    const digest = await records.client.outboxMessage.findFirst({
      where: { cardKey: `digest:${ana.id}:2026-11-24` },
    });
    const body = JSON.stringify(digest?.body);
    expect(body.indexOf("big")).toBeLessThan(body.indexOf("small"));
    await records.write(await sendDigest({ personId: ana.id, day: "2026-11-25" }));
    expect((await sent()).filter((key) => key.startsWith("digest"))).toHaveLength(1);
  });
});
