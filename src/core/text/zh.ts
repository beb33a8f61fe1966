import type { Texts } from "./en.ts";
import { chat } from "./zh/chat.ts";
import { common } from "./zh/common.ts";
import { leads } from "./zh/leads.ts";
import { local } from "./zh/local.ts";
import { people } from "./zh/people.ts";

export const zh: Texts = { chat, common, people, leads, local };
