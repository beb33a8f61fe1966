import type { Texts } from "./en.ts";
import { actions } from "./zh/actions.ts";
import { attention } from "./zh/attention.ts";
import { chat } from "./zh/chat.ts";
import { common } from "./zh/common.ts";
import { customers } from "./zh/customers.ts";
import { demo } from "./zh/demo.ts";
import { home } from "./zh/home.ts";
import { importRefusals } from "./zh/import-refusals.ts";
import { importing } from "./zh/importing.ts";
import { lark } from "./zh/lark.ts";
import { leads } from "./zh/leads.ts";
import { local } from "./zh/local.ts";
import { ownership } from "./zh/ownership.ts";
import { people } from "./zh/people.ts";
import { pipeline } from "./zh/pipeline.ts";
import { ruleWords } from "./zh/rule-words.ts";
import { rules } from "./zh/rules.ts";
import { scripts } from "./zh/scripts.ts";
import { slack } from "./zh/slack.ts";
import { voice } from "./zh/voice.ts";
import { weights } from "./zh/weights.ts";

export const zh: Texts = {
  actions,
  attention,
  chat,
  common,
  customers,
  demo,
  importRefusals,
  importing,
  ownership,
  people,
  lark,
  leads,
  local,
  ruleWords,
  rules,
  scripts,
  home,
  pipeline,
  voice,
  weights,
  slack,
};
