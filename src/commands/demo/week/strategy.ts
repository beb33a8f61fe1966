// The week, 1: Monday's question, a claim, its verdict, what it becomes, and the first hours after.
import { addDays, weekdayOf } from "../../../core/calendar-days.ts";
import { minuteMs } from "../../../core/durations.ts";
import type { Change } from "../../../core/gate/gate.ts";
import { scheduleAssignment } from "../../../core/leads/assigning/schedule-assignment.ts";
import type { Person } from "../../../core/model.ts";
import { operator } from "../../../core/people/actor.ts";
import { fromLocalTime, localTime } from "../../../core/people/working-time.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { sampleFeatured } from "../../../sample/featured.ts";
import { cardOf, managerOf, type Scene, type Stage } from "../stage.ts";
import { fillsOpened } from "./act.ts";
import { plantDeals } from "./planted-deals.ts";

const askedAt = 10 * 60;

export const weekStrategy: Scene = {
  name: "weekStrategy",
  async play(stage): Promise<object> {
    const { records } = stage.ringside;
    const { demoWeek } = textsFor(stage.options.language);
    const rep = await castRep(stage);
    const manager = await managerOf(stage);
    await stage.tell(demoWeek.planted({ count: await plantDeals(stage, rep), rep: rep.name }));
    await stage.says(manager, demoWeek.hour);
    await stage.passes(untilMonday(stage.ringside, manager));
    await stage.tell(demoWeek.asked({ manager: manager.name }));
    await stage.says(manager, demoWeek.claim);
    await stage.presses(manager, "strategy.confirm");
    await stage.passes(minuteMs);
    const verdict = await cardOf(stage, manager);
    await stage.show(manager, verdict);
    const [strategy] = await records.read.strategies.find({
      authorId: manager.id,
      state: "tested",
    });
    const [found] = await records.read.verdicts.find({ strategyId: strategy?.id ?? "" });
    await stage.presses(manager, "strategy.publish");
    if (found?.code !== "supported") {
      await stage.tell(demoWeek.notSupported);
      return { manager: manager.name, verdict: found?.code, decided: 0 };
    }
    await switchOn(stage, manager);
    const decided = await leadsArrive(stage);
    await stage.says(manager, demoWeek.timeline);
    await stage.show(manager, await cardOf(stage, manager));
    return { manager: manager.name, verdict: found.code, decided };
  },
};

async function castRep(stage: Stage): Promise<Person> {
  const [english, chinese] = sampleFeatured;
  const id = stage.options.language === "zh" ? chinese : english;
  const rep = await stage.ringside.records.read.people.get(id ?? "");
  if (!rep) throw new Error("The sample has no such rep.");
  stage.cast.rep = rep;
  return rep;
}

/** To a minute after the question comes, on the next Monday that is worked where the manager is. */
function untilMonday({ clock, workdays }: Stage["ringside"], { timeZone }: Person): number {
  const { day } = localTime(clock(), timeZone);
  let monday = addDays(day, 8 - weekdayOf(day));
  while (!workdays.isWorkday(monday, timeZone)) monday = addDays(monday, 7);
  return fromLocalTime({ day: monday, minutes: askedAt + 1 }, timeZone) - clock();
}

async function switchOn(stage: Stage, manager: Person): Promise<void> {
  const { demoWeek } = textsFor(stage.options.language);
  await stage.presses(manager, "strategy.use");
  await stage.presses(manager, "strategy.on.weights");
  await stage.show(manager, await cardOf(stage, manager));
  const values = { reason: demoWeek.reason };
  await fillsOpened(stage, manager, { actionId: "weights.publish", values });
}

const arriving = 6;

/** New leads at customers the sample knows: decided with the weights that were just put in force. */
async function leadsArrive(stage: Stage): Promise<number> {
  const { ringside, sample, options } = stage;
  const contacts = sample.contacts.filter(({ accountId }) => accountId !== null).slice(0, arriving);
  const changes = contacts.map((contact, index): Change => {
    const about = {
      title: contact.name ?? "",
      contactId: contact.id,
      accountId: contact.accountId,
    };
    return { kind: "lead", id: `led_story_${index}`, create: true, set: about };
  });
  await stage.passes(minuteMs);
  await ringside.records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "story" } as const;
    const [refusal] = await ringside.gate.apply(unit, { ...by, changes });
    if (refusal) throw new Error(`The story's leads do not load: ${refusal.message}`);
    scheduleAssignment(
      unit,
      changes.map(({ id }) => id),
      "story",
    );
  });
  await stage.passes(minuteMs);
  await stage.tell(textsFor(options.language).demoWeek.arrive({ count: arriving }));
  const ids = changes.map(({ id }) => id);
  return ringside.records.read.assignments.count({ leadId: ids });
}
