// A rule that fires more than a team can act on makes no more actions until it fires less, and its manager is told.
import { dailyBudget } from "../../../attention/budget.ts";
import { offerNudge } from "../../../attention/offer-nudge.ts";
import { sentence } from "../../../blocks.ts";
import type { Card } from "../../../card.ts";
import { dayMs } from "../../../durations.ts";
import type { Person } from "../../../model.ts";
import { localTime, type Workdays } from "../../../people/working-time.ts";
import type { Reader, Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { RuleInForce } from "../../rules-in-force.ts";
import { withoutSecrets } from "../lock-screen.ts";

/** The most actions one rule makes within a day. */
export type MostADay = number;

/** A small team still tries a rule out. */
const fewest = 50;

/** One rule that fills the whole budget of every rep leaves no room for any other. */
export function mostActionsADay(people: readonly Person[]): MostADay {
  const reps = people.filter(({ role, active }) => role === "rep" && active).length;
  return Math.max(fewest, reps * dailyBudget.rep);
}

type Counting = {
  fresh: readonly { inForce: RuleInForce }[];
  mostADay: MostADay;
  now: number;
};

/** How many actions each rule that fired may still start now. */
export async function actionsLeft(
  read: Pick<Reader, "matches">,
  { fresh, mostADay, now }: Counting,
): Promise<Map<string, number>> {
  const ids = new Set(fresh.map(({ inForce }) => inForce.rule.id));
  const left = new Map<string, number>();
  for (const ruleId of ids) {
    left.set(ruleId, mostADay - (await read.matches.count({ ruleId, at: { gt: now - dayMs } })));
  }
  return left;
}

type Flood = { inForce: RuleInForce; count: number; workdays: Workdays };

/** Tells whoever published a rule, else a manager, that it makes no more actions for now. */
export async function tellFlood(unit: Unit, { inForce, count, workdays }: Flood): Promise<void> {
  const version = await unit.ruleVersions.get(inForce.versionId);
  const author = version?.authorId ? await unit.people.get(version.authorId) : undefined;
  const [first] = await unit.people.find({ role: "manager", active: true }, { limit: 1 });
  const person = author?.active ? author : first;
  if (!person) return;
  const card = floodCard(person, { inForce, count, now: unit.now });
  await offerNudge(unit, workdays, { person, kind: "escalation", value: 1, card });
}

type Told = { inForce: RuleInForce; count: number; now: number };

function floodCard(person: Person, { inForce: { rule }, count, now }: Told): Card {
  const { texts, language } = readingOf(person);
  const { flood } = texts.actions;
  const name = rule.name[language] ?? rule.name.en ?? rule.name.zh ?? rule.id;
  return {
    key: `flood:${rule.id}:${localTime(now, person.timeZone).day}`,
    title: flood.title({ rule: name }),
    tone: "warn",
    summary: flood.summary({ rule: withoutSecrets(name) }),
    blocks: [sentence(flood.body({ count }))],
  };
}
