import type { Texts } from "./en.ts";
import { actions } from "./zh/actions.ts";
import { alerts } from "./zh/alerts.ts";
import { attention } from "./zh/attention.ts";
import { calls } from "./zh/calls.ts";
import { chat } from "./zh/chat.ts";
import { common } from "./zh/common.ts";
import { contracts } from "./zh/contracts.ts";
import { crm } from "./zh/crm.ts";
import { customers } from "./zh/customers.ts";
import { debrief } from "./zh/debrief.ts";
import { demo } from "./zh/demo.ts";
import { discovery } from "./zh/discovery.ts";
import { graph } from "./zh/graph.ts";
import { health } from "./zh/health.ts";
import { home } from "./zh/home.ts";
import { importRefusals } from "./zh/import-refusals.ts";
import { importing } from "./zh/importing.ts";
import { lark } from "./zh/lark.ts";
import { leads } from "./zh/leads.ts";
import { local } from "./zh/local.ts";
import { model } from "./zh/model.ts";
import { ownership } from "./zh/ownership.ts";
import { people } from "./zh/people.ts";
import { pipeline } from "./zh/pipeline.ts";
import { practice } from "./zh/practice.ts";
import { privacy } from "./zh/privacy.ts";
import { report } from "./zh/report.ts";
import { ruleWords } from "./zh/rule-words.ts";
import { rules } from "./zh/rules.ts";
import { scripts } from "./zh/scripts.ts";
import { skills } from "./zh/skills.ts";
import { slack } from "./zh/slack.ts";
import { strategy } from "./zh/strategy.ts";
import { updates } from "./zh/updates.ts";
import { voice } from "./zh/voice.ts";
import { weights } from "./zh/weights.ts";

export const zh: Texts = {
  actions,
  alerts,
  attention,
  calls,
  chat,
  common,
  contracts,
  crm,
  customers,
  demo,
  discovery,
  importRefusals,
  importing,
  model,
  ownership,
  people,
  lark,
  leads,
  local,
  report,
  practice,
  privacy,
  ruleWords,
  rules,
  scripts,
  graph,
  health,
  home,
  pipeline,
  updates,
  voice,
  weights,
  skills,
  slack,
  strategy,
  debrief,
};
