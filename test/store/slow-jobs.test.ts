// Jobs that take long, and jobs that are given up.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused } from "../../src/core/errors.ts";
import type { Unit } from "../../src/core/ports.ts";
import type { Loop } from "../../src/loop.ts";
import { createJobRunner } from "../../src/store/job-runner.ts";
import { nextJobAt } from "../../src/store/jobs.ts";
import type { Records } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { openTestRecords } from "../helpers/records.ts";

const leaseMs = 60_000;
let now: number;
let records: Records;
let runner: Loop;
let slowWork: Promise<void>;

const putPerson = (unit: Unit, id: string) => unit.putRecords("person", [aPerson(id)]);
const done = async () => (await records.read.people.find({})).map((person) => person.id);
const schedule = (kind: string, key: string) =>
  records.write(async (unit) => unit.schedule({ kind, key, payload: key }));

beforeEach(async () => {
  now = testNow;
  records = await openTestRecords(() => now);
  runner = createJobRunner({
    ...{ records, clock: () => now, leaseMs, onError: () => {} },
    kinds: {
      quick: { run: async (payload) => (unit) => putPerson(unit, String(payload)) },
      slow: {
        run: () => slowWork.then(() => (unit: Unit) => putPerson(unit, "slow")),
        isSlow: true,
      },
      hopeless: {
        run: () => Promise.reject(new Refused("no", "Never.")),
        onGivenUp: async (payload) => (unit) => putPerson(unit, `${payload} is lost`),
      },
    },
  });
});
afterEach(async () => {
  await runner.stop();
  await records.close();
});

describe("a job", () => {
  it("that takes long holds up no other, and is not run twice", async () => {
    let finish = () => {};
    slowWork = new Promise((resolve) => {
      finish = resolve;
    });
    await schedule("slow", "s");
    await schedule("quick", "quick");
    const drained = runner.drain();
    await vi.waitUntil(async () => (await done()).includes("quick"));
    now += leaseMs + 1;
    runner.wake();
    expect(await nextJobAt(records, { except: ["slow"] })).toBeUndefined();
    finish();
    await drained;
    expect(await done()).toEqual(["quick", "slow"]);
    const job = await records.client.job.findUniqueOrThrow({ where: { key: "s" } });
    expect(job).toMatchObject({ state: "done", attempts: 1 });
  });

  it("that is given up tells whom it concerns, once", async () => {
    await schedule("hopeless", "a");
    await runner.drain();
    await runner.drain();
    expect(await done()).toEqual(["a is lost"]);
  });
});
