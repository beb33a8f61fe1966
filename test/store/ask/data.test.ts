import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerQuery } from "../../../src/core/ask/answer-query.ts";
import type { CountRequest } from "../../../src/core/ask/counting.ts";
import { timeDimensions } from "../../../src/core/ask/dimensions.ts";
import { toFigures } from "../../../src/core/ask/figures.ts";
import { metricIds, metrics } from "../../../src/core/ask/metrics.ts";
import { bucketsOf } from "../../../src/core/ask/periods.ts";
import type { Query } from "../../../src/core/ask/query.ts";
import { type Reach, readReach } from "../../../src/core/ask/reach.ts";
import { groupBy } from "../../../src/core/group-by.ts";
import type { Deal } from "../../../src/core/model.ts";
import { createAskData } from "../../../src/store/ask/data.ts";
import { type AskWorld, openAskWorld } from "../../helpers/ask.ts";
import { testNow } from "../../helpers/people.ts";

let world: AskWorld;
let reach: Reach;
let repReach: Reach;

const helen = "per_sample_helen";
const zone = "Europe/London";
const plain = { by: null, where: [], period: null, order: null, top: null, compare: false };
const quarter = { from: "2026-07-01", to: "2026-09-30", unit: "quarter" } as const;

const ask = async (query: Partial<Query> & Pick<Query, "metric">) => {
  const asking = { data: world.askData, reach, askerId: helen, timeZone: zone, now: testNow };
  const answer = await answerQuery({ ...plain, ...query }, asking);
  if (typeof answer === "string") throw new Error(answer);
  return answer;
};

beforeAll(async () => {
  world = await openAskWorld();
  const { read } = world.records;
  const of = async (id: string) => {
    const person = await read.people.get(id);
    if (!person) throw new Error(id);
    return readReach({ read, data: world.askData }, person);
  };
  reach = await of(helen);
  repReach = await of("per_sample_ana");
});
afterAll(() => world.close());

/** The second implementation: plain loops over the sample, in memory. */
const ownDeals = () => {
  const own = new Set(
    world.sample.people
      .filter(({ managerId, id }) => managerId === helen || id === helen)
      .map(({ id }) => id),
  );
  return world.sample.deals.filter(({ ownerId }) => own.has(ownerId ?? ""));
};
const accountOf = (deal: Deal) => world.sample.accounts.find(({ id }) => id === deal.accountId);
const leadOf = (deal: Deal) => world.sample.leads.find(({ id }) => id === deal.leadId);
// London is an hour ahead of UTC from July to September.
const inQuarter = (at: number | null) =>
  at !== null && at >= Date.UTC(2026, 5, 30, 23) && at < Date.UTC(2026, 8, 30, 23);

/** Kinds of the touches that count: ours for whoever made them, theirs for the account's owner. */
const ownTouches = () => {
  const { sample } = world;
  const own = new Set(reach.scope.map(({ id }) => id));
  const ours = new Set(["call.made", "email.sent", "message.sent", "meeting.held"]);
  const accounts = new Map(sample.contacts.map(({ id, accountId }) => [id, accountId]));
  const owners = new Map(sample.accounts.map(({ id, ownerId }) => [id, ownerId]));
  return sample.touches.flatMap(({ contactId, type, props }) => {
    const owner = owners.get(accounts.get(contactId ?? "") ?? "") ?? "";
    const whose = ours.has(type) ? String(props.personId ?? owner) : owner;
    return own.has(owner) && own.has(whose) && props.automated !== true ? [type] : [];
  });
};

