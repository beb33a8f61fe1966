import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Envelope, taskEvent } from "../emulators/lark/envelopes.ts";
import { refusal } from "../emulators/lark/faults.ts";
import { doubt, doubts, openActions, owned, switchOn } from "../helpers/doubt.ts";
import { type LarkScene, prepareLark } from "../helpers/lark-surface.ts";
import type { SurfaceDriver } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld, type World } from "../helpers/world.ts";

beforeAll(() => sharedTraining().reload());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const ticked = 5;
const opened = 6;

let scene: LarkScene;
let world: World;
let driver: SurfaceDriver;
afterEach(async () => {
  await world.close();
  await scene.close();
});

/** An action for one person, on their own card. */
async function begin(mode: "long" | "http", owner = "per_ana"): Promise<void> {
  scene = await prepareLark(mode);
  world = await createWorld([scene.surface]);
  driver = await scene.open(world);
  await owned(world, owner);
  await switchOn(world, doubt);
  await doubts(world);
}

const tasks = () => [...scene.emulator.state.tasks.values()];
const last = async (who = "per_ana") => (await driver.shows(who)).at(-1)?.text ?? "";
const stateOf = async () => (await world.ringside.records.read.nextActions.find({}))[0]?.state;
const calls = (method: string) =>
  scene.emulator.state.calls.filter((one) => one.method === method && one.path.includes("/task/"));

async function taps(label: string, who = "per_ana") {
  const buttons = (await driver.shows(who)).flatMap((shown) => shown.buttons);
  const ref = buttons.findLast((one) => one.label === label)?.ref;
  if (!ref) throw new Error(`no button ${label}`);
  const outcome = await driver.presses(who, ref);
  await world.ringside.drain();
  return outcome;
}

/** What its person does to the task in Lark's own list. */
async function does(what: number, eventId?: string): Promise<void> {
  const [task] = tasks();
  if (!task) throw new Error("no task");
  task.completed_at = what === ticked ? String(world.ringside.clock()) : "0";
  await hears({ taskId: task.guid, what, ...(eventId ? { eventId } : {}) });
}

async function hears(news: { taskId: string; what: number; eventId?: string }): Promise<void> {
  const at = world.ringside.clock();
  const event: Envelope = taskEvent(scene.emulator.state.app, { at, ...news });
  await scene.deliver(event);
  await world.ringside.drain();
}

describe.each(["long", "http"] as const)("an action as a task in Lark (%s)", (mode) => {
  it("is added once, moves with the action, and is ticked off on either side", async () => {
    await begin(mode);
    expect((await taps("Add to my tasks")).toast).toBe("It is on its way to your tasks.");
    const [task, ...others] = tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      ...{ summary: "Call Wang Li · Acme Medical", assignee: "ou_per_ana", completed_at: "0" },
      ...{ description: "Quiet doubt about the price" },
      origin: { href: { url: expect.stringContaining("/client/bot/open?appId=cli_") } },
    });
    const [action] = await openActions(world);
    expect(task?.due?.timestamp).toBe(String(action?.dueAt));
    expect(await last()).toContain("Also in your tasks");
    expect((await driver.shows("per_ana")).flatMap(({ buttons }) => buttons)).not.toContainEqual(
      expect.objectContaining({ label: "Add to my tasks" }),
    );

    await taps("In 1 hour");
    expect(tasks()[0]?.due?.timestamp).toBe(String(world.ringside.clock() + hourMs));
    await does(ticked, "e_ticked");
    expect(await stateOf()).toBe("done");
    expect(await last()).toContain("Done · Quiet doubt about the price");
    const changes = calls("PATCH").length;
    await does(ticked, "e_ticked");
    expect(calls("PATCH")).toHaveLength(changes);

    await taps("Undo");
    expect(tasks()[0]?.completed_at).toBe("0");
    await taps("Done");
    expect(Number(tasks()[0]?.completed_at)).toBeGreaterThan(0);
    // The platform tells of our own changes too.
    await hears({ taskId: task?.guid ?? "", what: ticked });
    expect(await stateOf()).toBe("done");
    await does(opened);
    expect(await openActions(world)).toHaveLength(1);
    await does(ticked);
    await world.passes(11 * minuteMs);
    await does(opened);
    expect(await stateOf()).toBe("done");
    await hears({ taskId: "somebody-elses", what: ticked });
    await hears({ taskId: task?.guid ?? "", what: 1 });
    expect(calls("POST")).toHaveLength(1);
  });

  it("says in Chinese what to ask for where the app may not write, and tries again", async () => {
    await begin(mode, "per_lei");
    const { scopes } = scene.emulator.state;
    scopes.set("task:task:write", false);
    expect((await taps("加到我的任务", "per_lei")).toast).toBe("正在加到您的任务。");
    expect(await last("per_lei")).toContain("没能加到您的任务：致电 Wang Li · Acme Medical");
    expect(await last("per_lei")).toContain("开通 task:task:write, task:task:read 并发布版本");
    scopes.set("task:task:write", true);
    await world.passes(minuteMs);
    await taps("加到我的任务", "per_lei");
    expect(tasks()).toMatchObject([{ summary: "致电 Wang Li · Acme Medical" }]);
    await taps("完成", "per_lei");
    expect(Number(tasks()[0]?.completed_at)).toBeGreaterThan(0);
  });
});

describe("a task whose platform fails", () => {
  const path = /\/task\/v2\/tasks$/;

  it("is there once though the first answer was lost", async () => {
    await begin("http");
    scene.emulator.faults.add({ path, after: true, status: 500 });
    await taps("Add to my tasks");
    await world.passes(minuteMs);
    expect(tasks()).toHaveLength(1);
    expect(await last()).toContain("Also in your tasks");
  });

  it("goes with an action that is not useful, and with one deleted in Lark the button is back", async () => {
    await begin("http");
    await taps("Add to my tasks");
    scene.emulator.state.tasks.clear();
    await taps("Tomorrow");
    expect(await last()).not.toContain("Also in your tasks");
    await world.passes(minuteMs);
    await taps("Add to my tasks");
    expect(tasks()).toHaveLength(1);
    await taps("Not useful");
    const form = (await driver.shows("per_ana")).at(-1)?.form;
    const submit = form?.submits.find(({ label }) => label === "Not useful");
    await driver.submits("per_ana", submit?.ref ?? "", { reason: "known_already", note: "" });
    await world.ringside.drain();
    expect(await stateOf()).toBe("useless");
    expect(tasks()).toEqual([]);
  });

  it("is added once when everything stops between the press and the call", async () => {
    await begin("http");
    const buttons = (await driver.shows("per_ana")).flatMap((shown) => shown.buttons);
    const ref = buttons.find(({ label }) => label === "Add to my tasks")?.ref ?? "";
    await driver.presses("per_ana", ref);
    expect(tasks()).toEqual([]);
    const { dataDir } = world.ringside;
    await world.close();
    world = await createWorld([scene.surface], { dataDir });
    driver = await scene.open(world);
    await world.ringside.drain();
    await world.passes(hourMs);
    expect(tasks()).toHaveLength(1);
  });

  it("is given up with a sentence when Lark refuses it for good", async () => {
    await begin("http");
    scene.emulator.faults.add({ path, ...refusal(1470400) });
    await taps("Add to my tasks");
    expect(await last()).toContain("The task list did not take it.");
    expect(await openActions(world)).toHaveLength(1);
  });
});
