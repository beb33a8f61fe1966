import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Refused, RetryLater } from "../../../../../src/core/errors.ts";
import {
  doAction,
  markUseless,
  undoAction,
} from "../../../../../src/core/journey/actions/close-action.ts";
import { wakeAction } from "../../../../../src/core/journey/actions/deadlines.ts";
import type { NextAction } from "../../../../../src/core/journey/actions/next-action.ts";
import { snoozeHour } from "../../../../../src/core/journey/actions/snooze-action.ts";
import { addTask } from "../../../../../src/core/journey/actions/tasks/add-task.ts";
import {
  followTask,
  newsJob,
  scheduleNews,
} from "../../../../../src/core/journey/actions/tasks/follow-task.ts";
import type {
  PlatformTasks,
  TaskContent,
  TaskPlace,
} from "../../../../../src/core/journey/actions/tasks/platform-tasks.ts";
import {
  dropJob,
  removeAction,
  taskJob,
} from "../../../../../src/core/journey/actions/tasks/put-action.ts";
import { giveUpTask, syncTask } from "../../../../../src/core/journey/actions/tasks/sync-task.ts";
import type { NewJob, Unit } from "../../../../../src/core/ports.ts";
import type { Effect } from "../../../../../src/core/use-case.ts";
import type { Records } from "../../../../../src/store/records/records.ts";
import { aPerson, testNow } from "../../../../helpers/people.ts";
import { openTestRecords } from "../../../../helpers/records.ts";

const hourMs = 3_600_000;
const ana = aPerson("per_ana");

let records: Records;
let now = testNow;
beforeAll(async () => {
  records = await openTestRecords(() => now);
});
afterAll(() => records.close());

let number = 0;

/** One action of Ana's, and a platform that keeps a list for her and tells of every tick, ours too. */
async function createStage({ refuses }: { refuses?: Refused } = {}) {
  number += 1;
  const id = `nxt_${number}`;
  const jobs: NewJob[] = [];
  const titles: string[] = [];
  const list = new Map<string, TaskContent>();
  const keys = new Map<string, string>();
  const write = <Result>(work: (unit: Unit) => Promise<Result>) =>
    records.write((unit) =>
      work({
        ...unit,
        schedule: (job) => void jobs.push(job),
        post: ({ card }) => void titles.push(card.title),
      }),
    );
  const placeOf = (taskId: string): TaskPlace => ({ surface: "lark", connection: "c", taskId });
  const tells = (taskId: string) => jobs.push({ kind: newsJob, key: "", payload: placeOf(taskId) });
  const tasks: PlatformTasks = {
    async add(_personId, content, key) {
      if (refuses) throw refuses;
      const taskId = keys.get(key) ?? `tsk_${number}_${keys.size}`;
      if (!keys.has(key)) list.set(taskId, content);
      keys.set(key, taskId);
      return placeOf(taskId);
    },
    async change({ taskId }, content) {
      const before = list.get(taskId);
      if (!before) return false;
      list.set(taskId, content);
      if (before.isDone !== content.isDone) tells(taskId);
      return true;
    },
    remove: async ({ taskId }) => void list.delete(taskId),
    read: async ({ taskId }) => list.get(taskId),
  };
  const run = (kind: string, payload: unknown) => {
    if (kind === taskJob) return syncTask({ actionId: id }, { read: records.read, tasks });
    return followTask(payload as TaskPlace, { read: records.read, tasks });
  };
  /** Runs one of the waiting jobs; one that has to wait comes again. */
  const runOne = async (index: number): Promise<void> => {
    const [job] = jobs.splice(index % jobs.length, 1);
    if (!job || ![taskJob, newsJob].includes(job.kind)) return;
    try {
      await write(await run(job.kind, job.payload));
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      jobs.push(job);
    }
  };
  await records.write(async (unit) => unit.nextActions.put(anAction(id)));
  const action = async () => (await records.read.nextActions.get(id)) as NextAction;
  return {
    ...{ id, jobs, list, titles, tasks, write, action, runOne },
    ask: { person: ana, params: { actionId: id } },
    does: (effect: Effect) => write(effect),
    async settles() {
      for (let round = 0; jobs.length > 0; round += 1) {
        if (round > 500) throw new Error("the two sides never agree");
        await runOne(0);
      }
    },
    ticks(isDone: boolean) {
      const [[taskId, content] = []] = list;
      if (!taskId || !content || content.isDone === isDone) return;
      list.set(taskId, { ...content, isDone });
      tells(taskId);
    },
  };
}

function anAction(id: string): NextAction {
  return {
    ...{ id, matchId: null, personId: ana.id, contactId: "con_1", accountId: null, dealId: null },
    ...{ action: "call", talkTrack: null, state: "open", dueAt: testNow + hourMs, snoozedTo: null },
    reasons: {
      ...{ ruleId: "r", ruleName: { en: "A rule" }, customer: "Wang Li", value: 0.5, round: 0 },
      ...{ evidence: [], lines: [], language: "en", contactName: "Wang Li" },
    },
    ...{ createdAt: testNow, closedAt: null },
  };
}

