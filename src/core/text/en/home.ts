// What a person sees at a glance, in English.
export const home = {
  title: (p: { name: string }) => `Your day, ${p.name}`,
  summary: "What waits for you today",
  leads: "My leads",
  leadCounts: (p: { waiting: number; accepted: number }) =>
    `${p.waiting} waiting for your answer, ${p.accepted} accepted.`,
  noLeads: "No leads right now. New ones arrive here by themselves.",
  columns: { lead: "Lead", state: "State", since: "Since" },
  more: (p: { count: number }) => `… and ${p.count} more under “my leads”.`,
  actions: "My actions",
  answerBy: (p: { customer: string }) => `Answer ${p.customer} by `,
  answerSince: (p: { customer: string }) => `Answer ${p.customer}: waiting for you since `,
  left: (p: { minutes: number }) =>
    p.minutes >= 120 ? `${Math.floor(p.minutes / 60)} h left` : `${p.minutes} min left`,
  overdue: "overdue",
  noActions: "Nothing is due.",
  practice: "My practice",
  playbooks: (p: { verticals: string }) => `Playbooks in English: ${p.verticals}.`,
  noPlaybooks: "There is no playbook in English here.",
  team: "My team",
  teamColumns: { rep: "Rep", accepted: "Accepted", waiting: "Not answered" },
  noTeam: "Nobody reports to you yet. “add person” adds somebody.",
  moreReps: (p: { count: number }) => `… and ${p.count} more reps.`,
  unassigned: (p: { count: number }) =>
    p.count === 1 ? "One lead is nobody's." : `${p.count} leads are nobody's.`,
  longest: (p: { customer: string; name: string }) =>
    `Waiting longest: ${p.customer}, offered to ${p.name} since `,
  imports: "Imports",
  importLine: (p: { kind: string; state: string }) => `${p.kind}: ${p.state}, `,
  importStates: {
    preview: "waiting for your word",
    running: "running",
    done: "done",
    failed: "failed",
    cancelled: "cancelled",
  },
  noImports: "Nothing was imported yet. Drop a CSV file here to begin.",
  contributor: "Nothing waits for you here. “privacy” shows what is kept about you.",
  people: "People",
  peopleCounts: (p: { reps: number; managers: number; contributors: number; operators: number }) =>
    `${p.reps} reps, ${p.managers} managers, ${p.contributors} contributors, ${p.operators} operators.`,
};
