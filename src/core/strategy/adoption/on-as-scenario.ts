// A supported strategy as a practice scenario: shown first, then played by whoever opens the strategy.
import { sentence } from "../../blocks.ts";
import type { Action, Card } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import { ownLeads } from "../../leads/visible-leads.ts";
import type { Person } from "../../model.ts";
import { readingOf } from "../../text/format.ts";
import type { Plan } from "../../training/customer/model.ts";
import { openPlan, readLibrary } from "../../training/practice/open-brief.ts";
import type { PracticeServices } from "../../training/practice/services.ts";
import { verticalOf } from "../../training/verticals.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { sayAction } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import { findStrategy } from "../weekly/board.ts";
import { readWords } from "../weekly/vocabulary.ts";
import { adopt } from "./adopt.ts";
import { fromTarget, type Practised, planScenario, practisedBy, toTarget } from "./scenario.ts";
import { switchable } from "./switch-on.ts";

type Services = StrategyServices & PracticeServices;

/** Shows the scenario, to play or to switch on. */
export async function onAsScenario(services: Services, ask: Ask): Promise<Effect> {
  const { strategy, claim } = await switchable(services, ask, "scenario");
  const { person } = ask;
  const { scenario: words } = readingOf(person).texts.strategyUse;
  const library = readLibrary(services);
  if (!library) return async () => ({ toast: words.reading });
  const verticals = [...new Set(library.playbooks.map(({ vertical }) => vertical))];
  const practised = practisedBy(claim, strategy.text, verticals);
  const plan = await planFor(services, person, { strategyId: strategy.id, practised });
  if (!plan) return async () => ({ toast: words.none });
  return async (unit) => {
    const key = `strategy_scenario:${unit.newId("message")}`;
    const params = { strategyId: strategy.id, target: toTarget(practised) };
    const button = (action: string, label: string): Action => ({
      ...{ id: action, label },
      ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
    });
    const card: Card = {
      ...{ key, title: plan.scenario.title, tone: "info", summary: plan.scenario.title },
      blocks: [
        ...sentencesOf(plan, person).map(sentence),
        {
          t: "actions",
          actions: [
            { ...button("strategy.scenario.on", words.publish), style: "primary" },
            button("strategy.play", words.play),
          ],
        },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function sentencesOf({ persona, scenario }: Plan, person: Person): string[] {
  const { scenario: words } = readingOf(person).texts.strategyUse;
  const objection = scenario.objections[0]?.says[0] ?? "";
  return [
    scenario.situation,
    words.about({ persona: persona.name, role: persona.role, objection }),
    scenario.goal,
  ];
}

/** Switches it on. */
export async function putScenarioOn(services: Services, ask: Ask): Promise<Effect> {
  const { strategy } = await switchable(services, ask, "scenario");
  const { person, params } = ask;
  const { done } = readingOf(person).texts.strategyUse.scenario;
  return async (unit) => {
    const targetId = toTarget(fromTarget(params.target ?? ""));
    await adopt(unit, person, { strategyId: strategy.id, becomes: "scenario", targetId });
    const key = params.cardKey ?? `strategy_scenario:${strategy.id}`;
    return { toast: done, card: { key, title: done, tone: "good", summary: done, blocks: [] } };
  };
}

/** Opens its brief: from the preview, or as it was switched on. */
export async function playScenario(services: Services, { person, params }: Ask): Promise<Effect> {
  const { strategyId = "", target } = params;
  const { read } = services.store;
  const which = { strategyId, becomes: "scenario", retiredAt: null } as const;
  const [adoption] = await read.adoptions.find(which, { limit: 1 });
  const isPreview = target !== undefined && person.role === "manager";
  const kept = isPreview ? target : adoption?.targetId;
  if (!kept) throw new NotFound("gone", `No scenario of ${strategyId} is on.`);
  const { scenario: words } = readingOf(person).texts.strategyUse;
  if (!readLibrary(services)) return async () => ({ toast: words.reading });
  const plan = await planFor(services, person, { strategyId, practised: fromTarget(kept) });
  return plan ? openPlan(services, person, plan) : async () => ({ toast: words.none });
}

type Planning = { strategyId: string; practised: Practised };

async function planFor(
  services: Services,
  person: Person,
  { strategyId, practised }: Planning,
): Promise<Plan | undefined> {
  const { read } = services.store;
  const { strategy } = await findStrategy(read, person, strategyId);
  const library = readLibrary(services);
  if (!library || !strategy.claim) return undefined;
  const reading = readingOf(person);
  const { names } = await readWords(services, person);
  const action = sayAction(strategy.claim, names, reading);
  const { scenario: words } = reading.texts.strategyUse;
  const verticals = [...new Set(library.playbooks.map(({ vertical }) => vertical))];
  const own = verticalOf(person, { leads: await ownLeads(read, person), verticals });
  return planScenario(
    library,
    { ...practised, own, language: person.language },
    { title: words.title({ action }), goal: (goal) => words.goal({ action, goal }) },
  );
}
