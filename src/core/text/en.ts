// Every English sentence the bot says, by area. The Chinese ones have the same keys (zh.ts), by type.
import { chat } from "./en/chat.ts";
import { common } from "./en/common.ts";
import { demo } from "./en/demo.ts";
import { importRefusals } from "./en/import-refusals.ts";
import { importing } from "./en/importing.ts";
import { lark } from "./en/lark.ts";
import { leads } from "./en/leads.ts";
import { local } from "./en/local.ts";
import { people } from "./en/people.ts";
import { slack } from "./en/slack.ts";

export const en = {
  chat,
  common,
  demo,
  importRefusals,
  importing,
  people,
  lark,
  leads,
  local,
  slack,
};

export type Texts = typeof en;
