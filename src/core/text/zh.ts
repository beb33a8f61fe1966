import type { Texts } from "./en.ts";
import { chat } from "./zh/chat.ts";
import { common } from "./zh/common.ts";
import { demo } from "./zh/demo.ts";
import { importing } from "./zh/importing.ts";
import { leads } from "./zh/leads.ts";
import { local } from "./zh/local.ts";
import { people } from "./zh/people.ts";

export const zh: Texts = { chat, common, demo, importing, people, leads, local };
