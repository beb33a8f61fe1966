// What the operator ticks in Lark's developer console, for the docs and doctor. A test holds it against the code.
import type { Texts } from "../../core/text/en.ts";
import type { LarkClient } from "./client.ts";
import { eventTypes } from "./parse/event-types.ts";

/** Calls of ours that need a permission. */
type Verb = Exclude<keyof LarkClient, "http" | "trouble">;
type Words = Texts["larkSetup"];
export type Permission = {
  /** Its name in the console; what it is for stands in the texts (lark-setup.ts). */
  scope: keyof Words["permissions"];
  calls?: Verb[];
  events?: string[];
  /** The rest works without it. */
  isOptional?: true;
};

/** Permissions & Scopes. Which call takes which is Lark's own reference, call by call: test/chat/lark/manifest.test.ts. */
export const permissions: Permission[] = [
  { scope: "im:message:send_as_bot", calls: ["send", "sayInGroup", "replyInThread"] },
  { scope: "im:message:update", calls: ["patch"] },
  { scope: "im:message.p2p_msg:readonly", events: [eventTypes.message] },
  { scope: "im:message:readonly", calls: ["readMessage", "download"] },
  { scope: "im:message.group_at_msg:readonly", events: [eventTypes.message], isOptional: true },
  { scope: "im:chat.members:bot_access", events: [eventTypes.added], isOptional: true },
  // Lark's reference asks for none; its console adds it with the event.
  {
    scope: "im:chat.access_event.bot_p2p_chat:read",
    events: [eventTypes.entered],
    isOptional: true,
  },
  { scope: "im:resource", calls: ["uploadFile", "uploadImage"] },
  { scope: "contact:user.id:readonly", calls: ["findUser"] },
  { scope: "contact:contact.base:readonly", calls: ["user"] },
  { scope: "contact:user.email:readonly", calls: ["user"] },
  { scope: "contact:user.phone:readonly", calls: ["user"], isOptional: true },
  { scope: "contact:user.employee:readonly", calls: ["user"], isOptional: true },
  { scope: "task:task:write", calls: ["addTask", "changeTask", "removeTask"], isOptional: true },
  { scope: "task:task:read", calls: ["readTask"], events: [eventTypes.task], isOptional: true },
  { scope: "bitable:app", isOptional: true },
];

/** Calls that any app with a bot may make. */
export const freeCalls: Verb[] = ["bot"];

/** Events & Callbacks > Event Configuration. */
export const events: (keyof typeof eventTypes)[] = ["message", "menu", "entered", "added", "task"];

/** Events & Callbacks > Callback Configuration: a list of its own, easily forgotten. */
export const callbacks: (keyof typeof eventTypes)[] = ["press"];

/**
 * The steps in their order, in the console at open.feishu.cn/app or open.larksuite.com/app and here. A first
 * version makes the bot exist, and the bot runs before events are set: the console saves a way to receive them only
 * when it reaches the app. `address` is where Lark reaches the HTTP callback; without it the connection is persistent.
 */
export function listSteps({ steps }: Words, address?: string): { where: string; what: string }[] {
  const receiving = address
    ? [steps.runHttp, steps.eventsHttp({ address }), steps.callbacksHttp({ address })]
    : [steps.run, steps.events, steps.callbacks];
  const before = [steps.create, steps.bot, steps.permissions, steps.range, steps.first];
  return [...before, ...receiving, steps.release, steps.check];
}

/** What "Batch import" of the console takes: every permission at once. */
export const scopesToImport = {
  scopes: { tenant: permissions.map(({ scope }) => scope), user: [] },
};
