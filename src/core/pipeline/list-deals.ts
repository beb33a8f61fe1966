// "my deals": the open deals of a rep, or of a manager's team, each with where it stands and what comes next.
import { heading, note, sentence } from "../blocks.ts";
import { type Block, type Card, text } from "../card.ts";
import { dayMs } from "../durations.ts";
import type { Deal, Person } from "../model.ts";
import type { Store, Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";
import { sayStage } from "./contracts/say-contract.ts";
import { byDue } from "./due-deals.ts";
import { dealSubjects, openDeals } from "./subjects.ts";

/** Deals a phone shows without endless scrolling. */
const mostShown = 12;

/** What is due first comes first; what has no next step comes last. */
export async function listDeals({ store }: { store: Store }, person: Person): Promise<Effect> {
  const deals = (await openDeals(store.read, person)).toSorted(byDue);
  const shown = deals.slice(0, mostShown);
  const subjects = await dealSubjects(store.read, shown);
  const ids = [...new Set(shown.flatMap(({ ownerId }) => ownerId ?? []))];
  const owners = new Map((await store.read.people.find({ id: ids })).map((one) => [one.id, one]));
  return async (unit) => {
    const reading = readingOf(person);
    const { deals: texts } = reading.texts.pipeline;
    const lines = shown.flatMap((deal, index): Block[] => {
      const owner = deal.ownerId === person.id ? undefined : owners.get(deal.ownerId ?? "")?.name;
      const label = subjects[index]?.label ?? deal.name;
      return lineOf(deal, { label, owner, reading, now: unit.now });
    });
    const rest = deals.length - shown.length;
    const more: Block[] = rest > 0 ? [note(texts.more({ count: rest }))] : [];
    const isTeam = person.role === "manager";
    const title = isTeam ? texts.teamTitle : texts.title;
    const none: Block = sentence(isTeam ? texts.teamNone : texts.none);
    const key = `my_deals:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title, tone: "info", summary: title },
      blocks: deals.length > 0 ? [...lines, ...more, updateButton(unit, person, key)] : [none],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Line = { label: string; owner: string | undefined; reading: Reading; now: number };

function lineOf(deal: Deal, { label, owner, reading, now }: Line): Block[] {
  const { texts, format } = reading;
  const { deals } = texts.pipeline;
  const amount = deal.amount === null ? undefined : format.money(deal.amount, deal.currency);
  const where = [sayStage(deal.stage, reading), amount, owner].filter(Boolean).join(" · ");
  const on = deal.nextStepDate === null ? "" : format.day(deal.nextStepDate);
  const step = deal.nextStep ? deals.next({ step: deal.nextStep, on }) : deals.noNext;
  const isPast = deal.nextStepDate !== null && deal.nextStepDate < now - dayMs;
  const next = isPast ? deals.past({ step }) : step;
  return [heading(label), { t: "context", text: [text(`${where}\n${next}`)] }];
}

function updateButton(unit: Unit, person: Person, cardKey: string): Block {
  const { texts } = readingOf(person);
  const params = { text: texts.updates.logAgain({ words: "" }).trim() };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
  return { t: "actions", actions: [{ id: "deals.update", label: texts.updates.form.title, ref }] };
}
