// Leads and their assignment, in English.
import { byName } from "../../by-name.ts";
import type { Format } from "../format.ts";

type Params = Record<string, string | number>;
type Sentence = (params: Params, format: Format) => string;

const industry = (params: Params): string => {
  const name = String(params.industry ?? "");
  return industries[name] ?? name;
};

const industries: Record<string, string> = byName({
  finance: "finance",
  manufacturing: "manufacturing",
  medical: "medical devices",
});

const factors: Record<string, string> = byName({
  won_deals: "Deals won",
  profile: "Similar wins",
  behaviour: "Behaviour",
  communication: "Conversations",
  usage: "Product use",
  service: "Service",
  skill: "Skills",
  industry: "Industry",
  budget: "Budget",
  load: "Free capacity",
  speed: "First contact",
});

/** Evidence a rep can read; every number in it is the stored one. */
const reasons: Record<string, Sentence> = byName({
  won_deals: (p) =>
    `You won ${p.won} of your ${p.deals} closed deals${p.industry ? ` in ${industry(p)}` : ""} (the team: ${p.team} %)`,
  won_deals_team: (p) =>
    `The team wins ${p.team} % of deals${p.industry ? ` in ${industry(p)}` : " like this"}; you have closed none yet`,
  profile: (p, f) => `${p.similarity} % like ${p.account}, which you won on ${f.day(Number(p.at))}`,
  behaviour: (p) =>
    `They behave as customers did before ${p.wins} of your wins: ${touches[String(p.touch)] ?? p.touch} ${p.times}× in 30 days`,
  behaviour_step: (p) =>
    `They behave as customers did before ${p.wins} of your wins: ${touched(p.touch)}, then ${touched(p.next)} (${p.times}×)`,
  communication: (p) =>
    `Customers answer ${p.answered} of your ${p.sent} messages and calls (the team: ${p.team} %)${tone(p)}`,
  communication_customer: (p) =>
    `This customer answered ${p.answered} of your ${p.sent} messages and calls (the team: ${p.team} %)${tone(p)}`,
  communication_team: (p) =>
    `Customers answer the team ${p.team} % of the time; you have no conversations on record yet`,
  usage: (p) =>
    `They ${depths[String(p.depth)] ?? p.depth}: you won ${p.won} of your ${p.deals} deals with such customers (the team: ${p.team} %)`,
  service: (p) =>
    `They are ${standings[String(p.standing)] ?? p.standing}: you won ${p.won} of your ${p.deals} deals with such customers (the team: ${p.team} %)`,
  skill: (p) => `You passed ${p.passed} of ${p.checks} shared checks (the team: ${p.team} %)`,
  budget: (p) =>
    `Budget ${signals[String(p.signal)] ?? p.signal}${p.source ? ` (${p.source})` : ""}: you won ${p.won} of your ${p.deals} deals like it (the team: ${p.team} %)`,
  industry_declared: (p) => `${capital(industry(p))} is your speciality`,
  industry_deals: (p) => `You have closed ${p.deals} deals in ${industry(p)}`,
  load: (p) => `${p.open} of your ${p.capacity} places are taken`,
  speed: (p) => `You reach new customers in ${p.hours} h (median of ${p.contacts})`,
  no_data: () => "no data yet",
});

const tone = (p: Params): string => (p.tone === undefined ? "" : `, tone ${p.tone} of 100`);
const touched = (kind: string | number | undefined): string =>
  touches[String(kind)] ?? String(kind);

const depths: Record<string, string> = byName({
  light: "use the product a little",
  regular: "use the product regularly",
  deep: "use the product deeply",
});
const standings: Record<string, string> = byName({
  content: "content with service",
  calm: "neither content nor unhappy with service",
  unhappy: "unhappy with service, or have a ticket open",
});
const signals: Record<string, string> = byName({
  verified: "confirmed",
  stated: "stated",
  inferred: "likely: they ask for prices",
  absent: "said to be none",
});

