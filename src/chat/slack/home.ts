// The Home tab and the words other surfaces of Slack stand for: buttons that say what could be typed.
import type { Texts } from "../../core/text/en.ts";
import { limits } from "./limits.ts";
import { plainText } from "./render-text.ts";

/** The slash command, which takes any words. */
export const slashCommand = "/ringside";

/** Global shortcuts: what each says for the person who picks it. */
export const shortcuts = {
  new_lead: { name: "New lead", says: "new lead", description: "Save a lead of your own" },
  my_leads: { name: "My leads", says: "my leads", description: "See the leads that are yours" },
} as const;

/** The words a shortcut stands for. */
export function wordsOfShortcut(callbackId: string): string | undefined {
  return Object.hasOwn(shortcuts, callbackId)
    ? shortcuts[callbackId as keyof typeof shortcuts].says
    : undefined;
}

/** What the Home tab shows: nothing but what can be asked, since Slack keeps it and shows it again unasked. */
export function renderHome({ slack }: Texts): object {
  const { intro, title, commands } = slack.home;
  return {
    type: "home",
    blocks: [
      { type: "header", text: plainText(title, limits.header) },
      { type: "section", text: plainText(intro, limits.sectionText) },
      {
        type: "actions",
        elements: commands.map((words, index) => ({
          type: "button",
          action_id: `say:${index}`,
          text: plainText(words, limits.button.text),
          value: words,
        })),
      },
    ],
  };
}
