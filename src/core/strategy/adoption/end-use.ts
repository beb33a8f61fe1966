// Switching off what a strategy made, one thing or all of it: shown first, then done, then undone if wanted.
import { sentence } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import { NotFound, Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import type { StrategyServices } from "../services.ts";
import type { Adoption, Strategy } from "../stored.ts";
import { readUse, type Use } from "./read-use.ts";
import { turnOff, turnOn } from "./targets.ts";
import { tellRetired } from "./tell-retired.ts";

const mostNote = 500;

/** What would be switched off: one adoption where the button names one, else all of them. */
type Ending = { use: Use; theirs: Adoption[]; isRetiring: boolean };

/** Managers switch off what managers switched on; a habit is whoever's it is; a strategy is its author's to retire. */
async function endingOf(
  services: StrategyServices,
  { person, params }: Pick<Ask, "person" | "params">,
): Promise<Ending> {
  const use = await readUse(services, person, params.strategyId);
  const isRetiring = params.adoptionId === undefined;
  const theirs = use.adoptions.filter(({ id }) => isRetiring || id === params.adoptionId);
  const isOwn = (one: Adoption) => one.personId === person.id;
  const isAllowed = isRetiring
    ? use.strategy.authorId === person.id && use.strategy.state === "published"
    : theirs.every((one) => isOwn(one) || (person.role === "manager" && one.becomes !== "habit"));
  if (!isAllowed) throw new Refused("forbidden", `${person.id} may not end ${use.strategy.id}.`);
  return { use, theirs, isRetiring };
}

/** Shows what would be switched off. */
export async function askEnd(services: StrategyServices, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  const { use, theirs, isRetiring } = await endingOf(services, ask);
  if (theirs.length === 0 && !isRetiring) throw new NotFound("gone", "Switched off already.");
  return async (unit) => {
    const { ending } = readingOf(person).texts.strategyUse;
    const key = `strategy_end:${unit.newId("message")}`;
    const lines = theirs.map(({ becomes, personId }) => {
      const name = use.names.get(personId ?? "") ?? "–";
      return ending.lines[becomes]?.({ name }) ?? becomes;
    });
    const said = lines.length > 0 ? lines : [ending.nothing];
    const title = isRetiring ? ending.retireTitle : ending.title;
    const { cardKey: _, ...carried } = params;
    const card: Card = {
      ...{ key, title, tone: "warn", summary: title },
      blocks: [
        ...said.map(sentence),
        ...endBlocks(unit, { person, key, params: carried, isRetiring }),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Asking = { person: Person; key: string; params: Record<string, string>; isRetiring: boolean };

/** To retire, with a note for those who use it; to switch one thing off, with a button. */
function endBlocks(unit: Unit, { person, key, params, isRetiring }: Asking): Block[] {
  const { ending } = readingOf(person).texts.strategyUse;
  const button = (action: string, label: string) => ({
    ...{ id: action, label },
    ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
  });
  const leave: Action = button("strategy.leave", ending.no);
  if (!isRetiring) {
    const yes: Action = { ...button("strategy.off.yes", ending.yes), style: "danger" };
    return [{ t: "actions", actions: [yes, leave] }];
  }
  const submit = { ...button("strategy.retire.yes", ending.retire), style: "danger" as const };
  return [
    {
      ...{ t: "form", id: "strategy_retire", submit },
      fields: [{ kind: "multiline", name: "note", label: ending.note }],
    },
    { t: "actions", actions: [leave] },
  ];
}

/** Nothing is changed. */
export function leaveUse({ person, params }: Ask): Effect {
  const { left } = readingOf(person).texts.strategyUse.ending;
  const key = params.cardKey ?? "";
  return async () => ({ toast: left, card: doneCard(key, left) });
}

/** Does it. */
export async function endUse(
  services: StrategyServices,
  answer: Ask & Partial<Pick<Answer, "values">>,
): Promise<Effect> {
  const { person, params, values = {} } = answer;
  const { use, theirs, isRetiring } = await endingOf(services, answer);
  const note = textOf(values, "note").slice(0, mostNote);
  return async (unit) => {
    const strategy = await strategyIn(unit, use.strategy.id);
    const all = await unit.adoptions.find({ id: theirs.map(({ id }) => id), retiredAt: null });
    for (const adoption of all) await turnOff(unit, { person, strategy, adoption });
    if (isRetiring) {
      await setState(unit, person, { strategy, state: "retired" });
      await tellRetired(unit, services, { strategy, by: person, adoptions: all, note });
    }
    const { ending } = readingOf(person).texts.strategyUse;
    const title = isRetiring ? ending.retired : ending.done;
    const key = params.cardKey ?? `strategy_end:${strategy.id}`;
    const undone = { strategyId: strategy.id, ids: all.map(({ id }) => id).join(" ") };
    const armed = { action: "strategy.undo", params: undone, personId: person.id, cardKey: key };
    const undo: Action = { id: "strategy.undo", label: ending.undo, ref: unit.arm(armed) };
    unit.post({ to: person.id, card: doneCard(key, title, [undo]) });
    return { toast: title };
  };
}

async function strategyIn(unit: Unit, id = ""): Promise<Strategy> {
  const strategy = await unit.strategies.get(id);
  if (strategy) return strategy;
  throw new NotFound("gone", `There is no strategy ${id}.`);
}

/** Puts back exactly what was switched off; what its author retired meanwhile stays off. */
export function undoEnd({ person, params }: Ask): Effect {
  return async (unit) => {
    const strategy = await strategyIn(unit, params.strategyId);
    const isOwn = strategy.authorId === person.id && strategy.state === "retired";
    if (isOwn) await setState(unit, person, { strategy, state: "published" });
    const ids = (params.ids ?? "").split(" ").filter(Boolean);
    if (isOwn || strategy.state === "published") await putBack(unit, { person, strategy, ids });
    const { undone } = readingOf(person).texts.strategyUse.ending;
    return { toast: undone, card: doneCard(params.cardKey ?? "", undone) };
  };
}

type Back = { person: Person; strategy: Strategy; ids: string[] };

async function putBack(unit: Unit, { person, strategy, ids }: Back): Promise<void> {
  for (const adoption of await unit.adoptions.find({ id: ids })) {
    const isFree = adoption.retiredAt !== null && !(await isTakenAgain(unit, adoption));
    if (isFree) await turnOn(unit, { person, strategy, adoption });
  }
}

/** Whether somebody switched the same on meanwhile: theirs stays. */
async function isTakenAgain(unit: Unit, { strategyId, becomes, personId }: Adoption) {
  const same = { strategyId, becomes, retiredAt: null };
  return (await unit.adoptions.count(becomes === "habit" ? { ...same, personId } : same)) > 0;
}

type Setting = { strategy: Strategy; state: "retired" | "published" };

async function setState(
  unit: Unit,
  { id: actorId }: Person,
  { strategy, state }: Setting,
): Promise<void> {
  await unit.strategies.update(strategy.id, { state, updatedAt: unit.now });
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId, via: "chat" },
    ...{ action: `strategy.${state}`, kind: "strategy", recordId: strategy.id, detail: {} },
  });
}

function doneCard(key: string, title: string, actions: Action[] = []): Card {
  const blocks: Block[] = actions.length > 0 ? [{ t: "actions", actions }] : [];
  return { key, title, tone: "info", summary: title, blocks };
}
