// What `bench quarter` counts, from messages of our own making; and that the same seed plans the same quarter.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAgenda } from "../../bench/quarter/agenda.ts";
import { drawAct, habits } from "../../bench/quarter/habits.ts";
import {
  actionRates,
  exemptOutsideHours,
  jainOf,
  perPersonAndDay,
  spreadOf,
  violationsOf,
} from "../../bench/quarter/measure.ts";
import { type Member, type Message, sortMessage } from "../../bench/quarter/messages.ts";
import { planQuarter } from "../../bench/quarter/plan.ts";
import { createCalendar } from "../../src/calendar.ts";

const hourMs = 3_600_000;
/** A Monday, ten in London. */
const monday = Date.UTC(2026, 8, 7, 9);
const ana: Member = { id: "per_ana", name: "Ana", role: "rep", timeZone: "Europe/London" };
const lei: Member = { id: "per_lei", name: "Lei", role: "manager", timeZone: "Asia/Shanghai" };
const workdays = createCalendar();

const message = (set: Partial<Message> = {}): Message => ({
  ...{ id: "msg", personId: ana.id, at: monday, kind: "next_action", counts: "budget" },
  ...{ isActedOn: false, ...set },
});

describe("what was too much", () => {
  it("is a sixth message of a rep, a third of a manager and a second digest, new leads apart", () => {
    const leads = Array.from({ length: 9 }, () => message({ kind: "lead", counts: "exempt" }));
    const five = Array.from({ length: 5 }, () => message());
    expect(violationsOf([ana, lei], [...five, ...leads], workdays)).toEqual([]);
    const toLei = Array.from({ length: 3 }, () => message({ personId: lei.id }));
    const digests = [message({ counts: "digest" }), message({ counts: "digest" })];
    const found = violationsOf([ana, lei], [...five, message(), ...toLei, ...digests], workdays);
    expect(found.map(({ rule, who }) => `${rule} ${who}`)).toEqual([
      ...["budget Ana", "digest Ana", "budget Lei"],
    ]);
  });

  it("is anything but a new lead or a deadline at night, at weekends and on holidays of the place", () => {
    const night = message({ at: monday + 12 * hourMs });
    const sunday = message({ at: monday - 24 * hourMs });
    const nationalDay = Date.UTC(2026, 9, 1, 2);
    const holiday = message({ personId: lei.id, at: nationalDay });
    const inLondon = message({ at: nationalDay + 8 * hourMs });
    const lead = message({ at: monday + 12 * hourMs, kind: "lead", counts: "exempt" });
    expect(exemptOutsideHours([ana, lei], [night, lead], workdays)).toEqual({ lead: 1 });
    const found = violationsOf([ana, lei], [night, sunday, holiday, inLondon, lead], workdays);
    expect(found.map(({ rule, who, day }) => `${rule} ${who} ${day}`)).toEqual([
      ...["hours Ana 2026-09-07", "hours Ana 2026-09-06", "hours Lei 2026-10-01"],
    ]);
  });

  it("counts what went past the budget's door, but not what somebody asked for", () => {
    const sort = (key: string, set: object = {}) =>
      sortMessage({ card: { key }, nudge: undefined, isAnswer: false, ...set });
    expect(sort("late:asg_1")).toEqual({ kind: "late", counts: "budget" });
    expect(sort("late:asg_1", { isAnswer: true })).toEqual({ kind: "answer", counts: "asked" });
    expect(sort("assignment:asg_1")).toEqual({ kind: "lead", counts: "exempt" });
    expect(sort("digest:per_ana:2026-09-07")).toEqual({ kind: "digest", counts: "digest" });
    expect(sort("action:nxt_1")).toEqual({ kind: "reminder", counts: "exempt" });
    const nudge = { kind: "slipping", state: "sent" };
    expect(sort("slip:1", { nudge })).toEqual({ kind: "slipping", counts: "budget" });
  });
});

describe("the figures of a quarter", () => {
  it("count days without a message", () => {
    const messages = [message(), message(), message({ at: monday + 24 * hourMs })];
    expect(perPersonAndDay({ members: [ana, lei], messages, days: 5 })).toEqual({
      ...{ p50: 0, p95: 2, max: 2, mean: 0.3 },
    });
    expect(actionRates([message({ isActedOn: true }), message()])).toEqual({ next_action: 0.5 });
    expect(spreadOf([])).toEqual({ p50: 0, p95: 0, max: 0, mean: 0 });
  });

  it("call an even division 1 and all to one 1/n", () => {
    expect(jainOf([3, 3, 3, 3])).toBe(1);
    expect(jainOf([8, 0, 0, 0])).toBe(0.25);
    const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (values) => {
        expect(jainOf(values)).toBeLessThanOrEqual(1);
        expect(jainOf(values)).toBeGreaterThanOrEqual(Math.floor(100 / values.length) / 100);
      }),
    );
  });
});

describe("the simulated quarter", () => {
  it("is the same for the same seed, and another for another", () => {
    const span = { from: monday, days: 20, seed: 3 };
    const plan = planQuarter(span);
    expect(planQuarter(span)).toEqual(plan);
    expect(planQuarter({ ...span, seed: 4 }).leads).not.toEqual(plan.leads);
    expect(plan.leads.length).toBeGreaterThan(20);
    const times = plan.touches.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(plan.endings).toHaveLength(40);
  });

  it("is dealt with in order of time", () => {
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30)), fc.nat(30), async (times, now) => {
        const agenda = createAgenda();
        const seen: number[] = [];
        for (const at of times) agenda.add(at, async () => void seen.push(at));
        for (const happen of agenda.takeDue(now)) await happen();
        expect(seen).toEqual(times.filter((at) => at <= now).toSorted((a, b) => a - b));
        const left = times.filter((at) => at > now);
        expect(agenda.nextAt()).toBe(left.length > 0 ? Math.min(...left) : undefined);
      }),
    );
  });

  it("has people whose chances leave room for leaving things lying", () => {
    for (const [kind, habit] of Object.entries(habits)) {
      expect(
        habit.reduce((sum, [chance]) => sum + chance, 0),
        kind,
      ).toBeLessThan(1);
      expect(drawAct(kind, 0.999)).toEqual({ leave: true });
      expect(drawAct(kind, 0)).toEqual(habit[0]?.[1]);
    }
    expect(drawAct("never heard of", 0)).toEqual({ leave: true });
  });
});
