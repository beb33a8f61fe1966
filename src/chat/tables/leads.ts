// Leads: who has which, why, and what to do about it.
import type { LeadServices } from "../../core/leads/assigning/assign-leads.ts";
import { askDecision, decideDispute } from "../../core/leads/disputes/decide-dispute.ts";
import { askDispute, submitDispute } from "../../core/leads/disputes/dispute.ts";
import { explainLead, showLead } from "../../core/leads/explaining/explain-lead.ts";
import { showDetails } from "../../core/leads/explaining/show-details.ts";
import { askWhyNot, whyNot } from "../../core/leads/explaining/why-not.ts";
import { whyNotMe } from "../../core/leads/explaining/why-not-me.ts";
import { askNewLead, saveNewLead } from "../../core/leads/incoming/new-lead.ts";
import { showLeadSources } from "../../core/leads/lead-sources.ts";
import { listOwnLeads, listTeamLeads } from "../../core/leads/list-leads.ts";
import { sayAway, sayBack, submitAway } from "../../core/leads/ownership/absence.ts";
import { acceptLead } from "../../core/leads/ownership/accept-lead.ts";
import { askDecline, declineLead } from "../../core/leads/ownership/decline-lead.ts";
import { askGive, giveLead, retryLead } from "../../core/leads/ownership/give-lead.ts";
import { listPool, takeLead } from "../../core/leads/ownership/pool.ts";
import { showShare } from "../../core/leads/shares/my-share.ts";
import type { Area } from "./area.ts";

export function leadsArea(services: LeadServices) {
  return {
    intents: {
      my_leads: (person) => listOwnLeads(services, person),
      why: (person, rest) => explainLead(services, person, rest),
      why_not_me: (person, rest) => whyNotMe(services, person, rest),
      pool: (person) => listPool(services, person),
      my_share: (person) => showShare(services, person),
      lead_sources: (person) => showLeadSources(services, person),
      away: (person, rest) => sayAway(services, person, rest),
      back: (person) => sayBack({ person }),
      new_lead: (person, rest) => askNewLead(person, rest),
      team_leads: (person) => listTeamLeads(services, person),
    },
    actions: {
      "lead.accept": (ask) => acceptLead(services, ask),
      "lead.decline": (ask) => askDecline(services, ask),
      "lead.decline.submit": (answer) => declineLead(services, answer),
      "lead.details": (ask) => showDetails(services, ask),
      "lead.show": (ask) => showLead(services, ask),
      "lead.why_not": (ask) => askWhyNot(ask),
      "lead.why_not.submit": (answer) => whyNot(answer),
      "lead.give": (ask) => askGive(ask),
      "lead.give.submit": (answer) => giveLead(services, answer),
      "lead.retry": (ask) => retryLead(ask),
      "lead.take": (ask) => takeLead(services, ask),
      "lead.dispute": (ask) => askDispute(ask),
      "lead.dispute.submit": (answer) => submitDispute(answer),
      "lead.dispute.decide": (ask) => askDecision(ask),
      "lead.dispute.decide.submit": (answer) => decideDispute(services, answer),
      "away.submit": (answer) => submitAway(services, answer),
      "away.back": (ask) => sayBack(ask),
      "lead.new.submit": (answer) => saveNewLead(services, answer),
    },
    shortcuts: { lead: (person, text) => askNewLead(person, text) },
  } satisfies Area;
}
