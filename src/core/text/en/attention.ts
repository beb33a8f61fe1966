// What may interrupt somebody, and the daily digest, in English.
import { byName } from "../../by-name.ts";

export const attention = {
  title: "What may interrupt you",
  intro: (p: { budget: number }) =>
    `At most ${p.budget} messages a day that you did not ask for, and one digest. New leads and deadlines you set always come.`,
  inBrief:
    "Overdue actions, slipping customers and skill alerts that can wait come with your morning brief.",
  unknown: (p: { words: string }) =>
    `There is no kind of message called “${p.words}”. These there are:`,
  saved: "Saved.",
  kinds: byName<string>({
    next_action: "next actions",
    escalation: "overdue actions of the team",
    slipping: "customers slipping away",
    stage_card: "questions after a call or meeting",
    coaching: "coaching",
    alert: "alerts about skills",
    insight: "what behaviour shows",
    strategy: "strategies",
    health: "data to fix",
    crm: "the CRM: what waits, what it refuses",
    report: "the daily report, at the end of the day",
    morning_brief: "morning brief",
    team_news: "news of the team: newcomers, what changed",
    meeting_brief: "briefs before meetings",
    deal_review: "deal reviews of the calendar",
  }),
  now: { push: "at once", digest: "in the daily digest", mute: "never" },
  change: { push: "Send at once", digest: "Put into the digest", mute: "Mute" },
  digest: {
    title: "Your digest",
    summary: (p: { count: number }) => `Your digest: ${p.count} things that could wait`,
    show: (p: { number: number }) => `Show ${p.number}`,
    rest: (p: { count: number }) => `And ${p.count} more: say “digest”.`,
    moved: (p: { kinds: string }) =>
      `Now here and no longer single messages, since most of them went unused: ${p.kinds}. “notifications” brings them back.`,
    none: "Nothing is waiting for your digest.",
  },
};
