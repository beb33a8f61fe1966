// Every English sentence the bot says, by area. The Chinese ones have the same keys (zh.ts), by type.
import { common } from "./en/common.ts";

export const en = { common };

export type Texts = typeof en;
