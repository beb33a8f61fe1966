// Every English sentence the bot says, by area. The Chinese ones have the same keys (zh.ts), by type.
import { actions } from "./en/actions.ts";
import { alerts } from "./en/alerts.ts";
import { api } from "./en/api.ts";
import { ask } from "./en/ask.ts";
import { attention } from "./en/attention.ts";
import { briefing } from "./en/briefing.ts";
import { calls } from "./en/calls.ts";
import { changed } from "./en/changed.ts";
import { chat } from "./en/chat.ts";
import { checks } from "./en/checks.ts";
import { common } from "./en/common.ts";
import { contracts } from "./en/contracts.ts";
import { crm } from "./en/crm.ts";
import { customers } from "./en/customers.ts";
import { debrief } from "./en/debrief.ts";
import { demo } from "./en/demo.ts";
import { demoWeek } from "./en/demo-week.ts";
import { discovery } from "./en/discovery.ts";
import { drills } from "./en/drills.ts";
import { firstDay } from "./en/first-day.ts";
import { fromLead } from "./en/from-lead.ts";
import { graph } from "./en/graph.ts";
import { health } from "./en/health.ts";
import { healthPage } from "./en/health-page.ts";
import { home } from "./en/home.ts";
import { importRefusals } from "./en/import-refusals.ts";
import { importing } from "./en/importing.ts";
import { lark } from "./en/lark.ts";
import { larkSetup } from "./en/lark-setup.ts";
import { leadSources } from "./en/lead-sources.ts";
import { leads } from "./en/leads.ts";
import { licences } from "./en/licences.ts";
import { local } from "./en/local.ts";
import { model } from "./en/model.ts";
import { ownership } from "./en/ownership.ts";
import { people } from "./en/people.ts";
import { pipeline } from "./en/pipeline.ts";
import { practice } from "./en/practice.ts";
import { privacy } from "./en/privacy.ts";
import { ramp } from "./en/ramp.ts";
import { report } from "./en/report.ts";
import { reports } from "./en/reports.ts";
import { ruleWords } from "./en/rule-words.ts";
import { rules } from "./en/rules.ts";
import { sandbox } from "./en/sandbox.ts";
import { scripts } from "./en/scripts.ts";
import { secondReading } from "./en/second-reading.ts";
import { skills } from "./en/skills.ts";
import { slack } from "./en/slack.ts";
import { split } from "./en/split.ts";
import { strategy } from "./en/strategy.ts";
import { strategyUse } from "./en/strategy-use.ts";
import { timeline } from "./en/timeline.ts";
import { updates } from "./en/updates.ts";
import { voice } from "./en/voice.ts";
import { weights } from "./en/weights.ts";

export const en = {
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

export type Texts = typeof en;