const blocks: Record<string, Sentence> = byName({
  declined: () => "gave it back before",
  absent: (p, f) => `away until ${f.day(Number(p.until))}`,
  territory: (p) => `does not sell in ${p.territory}`,
  language: (p) => `does not sell in the customer's language (${p.language})`,
  licence: (p) => `has no licence for ${industry(p)}`,
  batch_full: () => "their last place went to another lead of the same batch",
  full: (p) => `full (${p.open} of ${p.capacity})`,
  just_back: () => "just back from an absence, and has two new leads already",
});

const touches: Record<string, string> = byName({
  "page.view": "pages viewed",
  "page.view:pricing": "the pricing page viewed",
  "page.view:product": "product pages viewed",
  "page.view:cases": "case studies read",
  "page.view:docs": "documentation read",
  "file.download:whitepaper": "white papers downloaded",
  "file.download:brochure": "brochures downloaded",
  "file.download:quote": "quotes downloaded",
  "page.leave:pricing": "the pricing page left",
  "page.leave": "pages left",
  "file.download": "files downloaded",
  "video.progress": "videos watched",
  "email.open": "e-mails opened",
  "email.click": "e-mail links clicked",
  "form.submit": "forms filled",
  "meeting.booked": "meetings booked",
  "meeting.held": "meetings held",
  "ticket.opened": "tickets opened",
  "ticket.solved": "tickets solved",
  "survey.score": "surveys answered",
  "product.feature.used": "product features used",
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const leads = {
  industries,
  factors,
  reasons,
  blocks,
  newForYou: (p: { fit: string }) => `New lead for you · fit ${p.fit} of 100`,
  inBatch: (p: { rank: number; batch: number }) =>
    `Fit rank ${p.rank}: of ${p.batch} leads at once, this division fits the team best.`,
  assignedBy: (p: { name: string; rank: number }) => `Assigned by ${p.name} · fit rank ${p.rank}`,
  summary: (p: { customer: string }) => `New lead: ${p.customer}. Accept or decline it.`,
  whyYou: "Why you",
  customerSays: "What they need",
  heatStrip: "Fit by factor (0 to 100)",
  addsUp: "How the fit adds up",
  columns: { factor: "Factor", value: "Value", weight: "Weight", points: "Points" },
  total: "Fit",
  neutral: (p: { value: number }) => `${p.value} (neutral: no data yet)`,
  source: "Source",
  sources: byName<string>({
    website: "website",
    event: "event",
    referral: "referral",
    partner: "partner",
    advertising: "advertising",
    outbound: "outbound",
  }),
  budget: "Budget",
  territory: "Territory",
  contact: "Contact",
  account: "Company",
  industryLabel: "Industry",
  size: "Employees",
  email: "E-mail",
  phone: "Phone",
  need: "Need",
  arrived: "Arrived",
  owner: "Owner",
  similarWin: "Similar win",
  nextInLine: {
    none: "Nobody else was eligible.",
    level: "The next in line had the same fit; you were offered fewer leads lately.",
    very_close: "The next in line was very close.",
    close: "The next in line was close.",
    clear: "You were clearly first.",
    behind: "Others had a higher fit.",
  },
  flip: (p: { factor: string; from: number; to: number }) =>
    `What would have changed it: your “${p.factor}” at ${p.to} instead of ${p.from}.`,
  asSeenBy: (p: { name: string }) => `As ${p.name} sees it`,
  accept: "Accept",
  decline: "Decline",
  practise: "Practise this customer",
  giveBack: "Give it back",
  whyNot: "Why not …?",
  details: "Details",
  acceptedToast: "It is yours. Good luck!",
  alreadyYours: "This lead is already yours.",
  noLongerOffered: "This lead is no longer offered to you.",
  acceptedSubtitle: (p: { fit: string }) => `Yours · fit ${p.fit} of 100`,
  declinedSubtitle: "You declined it",
  givenBackSubtitle: "You gave it back",
  withdrawnSubtitle: "No longer offered to you",
  declineTitle: (p: { customer: string }) => `Decline ${p.customer}`,
  declineWhy: "Why? It goes to the next rep, and the reason improves the fit.",
  declineNote: "Anything else (optional)",
  declineSubmit: "Decline",
  declineReasons: byName<string>({
    busy: "I have no time for it now",
    not_mine: "It belongs to a colleague",
    conflict: "There is a conflict of interest",
    wrong_fit: "I am not the right person for it",
    not_a_lead: "It is not a real lead",
  }),
  declinedToast: "Noted. The next rep gets it.",
  passedOn: "It has gone to the next rep.",
  whyNotTitle: "Why not a colleague?",
  whyNotWho: "Colleague",
  whyNotSubmit: "Show",
  whyNotAnswer: (p: { name: string; customer: string }) => `Why not ${p.name} for ${p.customer}`,
  whyNotBands: {
    blocked: (p: { name: string }) =>
      `${p.name} could not take it (a hard limit such as territory, language or capacity).`,
    level: (p: { name: string }) => `${p.name} had the same fit as the rep who got it.`,
    very_close: (p: { name: string }) => `${p.name} was very close (within 3 points).`,
    close: (p: { name: string }) => `${p.name} was close (within 10 points).`,
    clear: (p: { name: string }) => `${p.name} was more than 10 points behind.`,
    behind: (p: { name: string }) => `${p.name} had a higher fit; a manager chose otherwise.`,
  },
  whyNotBlocked: (p: { name: string; why: string }) => `${p.name}: ${p.why}.`,
  whyNotCompared: (p: { name: string; fit: string; theirs: string }) =>
    `${p.name} had ${p.theirs} points; the rep who got it had ${p.fit}.`,
  bandsOnly: "Colleagues are shown as bands: their numbers are theirs.",
  mine: "My leads",
  none: "You have no leads right now. New ones arrive here by themselves.",
  listColumns: { lead: "Lead", fit: "Fit", state: "State", since: "Since", rep: "Rep" },
  states: byName<string>({
    new: "not assigned",
    offered: "waiting for you",
    offered_to: "offered",
    accepted: "accepted",
    converted: "a deal",
    lost: "lost",
    pool: "public pool",
  }),
  more: (p: { count: number }) => `… and ${p.count} more.`,
  team: "Team leads",
  teamNone: "There are no open leads in your team.",
  unassigned: {
    title: (p: { customer: string }) => `Nobody can take ${p.customer}`,
    summary: (p: { customer: string }) =>
      `Nobody can take the lead ${p.customer}. Give it to somebody.`,
    subtitle: "Every rep is kept out by a hard limit",
    noReps: "There are no active reps yet. Add people first.",
    give: "Give it to …",
    again: "Try again",
    tried: "Trying again.",
    solved: (p: { name: string }) => `It went to ${p.name}.`,
  },
  giveTitle: (p: { customer: string }) => `Give ${p.customer} to …`,
  giveWho: "Rep",
  giveReason: "Reason (the rep sees it)",
  giveSubmit: "Give",
  given: (p: { name: string }) => `Given to ${p.name}.`,
  takenAway: (p: { name: string }) => `${p.name} gave this lead to somebody else.`,
  notFound: (p: { name: string }) =>
    `I know no lead of yours called “${p.name}”. “my leads” lists them.`,
  which: (p: { name: string }) => `Which “${p.name}” do you mean?`,
  noAssignment: (p: { name: string }) =>
    `${p.name} was not assigned by fit, so there is nothing to explain.`,
  newLead: {
    title: "New lead",
    name: "Contact",
    company: "Company",
    email: "E-mail",
    phone: "Phone",
    need: "What they need",
    submit: "Save",
    nameless: "Enter a contact or a company.",
    badEmail: "This is not an e-mail address.",
    invalid: "I cannot save this. Shorten or correct it.",
    saved: (p: { customer: string }) => `${p.customer} is saved and yours.`,
    savedForTeam: (p: { customer: string }) =>
      `${p.customer} is saved. It goes to the rep who fits best.`,
    check: "Check what I understood, then save.",
  },
};
