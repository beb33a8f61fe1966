// What can be asked, by topic: what each role asks daily, what is folded away by area, what is offered for lack of better.
import type { Role } from "./model.ts";

/** What each role asks for day by day: shown first, with a button; the rest is folded away by area. */
export const everyday: Record<Role, readonly string[]> = {
  rep: ["home", "my_leads", "my_deals", "my_actions", "customer", "brief", "say", "practice"],
  manager: ["home", "team_leads", "ask", "customer", "rules", "weights"],
  contributor: ["home", "lead_sources", "health", "say"],
  operator: ["home"],
};

/** What is folded away, in this order, under the title of its area. */
export const areas = {
  leads: [
    "day_one",
    "my_leads",
    "team_leads",
    "why",
    "why_not_me",
    "new_lead",
    "pool",
    "my_share",
    "lead_sources",
  ],
  customers: [
    "customer",
    "brief",
    "review",
    "meeting_briefs",
    "update",
    "to_deal",
    "note",
    "attach",
    "notes",
    "merge",
    "split",
    "path",
    "slipping",
    "my_deals",
    "my_actions",
    "pipeline",
    "ask",
    "say",
    "practice",
    "daily_report",
    "weekly_report",
    "reports",
    "morning_brief",
  ],
  rules: [
    "rules",
    "new_rule",
    "discover",
    "weights",
    "strategy",
    "strategies",
    "week_hour",
    "team_channel",
    "what_changed",
    "timeline",
    "sandbox",
    "team_scripts",
    "contracts",
    "drift",
    "health",
    "check_code",
  ],
  skills: [
    "skills",
    "practice_history",
    "drills",
    "calls",
    "alerts",
    "manager_sees",
    "team_skills",
    "ramp",
  ],
  you: [
    ...["import_data", "away", "back", "notifications", "digest", "privacy"],
    ...["export_own", "delete_own", "add_person", "language", "help"],
  ],
} as const;

/** Folded away, but a button all the same: settings are looked for, not typed. */
export const settings = ["add_person", "import_data", "notifications", "privacy", "language"];

/** What each role is offered when nothing they can ask is near to what they wrote. */
export const usual: Record<Role, readonly string[]> = {
  rep: ["home", "my_leads", "my_actions", "practice"],
  manager: ["home", "team_leads", "ask", "import_data"],
  contributor: ["home", "lead_sources", "health"],
  operator: ["home", "rules"],
};