beforeAll(async () => {
  const apply = (unit: Unit) => unit.putRecords("person", [ana]);
  await records.write(apply);
});

type Stage = Awaited<ReturnType<typeof createStage>>;

/** A name is something somebody does, a number one of the waiting jobs that runs. */
const step = fc.oneof(
  fc.constantFrom("add", "done", "undo", "later", "useless", "tick", "untick"),
  fc.nat(9),
);

async function take(stage: Stage, one: string | number): Promise<unknown> {
  if (typeof one === "number") return stage.jobs.length > 0 && stage.runOne(one);
  if (one === "tick" || one === "untick") return stage.ticks(one === "tick");
  const { ask } = stage;
  const effects: Record<string, () => Effect> = {
    add: () => addTask(ask),
    done: () => doAction(ask),
    undo: () => undoAction(ask),
    later: () => snoozeHour(ask),
    useless: () => markUseless({ ...ask, values: { reason: "known_already" } }),
  };
  const effect = effects[one]?.();
  return effect && stage.does(effect);
}

it("leaves both sides agreeing, whatever happens on either and in which order it is heard", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const stage = await createStage();
      for (const one of steps) await take(stage, one);
      await stage.settles();
      const { state, dueAt, snoozedTo, reasons } = await stage.action();
      const tasks = [...stage.list.values()];
      const due = state === "snoozed" ? snoozedTo : dueAt;
      const isDone = state === "done";
      const wanted = reasons.task ? [{ isDone, dueAt: due }] : [];
      expect(tasks.map((task) => ({ isDone: task.isDone, dueAt: task.dueAt }))).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

it("is never led astray by what the platform tells of changes made here", async () => {
  const here = fc.oneof(fc.constantFrom("add", "done", "undo", "later"), fc.nat(9));
  await fc.assert(
    fc.asyncProperty(fc.array(here, { maxLength: 25 }), async (steps) => {
      const stage = await createStage();
      const alone = await createStage();
      for (const one of steps) {
        await take(stage, one);
        if (one !== "add" && typeof one === "string") await take(alone, one);
      }
      await stage.settles();
      expect((await stage.action()).state).toBe((await alone.action()).state);
    }),
    { numRuns: 60 },
  );
});

it("does not take back what its person decided while the platform was read", async () => {
  const stage = await createStage();
  await stage.does(addTask(stage.ask));
  await stage.settles();
  stage.ticks(true);
  const place = stage.jobs.pop()?.payload as TaskPlace;
  const effect = await followTask(place, { read: records.read, tasks: stage.tasks });
  await stage.does(snoozeHour(stage.ask));
  await expect(stage.write(effect)).rejects.toBeInstanceOf(RetryLater);
  expect((await stage.action()).state).toBe("snoozed");
});

it("moves with an action that comes back from a snooze, and goes with one that is taken out", async () => {
  const stage = await createStage();
  await stage.does(addTask(stage.ask));
  await stage.does(snoozeHour(stage.ask));
  await stage.settles();
  now += hourMs;
  await stage.write(await wakeAction({ actionId: stage.id }));
  await stage.settles();
  expect([...stage.list.values()]).toMatchObject([{ dueAt: now + 2 * hourMs }]);
  const action = await stage.action();
  await stage.write((unit) => removeAction(unit, action));
  expect(stage.jobs).toMatchObject([{ kind: dropJob, payload: action.reasons.task?.place }]);
  now = testNow;
});

it.each([
  ["tasks.nowhere", "Where you write to me there is no task list for you."],
  ["lark.1", "The task list did not take it."],
])("says once why it is not there (%s), and offers it again", async (code, why) => {
  const stage = await createStage({ refuses: new Refused(code, "no") });
  await stage.does(addTask(stage.ask));
  expect(await stage.does(addTask(stage.ask))).toMatchObject({
    toast: "It is in your tasks already, or on its way.",
  });
  const posts: string[] = [];
  const effect = await syncTask({ actionId: stage.id }, { read: records.read, tasks: stage.tasks });
  await records.write((unit) =>
    effect({ ...unit, post: ({ card }) => void posts.push(JSON.stringify(card)) }),
  );
  expect(posts.join()).toContain(why);
  expect((await stage.action()).reasons.task).toBeUndefined();
});

it("is given up with a sentence after hours without an answer", async () => {
  const stage = await createStage();
  await stage.does(addTask(stage.ask));
  await stage.write(await giveUpTask({ actionId: stage.id }));
  expect(stage.titles).toContain("Not in your tasks: Call Wang Li");
});

it("hears the same news once", async () => {
  const stage = await createStage();
  const place = { surface: "lark", connection: "c", taskId: "t" };
  await stage.write(async (unit) => scheduleNews(unit, { key: "lark:c:e1", place }));
  expect(stage.jobs).toMatchObject([{ kind: newsJob, key: "action.task.news:lark:c:e1" }]);
});
