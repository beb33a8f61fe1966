import type { Texts } from "./en.ts";
import { common } from "./zh/common.ts";

export const zh: Texts = { common };
