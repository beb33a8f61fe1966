// What one area of the product adds to the table: the words, buttons and menus that lead to its use cases.
import type { Person } from "../../core/model.ts";
import type { Answer, Effect } from "../../core/use-case.ts";
import type { ShortcutName } from "../adapter.ts";
import type { Intent } from "../intents.ts";

type Handler = Effect | Promise<Effect>;
/** `rest`: what followed the words that were understood. */
export type IntentHandler = (person: Person, rest: string) => Handler;
export type ActionHandler = (answer: Answer) => Handler;
export type ShortcutHandler = (person: Person, text: string) => Handler;

export type Area = {
  intents: Partial<Record<Intent, IntentHandler>>;
  actions: Record<string, ActionHandler>;
  shortcuts?: Partial<Record<ShortcutName, ShortcutHandler>>;
};
