import type { Texts } from "./en.ts";
import { chat } from "./zh/chat.ts";
import { common } from "./zh/common.ts";
import { demo } from "./zh/demo.ts";
import { importRefusals } from "./zh/import-refusals.ts";
import { importing } from "./zh/importing.ts";
import { lark } from "./zh/lark.ts";
import { leads } from "./zh/leads.ts";
import { local } from "./zh/local.ts";
import { people } from "./zh/people.ts";
import { slack } from "./zh/slack.ts";

export const zh: Texts = {
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
