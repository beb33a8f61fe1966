import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotFound, Refused, RetryLater } from "../../src/core/errors.ts";
import type { NewJob, Unit } from "../../src/core/ports.ts";
import type { Loop } from "../../src/loop.ts";
import { createJobRunner, type JobHandler } from "../../src/store/job-runner.ts";
import { type Job, nextJobAt, releaseJobs, takeJobs } from "../../src/store/jobs.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { newFolder } from "../helpers/records.ts";

const leaseMs = 60_000;
const clock = () => now;

let now: number;
let file: string;
let records: Records;
let runner: Loop;
let handle: JobHandler;
let results: string[];
let errors: string[];

async function open(): Promise<void> {
  records = await openRecords({ file, clock, newId: createNewId() });
  runner = createRunner();
}

function createRunner(maxAttempts = 3): Loop {
  return createJobRunner({
    records,
    clock,
    leaseMs,
    kinds: {
      test: { run: (payload, job) => handle(payload, job) },
    },
    onResult: (_kind, result) => results.push(result),
    onError: (error) => errors.push(error instanceof Error ? error.message : String(error)),
    maxAttempts,
  });
}

beforeEach(async () => {
  now = testNow;
  file = join(newFolder(), "records.db");
  results = [];
  errors = [];
  handle = async (payload) => async (unit) => putPerson(unit, String(payload));
  await open();
});
afterEach(async () => {
  await runner.stop();
  await records.close();
});

const putPerson = (unit: Unit, id: string) => unit.putRecords("person", [aPerson(id)]);
const done = async () => (await records.read.people.find({})).map((person) => person.id);

/** Schedules jobs of which each makes a person of its name. */
function schedule(...jobs: (Partial<NewJob> & { key: string })[]): Promise<void> {
  return records.write(async (unit) => {
    for (const job of jobs) unit.schedule({ kind: "test", payload: job.key, ...job });
  });
}

const take = (limit = 20) => takeJobs(records, { now, leaseMs, limit });
const rowOf = (key: string) => records.client.job.findUniqueOrThrow({ where: { key } });

describe("scheduling", () => {
  it("takes a key once for good, also after the job is done", async () => {
    await schedule({ key: "a" });
    await schedule({ key: "a", payload: "other" });
    await runner.drain();
    await schedule({ key: "a" });
    await runner.drain();
    expect(results).toEqual(["done"]);
    expect((await rowOf("a")).payload).toBe("a");
  });

  it("takes a key once within one transaction", async () => {
    await schedule({ key: "a" }, { key: "a", payload: "other" });
    expect((await take()).map((job) => job.payload)).toEqual(["a"]);
  });

  it("takes thousands at once", async () => {
    const keys = Array.from({ length: 3_000 }, (_, index) => ({ key: `k${index}` }));
    await schedule(...keys);
    await schedule(...keys);
    expect(await records.client.job.count()).toBe(3_000);
  });
});

describe("taking jobs", () => {
  it("goes by when they are due, then by when they were scheduled", async () => {
    await schedule({ key: "late", runAt: now - 1 }, { key: "b" }, { key: "a" });
    await schedule({ key: "early", runAt: now - 5 }, { key: "tomorrow", runAt: now + 86_400_000 });
    expect((await take()).map((job) => job.payload)).toEqual(["early", "late", "b", "a"]);
  });

  it("leaves a job to who took it until the lease ends", async () => {
    await schedule({ key: "a" });
    expect(await take()).toMatchObject([{ attempts: 1 }]);
    now += leaseMs - 1;
    expect(await take()).toEqual([]);
    now += 1;
    expect(await take()).toMatchObject([{ attempts: 2 }]);
  });

  it("gives back at start what a dead process held", async () => {
    await schedule({ key: "a" }, { key: "b" });
    await take(1);
    await records.close();
    await open();
    expect((await take()).map((job) => job.payload)).toEqual(["b"]);
    await releaseJobs(records);
    expect(await nextJobAt(records)).toBeLessThanOrEqual(now);
    await runner.drain();
    expect(await done()).toEqual(["a", "b"]);
  });
});

describe("when the next job is due", () => {
  it("is unknown with none waiting", async () => {
    await schedule({ key: "a" });
    await runner.drain();
    expect(await nextJobAt(records)).toBeUndefined();
  });

  it("is the earliest time of those waiting", async () => {
    await schedule({ key: "a", runAt: now + 9_000 }, { key: "b", runAt: now + 5_000 });
    expect(await nextJobAt(records)).toBe(now + 5_000);
  });

  it("is when a lease ends", async () => {
    await schedule({ key: "a" });
    await take();
    expect(await nextJobAt(records)).toBe(now + leaseMs);
  });

  it("is not hidden by an earlier job that is running", async () => {
    await schedule({ key: "a" });
    await take();
    await schedule({ key: "b", runAt: now + 5_000 });
    expect(await nextJobAt(records)).toBe(now + 5_000);
  });
});