describe("counting, against plain loops over the same sample", () => {
  it("tells the win rate by source of a quarter", async () => {
    const { groups, figures } = await ask({ metric: "win_rate", by: "source", period: quarter });
    const closed = ownDeals().filter(
      ({ status, closedAt }) => status !== "open" && inQuarter(closedAt),
    );
    expect(figures[0]?.sample).toBe(closed.length);
    const expected = [...groupBy(closed, (deal) => leadOf(deal)?.source ?? null)].map(
      ([key, deals]) => [key, deals.filter(({ status }) => status === "won").length, deals.length],
    );
    const got = groups.map(({ key, figures: [figure] }) => [key, figure?.part, figure?.sample]);
    expect(got.sort()).toEqual(expected.sort());
    expect(closed.length).toBeGreaterThan(10);
  });

  it("adds up won amounts by month, each currency on its own", async () => {
    const period = { from: "2026-01-01", to: "2026-12-31", unit: "year" } as const;
    const { groups } = await ask({ metric: "won_amount", by: "month", period });
    const london = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
    });
    const expected = new Map<string, number>();
    for (const { status, amount, currency, closedAt } of ownDeals()) {
      const month = london.format(closedAt ?? 0);
      if (status !== "won" || amount === null || !month.startsWith("2026")) continue;
      const key = `${month} ${currency}`;
      expected.set(key, (expected.get(key) ?? 0) + amount);
    }
    const got = groups.flatMap(({ key, figures }) =>
      figures.map(({ currency, value }) => [`${key} ${currency}`, value] as const),
    );
    expect(new Map(got)).toEqual(expected);
    expect(groups).toHaveLength(12);
  });

  it("finds the middle of the days to win by industry", async () => {
    const { groups } = await ask({ metric: "cycle_days", by: "industry" });
    const won = ownDeals().filter(({ status }) => status === "won");
    for (const [industry, deals] of groupBy(won, (deal) => accountOf(deal)?.industry ?? null)) {
      const days = deals
        .map(({ openedAt, closedAt }) => ((closedAt ?? 0) - (openedAt ?? 0)) / 86_400_000)
        .sort((a, b) => a - b);
      const middle = ((days[(days.length - 1) >> 1] ?? 0) + (days[days.length >> 1] ?? 0)) / 2;
      const group = groups.find(({ key }) => key === industry);
      expect(group?.figures[0]?.value).toBeCloseTo(middle, 6);
      expect(group?.figures[0]?.sample).toBe(days.length);
    }
  });

  it("counts open deals by person, and lost ones to one competitor", async () => {
    const open = await ask({ metric: "deals_open", by: "person" });
    for (const { key, figures } of open.groups) {
      const own = ownDeals().filter(({ ownerId, status }) => ownerId === key && status === "open");
      expect(figures[0]?.value).toBe(own.length);
    }
    const where = [{ dimension: "competitor" as const, values: ["Corvane"] }];
    const lost = await ask({ metric: "deals_lost", where });
    const expected = ownDeals().filter(
      ({ status, competitor }) => status === "lost" && competitor === "Corvane",
    );
    expect(lost.figures[0]?.value).toBe(expected.length);
  });

  it("counts touches by kind: ours for whoever made them, theirs for the owner", async () => {
    const { groups } = await ask({ metric: "touches", by: "kind" });
    const expected = new Map<string, number>();
    for (const type of ownTouches()) expected.set(type, (expected.get(type) ?? 0) + 1);
    expect(new Map(groups.map(({ key, figures }) => [key, figures[0]?.value]))).toEqual(expected);
  });

  it("tells of no time before where none was asked for", async () => {
    const { before, groups } = await ask({ metric: "deals_won", by: "person", period: quarter });
    expect(before).toEqual([]);
    expect(groups.flatMap((group) => group.before)).toEqual([]);
  });

  it("compares with as much of the month before as has passed of this one", async () => {
    const period = { from: "2026-11-01", to: "2026-11-30", unit: "month" } as const;
    const { beforePeriod, before } = await ask({ metric: "deals_created", period, compare: true });
    expect(beforePeriod).toEqual({ from: "2026-10-01", to: "2026-10-23", unit: "days" });
    // British summer time ended on 25 October.
    const expected = ownDeals().filter(
      ({ openedAt }) =>
        openedAt !== null &&
        openedAt >= Date.UTC(2026, 8, 30, 23) &&
        openedAt < Date.UTC(2026, 9, 23, 23),
    );
    expect(before[0]?.value).toBe(expected.length);
  });
});

const every = (scope: CountRequest["scope"]): CountRequest[] =>
  metricIds.flatMap((metric) => {
    const { by, hasTime } = metrics[metric];
    const period = { from: "2026-01-01", to: "2026-11-23", unit: "days" } as const;
    const base = { where: [], range: null, buckets: null, scope, askerId: helen, now: testNow };
    const timed = timeDimensions.map((time) => ({
      ...{ ...base, metric, by: time },
      buckets: bucketsOf(period, { by: time, timeZone: zone }) ?? null,
    }));
    const split = [null, ...by].map((one) => ({ ...base, metric, by: one }));
    const filtered = by.map((one) => ({
      ...{ ...base, metric, by: null },
      where: [{ dimension: one, values: [`x"; DROP TABLE "Deal"; --`, "') OR 1=1 --"] }],
    }));
    return [...split, ...(hasTime ? timed : []), ...filtered] as CountRequest[];
  });

describe("the reach of a question", () => {
  it("bounds every metric, split and filter there is: nobody in it, nothing counted", async () => {
    const counted = await world.askData.count(every([]));
    expect(counted.flatMap(({ rows }) => rows)).toEqual([]);
    for (const { sql } of counted) {
      const first = sql[0];
      expect(first?.text).toContain('IN (SELECT "value" FROM json_each(:scope))');
      expect(first?.parameters.scope).toBe("[]");
    }
  });

  it("keeps what was said out of the SQL, and the tables as they are", async () => {
    const requests = every(reach.scope).filter(({ where }) => where.length > 0);
    const counted = await world.askData.count(requests);
    expect(counted.flatMap(({ rows }) => rows)).toEqual([]);
    expect(counted.some(({ sql }) => sql.some(({ text }) => text.includes("DROP")))).toBe(false);
    expect(await world.records.read.deals.count({})).toBe(world.sample.deals.length);
  });

  it("is a rep's own records alone, and their names", async () => {
    expect(repReach.scope.map(({ id }) => id)).toEqual(["per_sample_ana"]);
    const people = repReach.vocabulary.named.filter(({ dimension }) => dimension === "person");
    expect(people.map(({ value }) => value)).toEqual(["per_sample_ana"]);
  });

  it("does not reach the other manager's team", () => {
    expect(reach.scope.map(({ id }) => id)).not.toContain("per_sample_siyuan");
    const regions = reach.vocabulary.named.filter(({ dimension }) => dimension === "region");
    expect(regions.map(({ value }) => value)).not.toContain("华东");
  });
});

describe("a question that takes too long", () => {
  it("is given up", async () => {
    const dataDir = "/nowhere";
    const hasty = createAskData({ dataDir, sql: world.records.sql, timeoutMs: 1 });
    await expect(hasty.count(every([]).slice(0, 1))).rejects.toMatchObject({ code: "ask_slow" });
  });
});

describe("figures of empty data", () => {
  it("are a nought where something is counted, and nothing where there is no rate", () => {
    expect(toFigures("count", [])).toMatchObject([{ value: 0, sample: 0 }]);
    expect(toFigures("rate", [])).toEqual([]);
  });
});
