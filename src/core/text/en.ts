// Every English sentence the bot says, by area. The Chinese ones have the same keys (zh.ts), by type.
import { actions } from "./en/actions.ts";
import { attention } from "./en/attention.ts";
import { chat } from "./en/chat.ts";
import { common } from "./en/common.ts";
import { customers } from "./en/customers.ts";
import { demo } from "./en/demo.ts";
import { home } from "./en/home.ts";
import { importRefusals } from "./en/import-refusals.ts";
import { importing } from "./en/importing.ts";
import { lark } from "./en/lark.ts";
import { leads } from "./en/leads.ts";
import { local } from "./en/local.ts";
import { ownership } from "./en/ownership.ts";
import { people } from "./en/people.ts";
import { pipeline } from "./en/pipeline.ts";
import { ruleWords } from "./en/rule-words.ts";
import { rules } from "./en/rules.ts";
import { scripts } from "./en/scripts.ts";
import { slack } from "./en/slack.ts";
import { voice } from "./en/voice.ts";
import { weights } from "./en/weights.ts";

export const en = {
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

export type Texts = typeof en;
