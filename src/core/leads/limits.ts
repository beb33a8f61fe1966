// Hard limits, apart from fit: territory, language, licence, absence, capacity, and what the rep declined before.
import type { Reason } from "../decision.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "./gathering/facts.ts";

/** Why this rep cannot get this lead, whatever the fit; null when nothing stands in the way. */
export function blockOf(lead: LeadFacts, rep: RepFacts, team: TeamFacts): Reason | null {
  for (const limit of limits) {
    const reason = limit(lead, rep, team);
    if (reason) return reason;
  }
  return null;
}

type Limit = (lead: LeadFacts, rep: RepFacts, team: TeamFacts) => Reason | null;

const because = (code: string, params: Reason["params"] = {}): Reason => ({
  code,
  params,
  refs: [],
});

/** The first that applies is the one that is told. */
const limits: Limit[] = [
  ({ declinedBy }, { person }) => (declinedBy.has(person.id) ? because("declined") : null),
  (_lead, { absence }) => (absence ? because("absent", { until: absence.to }) : null),
  ({ lead }, { person: { territories } }) =>
    lead.territory && territories.length > 0 && !territories.includes(lead.territory)
      ? because("territory", { territory: lead.territory })
      : null,
  ({ lead }, { person: { languages } }) =>
    lead.language && languages.length > 0 && !languages.includes(lead.language)
      ? because("language", { language: lead.language })
      : null,
  ({ account }, { person: { licences } }, { licensed }) =>
    account?.industry && licensed.has(account.industry) && !licences.includes(account.industry)
      ? because("licence", { industry: account.industry })
      : null,
  (_lead, { person, open }) =>
    open >= person.capacity ? because("full", { open, capacity: person.capacity }) : null,
  (_lead, { gentle }) => (gentle === 0 ? because("just_back") : null),
];
