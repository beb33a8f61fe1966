// The one table from what was asked to the use case that answers it.

import { showHelp } from "../core/help.ts";
import { acceptLead } from "../core/leads/accept-lead.ts";
import type { LeadServices } from "../core/leads/assign-leads.ts";
import { askDecline, declineLead } from "../core/leads/decline-lead.ts";
import { explainLead, showLead } from "../core/leads/explain-lead.ts";
import { askGive, giveLead, retryLead } from "../core/leads/give-lead.ts";
import { listOwnLeads, listTeamLeads } from "../core/leads/list-leads.ts";
import { askNewLead, saveNewLead } from "../core/leads/new-lead.ts";
import { showDetails } from "../core/leads/show-details.ts";
import { askWhyNot, whyNot } from "../core/leads/why-not.ts";
import type { Person } from "../core/model.ts";
import { addPerson, askPerson } from "../core/people/add-person.ts";
import { setConsent, showPrivacy } from "../core/people/consent.ts";
import { setLanguage } from "../core/people/set-language.ts";
import type { Answer, Effect } from "../core/use-case.ts";
import { type Intent, intentRoles, intents } from "./intents.ts";

type Handler = Effect | Promise<Effect>;
export type IntentHandler = (person: Person, rest: string) => Handler;
export type ActionHandler = (answer: Answer) => Handler;
export type FileHandler = (person: Person, file: { assetId: string; name: string }) => Handler;

export type Table = {
  intents: Record<Intent, IntentHandler>;
  actions: Record<string, ActionHandler>;
};

/** `more`: actions of use cases that lie at an edge, such as importing files. */
export function createTable(
  services: LeadServices,
  more: Record<string, ActionHandler> = {},
): Table {
  return {
    intents: {
      help: (person) => showHelp(person, topicsOf(person)),
      my_leads: (person) => listOwnLeads(services, person),
      why: (person, rest) => explainLead(services, person, rest),
      new_lead: (person, rest) => askNewLead(person, rest),
      team_leads: (person) => listTeamLeads(services, person),
      add_person: (person) => askPerson(person),
      privacy: (person) => showPrivacy(person),
      language_en: (person) => setLanguage(services, person, "en"),
      language_zh: (person) => setLanguage(services, person, "zh"),
    },
    actions: {
      "lead.accept": (ask) => acceptLead(services, ask),
      "lead.decline": (ask) => askDecline(services, ask),
      "lead.decline.submit": (answer) => declineLead(services, answer),
      "lead.details": (ask) => showDetails(ask),
      "lead.show": (ask) => showLead(services, ask),
      "lead.why_not": (ask) => askWhyNot(ask),
      "lead.why_not.submit": (answer) => whyNot(answer),
      "lead.give": (ask) => askGive(ask),
      "lead.give.submit": (answer) => giveLead(services, answer),
      "lead.retry": (ask) => retryLead(ask),
      "lead.new.submit": (answer) => saveNewLead(services, answer),
      "person.add.submit": (answer) => addPerson(services, answer),
      "consent.grant": (ask) => setConsent(ask, true),
      "consent.withdraw": (ask) => setConsent(ask, false),
      ...more,
    },
  };
}

/** What this person can ask for, as topics of the help texts; of the two languages, the other one. */
export function topicsOf(person: Person): string[] {
  const other: Intent = person.language === "zh" ? "language_en" : "language_zh";
  return intents
    .filter((intent) => intentRoles[intent].includes(person.role))
    .filter((intent) => !intent.startsWith("language") || intent === other)
    .map((intent) => (intent === other ? "language" : intent));
}
