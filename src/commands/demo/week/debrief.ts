// The week, 2: a deal is won, its rep says in two minutes what turned it, and the team finds it with `say`.
import { dayMs, minuteMs } from "../../../core/durations.ts";
import type { Deal, Person } from "../../../core/model.ts";
import { operator } from "../../../core/people/actor.ts";
import { fromLocalTime, localTime, nextDay } from "../../../core/people/working-time.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { actionsOf, cardOf, managerOf, repOf, type Scene, type Stage } from "../stage.ts";

export const weekDebrief: Scene = {
  name: "weekDebrief",
  async play(stage): Promise<object> {
    const rep = repOf(stage);
    const manager = await managerOf(stage);
    const { demoWeek } = textsFor(stage.options.language);
    // A manager is told two things a day. Monday had its own; leads left lying would be Tuesday's.
    await takeOffers(stage);
    await stage.passes(untilNextDay(stage, manager));
    const deal = await winsDeal(stage, rep);
    await stage.passes(11 * minuteMs);
    await stage.tell(demoWeek.won({ rep: rep.name, deal: deal.name }));
    const { turned, objection, words } = demoWeek.debrief;
    await stage.fills(rep, { turned, objection, words, named: "yes" });
    await stage.show(rep, await cardOf(stage, rep));
    await stage.presses(rep, "debrief.send");
    await stage.presses(manager, "script.publish");
    await stage.passes(minuteMs);
    await stage.says(rep, demoWeek.say);
    await stage.show(rep, await cardOf(stage, rep));
    const { read } = stage.ringside.records;
    const [asset] = await read.scriptAssets.find({ authorId: rep.id, state: "reviewed" });
    const shown = await read.audits.count({ recordId: asset?.id ?? "", action: "script.shown" });
    return { rep: rep.name, deal: deal.name, text: asset?.text, shown };
  },
};

/** Every rep takes the leads they have been offered, off the stage. */
async function takeOffers(stage: Stage): Promise<void> {
  const { records, localChat } = stage.ringside;
  for (const rep of await records.read.people.find({ role: "rep" })) {
    const cards = await stage.cards(rep);
    const offers = cards.flatMap(actionsOf).filter(({ id }) => id === "lead.accept");
    for (const { ref } of offers) await localChat.tap(rep.id, ref);
  }
  await stage.ringside.drain();
}

/** To the same hour of the next day that is worked where they are. */
function untilNextDay({ ringside: { clock, workdays } }: Stage, { timeZone }: Person): number {
  const { day, minutes } = localTime(clock(), timeZone);
  let next = nextDay(day);
  while (!workdays.isWorkday(next, timeZone)) next = nextDay(next);
  return fromLocalTime({ day: next, minutes }, timeZone) - clock();
}

/** One of the rep's open deals, with all that the contracts ask for before it is over. */
async function winsDeal({ ringside }: Stage, rep: Person): Promise<Deal> {
  const { records, gate, clock } = ringside;
  const open = await records.read.deals.find({ ownerId: rep.id, status: "open" });
  const deal = open.find(({ stage }) => stage === "negotiation") ?? open[0];
  if (!deal) throw new Error(`${rep.name} has no open deal.`);
  const now = clock();
  const set: Partial<Deal> = {
    ...{ status: "won", stage: "won", closedAt: now, closeDate: now, budgetStatus: "confirmed" },
    ...{ amount: deal.amount ?? 30_000, currency: deal.currency ?? "EUR" },
    ...{ nextStep: "kick-off", nextStepDate: now + 7 * dayMs },
    decisionMaker: deal.decisionMaker ?? rep.name,
  };
  const evidence = { kind: "link", ref: "https://files.example/signed" };
  await records.write(async (unit) => {
    const by = { by: operator, via: "api", source: "story" } as const;
    const changes = [{ kind: "deal" as const, id: deal.id, set, evidence }];
    const [refusal] = await gate.apply(unit, { ...by, changes });
    if (refusal) throw new Error(`The deal is not won: ${refusal.message}`);
  });
  return deal;
}
