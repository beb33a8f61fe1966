import { afterEach, beforeEach, expect, it } from "vitest";
import type { NewJob } from "../../../src/core/ports.ts";
import { claimSchema } from "../../../src/core/strategy/claim.ts";
import { gatherCourses } from "../../../src/core/strategy/gather-courses.ts";
import { isFirstHalf, suggestClaims } from "../../../src/core/strategy/suggest.ts";
import { planWeek } from "../../../src/core/strategy/weekly/ask-week.ts";
import { createSample } from "../../../src/sample/create-sample.ts";
import { loadSample } from "../../../src/sample/load-sample.ts";
import { testNow } from "../../helpers/people.ts";
import { strategyServices } from "../../helpers/strategy.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const day = 86_400_000;
let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const services = () => strategyServices(world);

it("asks each manager on Friday at ten where they are, and after a holiday on the next working day", async () => {
  await world.add("person", "per_gao", { ...manager, name: "Gao", timeZone: "Asia/Shanghai" });
  const jobs: NewJob[] = [];
  // The Thursday before 1 May 2026, a Friday and a holiday in China, with make-up work on Saturday 9 May.
  const effect = await planWeek({ runAt: Date.UTC(2026, 3, 30) }, services());
  await world.ringside.records.write(async (unit) => {
    await effect({ ...unit, schedule: (job) => jobs.push(job) });
  });
  const at = (id: string) => jobs.find(({ key }) => key.includes(id))?.runAt;
  expect(at("per_mia")).toBe(Date.UTC(2026, 4, 1, 9));
  expect(at("per_gao")).toBe(Date.UTC(2026, 4, 6, 2));
});

const manager = { role: "manager", teamId: "tea_all" } as const;

it("finds deals, actions and candidates in a team's own records", async () => {
  const sample = createSample({ now: testNow });
  const { records, gate, events } = world.ringside;
  await loadSample(sample, { store: records, gate, events });
  const managerId = sample.featured.manager;
  const wanted = claimSchema.parse({
    ...{ action: { kind: "touch", type: "meeting.held" }, outcome: "won" },
  });
  const whom = { managerId, now: testNow };
  const courses = await gatherCourses(services(), wanted, whom);
  expect(courses.length).toBeGreaterThan(100);
  expect(courses.every(({ spans }) => spans.every(({ from, to }) => from < to))).toBe(true);
  const halves = courses.filter(isFirstHalf).length / courses.length;
  expect(halves).toBeGreaterThan(0.35);
  expect(halves).toBeLessThan(0.65);
  const found = await suggestClaims(services(), { ...whom, from: testNow - 365 * day });
  expect(found.length).toBeLessThanOrEqual(2);
  expect(found.every(({ claim, need }) => claim.isSuggested && need >= 20)).toBe(true);
});
