// What the operator ticks in Lark's developer console, for the docs and doctor. A test holds it against the code.
import type { LarkClient } from "./client.ts";
import { eventTypes } from "./event-types.ts";

/** Calls of ours that need a permission. */
type Verb = Exclude<keyof LarkClient, "http" | "trouble">;
export type Permission = {
  scope: string;
  /** What does not work without it. */
  for: string;
  calls?: Verb[];
  events?: string[];
  isOptional?: true;
};

/** Permissions & Scopes. */
export const permissions: Permission[] = [
  {
    scope: "im:message:send_as_bot",
    for: "sending cards, and answering in groups",
    calls: ["send", "sayInGroup", "replyInThread"],
  },
  { scope: "im:message:update", for: "changing a card where it stands", calls: ["patch"] },
  {
    scope: "im:message.p2p_msg:readonly",
    for: "reading what people write to the bot",
    events: [eventTypes.message],
  },
  {
    scope: "im:message:readonly",
    for: "reading messages that were forwarded together, as evidence of an update",
    calls: ["readMessage"],
    isOptional: true,
  },
  {
    scope: "im:message.group_at_msg:readonly",
    for: "reading messages in groups that mention the bot",
    events: [eventTypes.message],
    isOptional: true,
  },
  {
    scope: "im:chat.members:bot_access",
    for: "saying hello in a group it was added to",
    events: [eventTypes.added],
    isOptional: true,
  },
  {
    scope: "im:resource",
    for: "files, pictures and voice messages, in and out",
    calls: ["download", "uploadFile", "uploadImage"],
  },
  {
    scope: "contact:user.id:readonly",
    for: "finding a colleague by e-mail or phone",
    calls: ["findUser"],
  },
  { scope: "contact:contact.base:readonly", for: "reading who wrote", calls: ["user"] },
  { scope: "contact:user.email:readonly", for: "matching people by e-mail", calls: ["user"] },
  {
    scope: "contact:user.phone:readonly",
    for: "matching people by phone",
    calls: ["user"],
    isOptional: true,
  },
];

/** Calls that any app with a bot may make. */
export const freeCalls: Verb[] = ["bot"];

/** Events & Callbacks > Event Configuration. */
export const events = [
  { type: eventTypes.message, for: "what people write and send" },
  { type: eventTypes.menu, for: "presses on the bot's menu" },
  { type: eventTypes.entered, for: "the greeting when somebody first opens the chat" },
  { type: eventTypes.added, for: "the greeting when somebody adds the bot to a group" },
] as const;

/** Events & Callbacks > Callback Configuration: a list of its own, easily forgotten. */
export const callbacks = [{ type: eventTypes.press, for: "buttons and forms on cards" }] as const;

/** The steps in their order; `where` is a path in the console at open.feishu.cn/app or open.larksuite.com/app. */
export const steps = [
  {
    where: "Create Custom App",
    what: "Create an app for your organisation; keep App ID and App Secret.",
  },
  { where: "Features > Bot", what: "Add the bot." },
  { where: "Permissions & Scopes", what: "Add the permissions." },
  {
    where: "Events & Callbacks > Event Configuration",
    what: "Choose persistent connection; add the events.",
  },
  {
    where: "Events & Callbacks > Callback Configuration",
    what: "Choose persistent connection; add the callback.",
  },
  {
    where: "Version Management & Release",
    what: "Make a version available to your team, and publish it.",
  },
] as const;
