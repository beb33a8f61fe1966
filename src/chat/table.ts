// The one table from what was asked to the use case that answers it; each area of the product has its part in tables/.
import { showHelp } from "../core/help.ts";
import type { RuleServices } from "../core/journey/rules-in-chat/services.ts";
import type { Person } from "../core/model.ts";
import type { ScriptServices } from "../core/training/say.ts";
import type { ShortcutName } from "./adapter.ts";
import { type Intent, intentRoles, intents } from "./intents.ts";
import { type ActionAreaServices, actionsArea } from "./tables/actions.ts";
import type { ActionHandler, IntentHandler, ShortcutHandler } from "./tables/area.ts";
import { customersArea } from "./tables/customers.ts";
import { leadsArea } from "./tables/leads.ts";
import { type PeopleServices, peopleArea } from "./tables/people.ts";
import { pipelineArea } from "./tables/pipeline.ts";
import { rulesArea } from "./tables/rules.ts";
import { trainingArea } from "./tables/training.ts";
import { weightsArea } from "./tables/weights.ts";

export type Table = {
  intents: Record<Intent, IntentHandler>;
  actions: Record<string, ActionHandler>;
  shortcuts: Partial<Record<ShortcutName, ShortcutHandler>>;
};

/** The shortcuts that work, for the setups of the platforms to offer: exactly those of the table. */
export const offeredShortcuts = [
  "lead",
  "say",
  "update",
  "attach",
] as const satisfies readonly ShortcutName[];

/** What the use cases of the table need. */
export type TableServices = PeopleServices & ScriptServices & ActionAreaServices & RuleServices;

/** `more`: actions of use cases that lie at an edge, such as importing files. */
export function createTable(
  services: TableServices,
  more: Record<string, ActionHandler> = {},
): Table {
  const customers = customersArea(services);
  const leads = leadsArea(services);
  const people = peopleArea(services);
  const actions = actionsArea(services);
  const pipeline = pipelineArea(services);
  const rules = rulesArea(services);
  const training = trainingArea(services);
  const weights = weightsArea(services);
  const shortcuts = { ...leads.shortcuts, ...pipeline.shortcuts, ...training.shortcuts };
  return {
    // Every intent has its handler, or this does not compile.
    intents: {
      help: (person) => showHelp(person, topicsOf(person)),
      ...actions.intents,
      ...customers.intents,
      ...rules.intents,
      ...weights.intents,
      ...{ ...leads.intents, ...people.intents, ...pipeline.intents, ...training.intents },
    },
    actions: {
      ...actions.actions,
      ...customers.actions,
      ...rules.actions,
      ...weights.actions,
      ...{ ...leads.actions, ...people.actions, ...pipeline.actions, ...training.actions },
      ...more,
    },
    shortcuts: shortcuts satisfies Record<(typeof offeredShortcuts)[number], ShortcutHandler>,
  };
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
