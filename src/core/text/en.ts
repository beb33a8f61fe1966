// Every English sentence the bot says, by area. The Chinese ones have the same keys (zh.ts), by type.
import { actions } from "./en/actions.ts";
import { alerts } from "./en/alerts.ts";
import { attention } from "./en/attention.ts";
import { calls } from "./en/calls.ts";
import { chat } from "./en/chat.ts";
import { common } from "./en/common.ts";
import { contracts } from "./en/contracts.ts";
import { crm } from "./en/crm.ts";
import { customers } from "./en/customers.ts";
import { debrief } from "./en/debrief.ts";
import { demo } from "./en/demo.ts";
import { discovery } from "./en/discovery.ts";
import { graph } from "./en/graph.ts";
import { health } from "./en/health.ts";
import { home } from "./en/home.ts";
import { importRefusals } from "./en/import-refusals.ts";
import { importing } from "./en/importing.ts";
import { lark } from "./en/lark.ts";
import { leads } from "./en/leads.ts";
import { local } from "./en/local.ts";
import { model } from "./en/model.ts";
import { ownership } from "./en/ownership.ts";
import { people } from "./en/people.ts";
import { pipeline } from "./en/pipeline.ts";
import { practice } from "./en/practice.ts";
import { privacy } from "./en/privacy.ts";
import { report } from "./en/report.ts";
import { ruleWords } from "./en/rule-words.ts";
import { rules } from "./en/rules.ts";
import { scripts } from "./en/scripts.ts";
import { skills } from "./en/skills.ts";
import { slack } from "./en/slack.ts";
import { strategy } from "./en/strategy.ts";
import { updates } from "./en/updates.ts";
import { voice } from "./en/voice.ts";
import { weights } from "./en/weights.ts";

export const en = {
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

export type Texts = typeof en;