describe("running a job", () => {
  it("commits its effects and its being done together", async () => {
    await schedule({ key: "a" });
    await runner.drain();
    expect(await done()).toEqual(["a"]);
    expect(await rowOf("a")).toMatchObject({ state: "done", leaseTo: null, error: null });
    expect((await rowOf("a")).doneAt?.getTime()).toBe(now);
  });

  it("leaves nothing of one that fails within its transaction", async () => {
    handle = async () => async (unit) => {
      await putPerson(unit, "half");
      unit.schedule({ kind: "test", key: "child", payload: "child" });
      throw new Error("no");
    };
    await schedule({ key: "a" });
    await runner.drain();
    expect(await done()).toEqual([]);
    expect(await records.client.job.count()).toBe(1);
    expect(await rowOf("a")).toMatchObject({ state: "queued", attempts: 1, error: "Error: no" });
  });

  it("runs a job that another scheduled", async () => {
    handle = async (payload) => async (unit) => {
      await putPerson(unit, String(payload));
      if (payload === "a") unit.schedule({ kind: "test", key: "child", payload: "child" });
    };
    await schedule({ key: "a" });
    await runner.drain();
    expect(await done()).toEqual(["a", "child"]);
  });

  it("goes on with the next when one fails", async () => {
    handle = async (payload) => {
      if (payload === "bad") throw new Error("no");
      return (unit) => putPerson(unit, String(payload));
    };
    await schedule({ key: "bad" }, { key: "good" });
    await runner.drain();
    expect(await done()).toEqual(["good"]);
    expect(results).toEqual(["retried", "done"]);
  });

  it("fails one of a kind that nobody handles", async () => {
    await schedule({ key: "a", kind: "unheard" });
    await runner.drain();
    expect((await rowOf("a")).state).toBe("failed");
    expect(errors).toEqual(["No handler for jobs of kind unheard."]);
  });

  it("commits effects once when two runners outlive each other's lease", async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let runs = 0;
    handle = async () => {
      runs += 1;
      if (runs === 1) await held;
      return (unit) => putPerson(unit, unit.newId("person"));
    };
    await schedule({ key: "a" });
    const slow = runner.drain();
    while (runs === 0) await new Promise((resolve) => setImmediate(resolve));
    now += leaseMs;
    const other = createRunner();
    await other.drain();
    letGo();
    await slow;
    await other.stop();
    expect(runs).toBe(2);
    expect((await done()).length).toBe(1);
    expect(await rowOf("a")).toMatchObject({ state: "done", attempts: 2 });
  });
});

describe("a job that fails", () => {
  const failWith = (make: () => Error) => {
    handle = async () => {
      throw make();
    };
  };

  it.each([
    ["refused", () => new Refused("no", "never")],
    ["about something gone", () => new NotFound("lead", "gone")],
  ])("%s is given up at once", async (_name, make) => {
    failWith(make);
    await schedule({ key: "a" });
    await runner.drain();
    expect(await rowOf("a")).toMatchObject({ state: "failed", attempts: 1, leaseTo: null });
    expect(results).toEqual(["failed"]);
  });

  it("for want of something outside is tried again when that said", async () => {
    failWith(() => new RetryLater("busy", { afterMs: 7_000 }));
    await schedule({ key: "a" });
    await runner.drain();
    expect(await nextJobAt(records)).toBe(now + 7_000);
  });

  it("for want of something that stays away waits longer each time, so as not to be given up within a minute", async () => {
    runner = createRunner(6);
    failWith(() => new RetryLater("busy", { afterMs: 2_000 }));
    await schedule({ key: "a" });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await runner.drain();
      const at = (await nextJobAt(records)) ?? now;
      waits.push(at - now);
      now = at;
    }
    expect(waits).toEqual([2_000, 2_000, 2_000, 16_000, 32_000]);
  });

  it("for any other reason is tried later each time, then given up", async () => {
    failWith(() => new Error("no"));
    await schedule({ key: "a" });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await runner.drain();
      const at = (await nextJobAt(records)) ?? now;
      waits.push(at - now);
      now = at;
    }
    await runner.drain();
    expect(waits).toEqual([2_000, 4_000]);
    expect(await rowOf("a")).toMatchObject({ state: "failed", attempts: 3 });
    expect(results).toEqual(["retried", "retried", "failed"]);
  });

  it("comes back by itself", async () => {
    let job: Job | undefined;
    handle = async (payload, attempt) => {
      job = attempt;
      if (attempt.attempts === 1) throw new RetryLater("busy", { afterMs: 10 });
      return (unit) => putPerson(unit, String(payload));
    };
    await schedule({ key: "a" });
    await runner.drain();
    now += 10;
    while (job?.attempts !== 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await runner.drain();
    expect(await done()).toEqual(["a"]);
  });
});
