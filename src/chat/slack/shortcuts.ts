// What Slack's own menus offer: the slash command, and the shortcuts of the table.
import type { ShortcutName } from "../adapter.ts";

/** The slash command, which takes any words. */
export const slashCommand = "/ringside";

export type Shortcut = {
  /** Slack's callback_id. */
  id: string;
  shortcut: ShortcutName;
  /** Global: in the menu beside the message field. Message: in the menu of any message. */
  type: "global" | "message";
  name: string;
  description: string;
};

/** Each place a shortcut can be picked from. */
export const slackShortcuts: readonly Shortcut[] = [
  {
    id: "lead",
    shortcut: "lead",
    type: "global",
    name: "New lead",
    description: "Save a lead of your own",
  },
  {
    id: "update",
    shortcut: "update",
    type: "global",
    name: "Log an update",
    description: "Say what happened with a customer",
  },
  {
    id: "update_message",
    shortcut: "update",
    type: "message",
    name: "Log an update",
    description: "Make an update of this message",
  },
  {
    id: "say",
    shortcut: "say",
    type: "message",
    name: "What do I say to this?",
    description: "Three lines to answer an objection with",
  },
  {
    id: "attach",
    shortcut: "attach",
    type: "message",
    name: "Attach to deal",
    description: "Keep this message as evidence with a deal",
  },
];
