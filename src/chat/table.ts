// The one table from what was asked to the use case that answers it; each area of the product has its part in tables/.
import type { AskServices } from "../core/ask/services.ts";
import type { GraphServices } from "../core/customers/graph/services.ts";
import { showHelp } from "../core/help.ts";
import type { RuleServices } from "../core/journey/rules-in-chat/services.ts";
import type { Person } from "../core/model.ts";
import type { PrivacyServices } from "../core/people/privacy/services.ts";
import type { BriefServices } from "../core/pipeline/brief/services.ts";
import type { CompanyServices } from "../core/pipeline/checks/company/services.ts";
import type { ContractServices } from "../core/pipeline/contracts/in-chat/services.ts";
import type { HealthServices } from "../core/pipeline/health/in-chat/services.ts";
import type { CrmServices } from "../core/pipeline/write-back/services.ts";
import type { StrategyServices } from "../core/strategy/services.ts";
import type { CallServices } from "../core/training/calls/services.ts";
import type { PracticeServices } from "../core/training/practice/services.ts";
import type { ScriptServices } from "../core/training/say.ts";
import type { ShortcutName } from "./adapter.ts";
import { type Intent, intentRoles, intents } from "./intents.ts";
import { type ActionAreaServices, actionsArea } from "./tables/actions.ts";
import { alertsArea } from "./tables/alerts.ts";
import type { ActionHandler, IntentHandler, ShortcutHandler } from "./tables/area.ts";
import { askArea } from "./tables/ask.ts";
import { briefingArea } from "./tables/briefing.ts";
import { callsArea } from "./tables/calls.ts";
import { changedArea } from "./tables/changed.ts";
import { contractsArea } from "./tables/contracts.ts";
import { crmArea } from "./tables/crm.ts";
import { customersArea } from "./tables/customers.ts";
import { debriefArea } from "./tables/debrief.ts";
import { discoveryArea } from "./tables/discovery.ts";
import { firstDayArea } from "./tables/first-day.ts";
import { healthArea } from "./tables/health.ts";
import { leadsArea } from "./tables/leads.ts";
import { type PeopleServices, peopleArea } from "./tables/people.ts";
import { pipelineArea } from "./tables/pipeline.ts";
import { practiceArea } from "./tables/practice.ts";
import { privacyArea } from "./tables/privacy.ts";
import { reportsArea } from "./tables/reports.ts";
import { rulesArea } from "./tables/rules.ts";
import { type SkillAreaServices, skillsArea } from "./tables/skills.ts";
import { strategyArea } from "./tables/strategy.ts";
import { trainingArea } from "./tables/training.ts";
import { updatesArea } from "./tables/updates.ts";
import { weightsArea } from "./tables/weights.ts";

export type Table = {
  intents: Record<Intent, IntentHandler>;
  actions: Record<string, ActionHandler>;
  shortcuts: Partial<Record<ShortcutName, ShortcutHandler>>;
};

/** What the use cases of the table need. */
export type TableServices = PeopleServices &
  BriefServices &
  ScriptServices &
  ActionAreaServices &
  RuleServices &
  ContractServices &
  HealthServices &
  CompanyServices &
  CrmServices &
  SkillAreaServices &
  PracticeServices &
  CallServices &
  GraphServices &
  PrivacyServices &
  AskServices &
  StrategyServices;

/** `more`: actions of use cases that lie at an edge, such as importing files. */
export function createTable(
  services: TableServices,
  more: Record<string, ActionHandler> = {},
): Table {
  const areas = createAreas(services);
  const { leads, pipeline, training, updates } = areas;
  const shortcuts = {
    ...{ ...leads.shortcuts, ...pipeline.shortcuts },
    ...{ ...training.shortcuts, ...updates.shortcuts },
  };
  const actions = Object.values(areas).map((area) => area.actions);
  return {
    intents: { help: (person) => showHelp(person, topicsOf(person)), ...intentsOf(areas) },
    actions: Object.assign({}, ...actions, more) as Table["actions"],
    shortcuts: shortcuts satisfies Record<ShortcutName, ShortcutHandler>,
  };
}

function createAreas(services: TableServices) {
  return {
    actions: actionsArea(services),
    alerts: alertsArea(services),
    briefing: briefingArea(services),
    ask: askArea(services),
    calls: callsArea(services),
    changed: changedArea(services),
    firstDay: firstDayArea(services),
    contracts: contractsArea(services),
    crm: crmArea(services),
    customers: customersArea(services),
    debrief: debriefArea(services),
    discovery: discoveryArea(services),
    health: healthArea(services),
    leads: leadsArea(services),
    people: peopleArea(services),
    pipeline: pipelineArea(services),
    practice: practiceArea(services),
    privacy: privacyArea(services),
    reports: reportsArea(services),
    rules: rulesArea(services),
    skills: skillsArea(services),
    strategy: strategyArea(services),
    training: trainingArea(services),
    updates: updatesArea(services),
    weights: weightsArea(services),
  };
}

/** Every intent has its handler, or this does not compile. */
function intentsOf(areas: ReturnType<typeof createAreas>) {
  return {
    ...areas.actions.intents,
    ...areas.alerts.intents,
    ...areas.briefing.intents,
    ...areas.ask.intents,
    ...areas.calls.intents,
    ...areas.changed.intents,
    ...areas.firstDay.intents,
    ...areas.contracts.intents,
    ...areas.customers.intents,
    ...areas.debrief.intents,
    ...areas.discovery.intents,
    ...areas.health.intents,
    ...areas.leads.intents,
    ...areas.people.intents,
    ...areas.pipeline.intents,
    ...areas.practice.intents,
    ...areas.privacy.intents,
    ...areas.reports.intents,
    ...areas.rules.intents,
    ...areas.skills.intents,
    ...areas.strategy.intents,
    ...areas.training.intents,
    ...areas.updates.intents,
    ...areas.weights.intents,
  } satisfies Omit<Table["intents"], "help">;
}

/** What this person can ask for, as topics of the help texts; of the two languages, the other one. */
export function topicsOf(person: Person): string[] {
  const other: Intent = person.language === "zh" ? "language_en" : "language_zh";
  return intents
    .filter((intent) => intentRoles[intent].includes(person.role))
    .filter((intent) => !intent.startsWith("language") || intent === other)
    .filter((intent) => intent !== "mute" && intent !== "unmute")
    .map((intent) => (intent === other ? "language" : intent));
}
