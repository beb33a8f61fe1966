// 机器人说的每一句中文，按领域分。键与英文相同（en.ts），由类型保证。
import type { Texts } from "./en.ts";
import { actions } from "./zh/actions.ts";
import { alerts } from "./zh/alerts.ts";
import { api } from "./zh/api.ts";
import { ask } from "./zh/ask.ts";
import { attention } from "./zh/attention.ts";
import { briefing } from "./zh/briefing.ts";
import { calls } from "./zh/calls.ts";
import { changed } from "./zh/changed.ts";
import { chat } from "./zh/chat.ts";
import { checks } from "./zh/checks.ts";
import { common } from "./zh/common.ts";
import { contracts } from "./zh/contracts.ts";
import { crm } from "./zh/crm.ts";
import { customers } from "./zh/customers.ts";
import { debrief } from "./zh/debrief.ts";
import { demo } from "./zh/demo.ts";
import { demoWeek } from "./zh/demo-week.ts";
import { discovery } from "./zh/discovery.ts";
import { drills } from "./zh/drills.ts";
import { firstDay } from "./zh/first-day.ts";
import { fromLead } from "./zh/from-lead.ts";
import { graph } from "./zh/graph.ts";
import { health } from "./zh/health.ts";
import { healthPage } from "./zh/health-page.ts";
import { home } from "./zh/home.ts";
import { importRefusals } from "./zh/import-refusals.ts";
import { importing } from "./zh/importing.ts";
import { lark } from "./zh/lark.ts";
import { larkSetup } from "./zh/lark-setup.ts";
import { leadSources } from "./zh/lead-sources.ts";
import { leads } from "./zh/leads.ts";
import { licences } from "./zh/licences.ts";
import { local } from "./zh/local.ts";
import { model } from "./zh/model.ts";
import { ownership } from "./zh/ownership.ts";
import { people } from "./zh/people.ts";
import { pipeline } from "./zh/pipeline.ts";
import { practice } from "./zh/practice.ts";
import { privacy } from "./zh/privacy.ts";
import { ramp } from "./zh/ramp.ts";
import { report } from "./zh/report.ts";
import { reports } from "./zh/reports.ts";
import { ruleWords } from "./zh/rule-words.ts";
import { rules } from "./zh/rules.ts";
import { sandbox } from "./zh/sandbox.ts";
import { scripts } from "./zh/scripts.ts";
import { secondReading } from "./zh/second-reading.ts";
import { skills } from "./zh/skills.ts";
import { slack } from "./zh/slack.ts";
import { split } from "./zh/split.ts";
import { strategy } from "./zh/strategy.ts";
import { strategyUse } from "./zh/strategy-use.ts";
import { timeline } from "./zh/timeline.ts";
import { updates } from "./zh/updates.ts";
import { voice } from "./zh/voice.ts";
import { weights } from "./zh/weights.ts";

export const zh: Texts = {
  actions,
  alerts,
  ask,
  api,
  attention,
  briefing,
  calls,
  chat,
  checks,
  common,
  changed,
  firstDay,
  sandbox,
  timeline,
  contracts,
  crm,
  customers,
  demo,
  demoWeek,
  discovery,
  importRefusals,
  importing,
  model,
  ownership,
  people,
  lark,
  larkSetup,
  leadSources,
  leads,
  licences,
  local,
  ramp,
  report,
  reports,
  practice,
  privacy,
  ruleWords,
  rules,
  scripts,
  graph,
  health,
  healthPage,
  home,
  pipeline,
  updates,
  fromLead,
  secondReading,
  voice,
  weights,
  skills,
  slack,
  split,
  strategy,
  strategyUse,
  debrief,
  drills,
};
