// From a language to its sentences.
import type { Language } from "../model.ts";
import { en, type Texts } from "./en.ts";
import { zh } from "./zh.ts";

/** The bot's sentences in one language. */
export function textsFor(language: Language): Texts {
  return language === "zh" ? zh : en;
}
