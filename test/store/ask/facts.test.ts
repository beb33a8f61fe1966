// Metrics over what happens in Ringside itself: offers, actions, updates, health and shared practice.
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerQuery } from "../../../src/core/ask/answer-query.ts";
import type { Dimension } from "../../../src/core/ask/dimensions.ts";
import type { MetricId } from "../../../src/core/ask/metrics.ts";
import { readReach } from "../../../src/core/ask/reach.ts";
import type { Assignment } from "../../../src/core/leads/assigning/assignment.ts";
import type { PracticeReport } from "../../../src/core/training/report/practice-report.ts";
import { createAskData } from "../../../src/store/ask/data.ts";
import { testNow } from "../../helpers/people.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let world: World;

beforeAll(async () => {
  world = await createWorld();
  for (let index = 0; index < 6; index += 1) {
    await world.add("lead", `led_${index}`, {
      title: "lead",
      contactId: "con_wang",
      ownerId: "per_ana",
    });
  }
  const { records, events } = world.ringside;
  await records.write(async (unit) => {
    const stale = await unit.assignments.find({});
    await unit.assignments.remove(...stale.map(({ id }) => id));
    await unit.assignments.put(...[0, 1, 2, 3, 4, 5].map(offer));
    const action = {
      matchId: null,
      contactId: null,
      accountId: "acc_acme",
      dealId: null,
      talkTrack: null,
    };
    const common = {
      ...action,
      personId: "per_ana",
      action: "call",
      snoozedTo: null,
      createdAt: testNow - dayMs,
    };
    await unit.nextActions.put(
      ...(["done", "done", "useless", "open", "expired", "done"] as const).map((state, index) => ({
        ...{ ...common, id: `act_${index}`, state, dueAt: testNow - hourMs },
        ...{ closedAt: state === "open" ? null : testNow - hourMs, reasons: {} as never },
      })),
    );
    const reading = { metric: "kept", at: testNow - dayMs, kept: 6, total: 10 };
    await unit.healthReadings.put(
      { ...reading, id: "old", slice: "person:per_ana", at: testNow - 2 * dayMs, kept: 1 },
      { ...reading, id: "ana", slice: "person:per_ana" },
      { ...reading, id: "lei", slice: "person:per_lei", kept: 8 },
      { ...reading, id: "all", slice: "all", kept: 99, total: 99 },
    );
  });
  const touch = { anonymousId: null, accountId: null, receivedAt: testNow, source: "test" };
  await events.append([
    {
      ...touch,
      id: "t1",
      contactId: "con_wang",
      type: "page.view",
      at: testNow - 9 * dayMs,
      props: {},
    },
    {
      ...touch,
      id: "t2",
      contactId: "con_wang",
      type: "call.made",
      at: testNow - 4 * dayMs,
      props: {},
    },
  ]);
});
afterAll(() => world.close());

/** Accepted after one to five hours, the last one declined. */
const offer = (index: number): Assignment => ({
  ...{ id: `asg_${index}`, leadId: `led_${index}`, repId: "per_ana", fit: 0, contributions: [] },
  ...{
    alternatives: [],
    runnerUpId: null,
    rank: 1,
    weightVersionId: "wgt",
    batch: 1,
    authorId: null,
  },
  ...{ reason: null, declineReason: null, deadlineAt: null, decidedAt: testNow - 5 * dayMs },
  state: index === 5 ? "declined" : "accepted",
  closedAt: testNow - 5 * dayMs + (index + 1) * hourMs,
});

const ask = async (personId: string, metric: MetricId, by: Dimension | null = null) => {
  const { records, dataDir } = world.ringside;
  const person = await records.read.people.get(personId);
  if (!person) throw new Error(personId);
  const data = createAskData({ dataDir, sql: records.sql });
  const reach = await readReach({ read: records.read, data }, person);
  const query = { metric, by, where: [], period: null, order: null, top: null, compare: false };
  const asking = { data, reach, askerId: personId, timeZone: "UTC", now: testNow };
  const answer = await answerQuery(query, asking);
  if (typeof answer === "string") throw new Error(answer);
  return answer;
};

it("tells how offers went: accepted, how many of those over, and after how long", async () => {
  expect((await ask("per_mia", "leads_accepted")).figures[0]).toMatchObject({ value: 5 });
  expect((await ask("per_mia", "accept_rate")).figures[0]).toMatchObject({ part: 5, sample: 6 });
  expect((await ask("per_mia", "hours_to_accept")).figures[0]).toMatchObject({
    value: 3,
    sample: 5,
  });
});

it("finds the first word to a customer in the event log, after the acceptance", async () => {
  const [figure] = (await ask("per_mia", "hours_to_contact")).figures;
  // Accepted one to five hours after five days ago, called four days ago.
  expect(figure).toMatchObject({ value: 21, sample: 5 });
});

it("counts actions by their state", async () => {
  expect((await ask("per_ana", "actions_made")).figures[0]?.value).toBe(6);
  expect((await ask("per_ana", "actions_done")).figures[0]?.value).toBe(3);
  expect((await ask("per_ana", "actions_overdue")).figures[0]?.value).toBe(1);
  expect((await ask("per_ana", "action_done_rate")).figures[0]).toMatchObject({
    part: 3,
    sample: 5,
  });
  expect((await ask("per_lei", "actions_made")).figures[0]?.value).toBe(0);
});

it("takes the last reading of each person's data, within reach", async () => {
  expect((await ask("per_mia", "contract_rate")).figures[0]).toMatchObject({
    part: 14,
    sample: 20,
  });
  expect((await ask("per_ana", "contract_rate")).figures[0]).toMatchObject({ part: 6, sample: 10 });
});

it("counts practice for a manager only when shared, with consent, and after the first thirty days", async () => {
  const { records } = world.ringside;
  const report = (id: string, sharedAt: number | null): PracticeReport => ({
    ...{ id, personId: "per_ana", body: {} as never, sharedAt, at: testNow - 40 * dayMs },
  });
  const evidence = (at: number) => ({
    ...{ id: "evi", personId: "per_ana", skill: "discovery" as never, source: "practice" as const },
    ...{ sourceId: "a", passed: 1, checks: 1, quotes: [], at },
  });
  const consent = {
    id: "cns",
    personId: "per_ana",
    purpose: "practice",
    wording: "1",
    withdrawnAt: null,
  };
  const seen = async () => (await ask("per_mia", "practice_sessions", "person")).figures[0]?.value;
  await records.write((unit) => unit.practiceReports.put(report("a", testNow), report("b", null)));
  expect((await ask("per_ana", "practice_sessions")).figures[0]?.value).toBe(1);
  expect(await seen()).toBe(0);
  await records.write(async (unit) => {
    await unit.consents.put({ ...consent, grantedAt: testNow - 40 * dayMs });
    await unit.skillEvidence.put(evidence(testNow - 20 * dayMs));
  });
  expect(await seen()).toBe(0);
  await records.write((unit) => unit.skillEvidence.put(evidence(testNow - 31 * dayMs)));
  expect(await seen()).toBe(1);
  await records.write((unit) =>
    unit.consents.put({ ...consent, grantedAt: 0, withdrawnAt: testNow }),
  );
  expect(await seen()).toBe(0);
});
