// From Lark's event envelopes to events and interactions: checked once, here. Both transports end in this.
import { z } from "zod";
import { byName } from "../../core/by-name.ts";
import type { TaskNews } from "../../core/journey/actions/tasks/platform-tasks.ts";
import type { Address, ChatEvent, Interaction } from "../adapter.ts";
import { wordsOfMenu } from "./menu.ts";
import type { LarkFile } from "./parse/content.ts";
import {
  type Envelope,
  envelopeShape,
  isOutside,
  openId,
  type Receiver,
  toInbound,
  toKey,
} from "./parse/envelope.ts";
import { eventTypes } from "./parse/event-types.ts";
import { parseMessage } from "./parse/message.ts";
import { parsePress } from "./parse/press.ts";

/** What an envelope means to us. */
export type Incoming =
  | { kind: "event"; event: ChatEvent; asked?: AskedInGroup }
  | { kind: "file"; event: FileEvent; file: FileInMessage }
  | { kind: "forwarded"; event: SaidEvent; messageId: string }
  | { kind: "press"; interaction: Interaction; press: Press }
  | { kind: "added"; group: AddedGroup }
  | { kind: "task"; news: TaskNews }
  /** `why` is a word for metrics. */
  | { kind: "ignored"; why: string };

/** Words said in a group: the message under which we may say one sentence. */
export type AskedInGroup = { messageId: string };
/** A file before it is fetched. */
export type FileEvent = Omit<Extract<ChatEvent, { kind: "file" }>, "assetId">;
/** Forwarded messages before they are fetched. */
export type SaidEvent = Extract<ChatEvent, { kind: "message" }>;
export type FileInMessage = LarkFile & { messageId: string };

/** Where a button stood: its message, that card's key, and whether the card is a form that a press opened. */
export type Press = { messageId: string; card: string; opened: boolean };

/** A group somebody added the bot to. */
export type AddedGroup = { key: string; chatId: string; by: Address; at: number };

export function parseEnvelope(envelope: unknown, receiver: Receiver): Incoming {
  const head = envelopeShape.safeParse(envelope);
  if (!head.success) return { kind: "ignored", why: "unknown-envelope" };
  if (head.data.header.app_id !== receiver.appId) return { kind: "ignored", why: "foreign-app" };
  const type = head.data.header.event_type;
  const parse = Object.hasOwn(parsers, type) ? parsers[type] : undefined;
  if (!parse) return { kind: "ignored", why: "unknown-event" };
  return parse(head.data, receiver) ?? { kind: "ignored", why: "malformed-event" };
}

type Parse = (envelope: Envelope, receiver: Receiver) => Incoming | undefined;

const parsers: Record<string, Parse> = byName({
  [eventTypes.message]: parseMessage,
  [eventTypes.press]: parsePress,
  [eventTypes.menu]: parseMenu,
  [eventTypes.entered]: parseEntered,
  [eventTypes.added]: parseAdded,
  [eventTypes.task]: parseTask,
});

const menuShape = z.object({
  operator: z.object({ operator_id: z.object({ open_id: openId }) }),
  event_key: z.string().max(100),
  timestamp: z.coerce.number().optional(),
});

function parseMenu(envelope: Envelope): Incoming | undefined {
  const parsed = menuShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { operator, event_key, timestamp = envelope.header.create_time } = parsed.data;
  const base = toInbound(envelope, operator.operator_id.open_id, timestamp);
  return { kind: "event", event: { ...base, kind: "message", text: wordsOfMenu(event_key) } };
}

const enteredShape = z.object({ operator_id: z.object({ open_id: openId }) });

function parseEntered(envelope: Envelope): Incoming | undefined {
  const parsed = enteredShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const base = toInbound(envelope, parsed.data.operator_id.open_id, envelope.header.create_time);
  return { kind: "event", event: { ...base, kind: "opened" } };
}

const addedShape = z.object({
  chat_id: z.string().min(1).max(200),
  operator_id: z.object({ open_id: openId }),
  operator_tenant_key: z.string().optional(),
});

function parseAdded(envelope: Envelope): Incoming | undefined {
  const parsed = addedShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { chat_id: chatId, operator_id, operator_tenant_key } = parsed.data;
  if (isOutside(operator_tenant_key, envelope)) return { kind: "ignored", why: "outside" };
  const { key, at, ...by } = toInbound(envelope, operator_id.open_id, envelope.header.create_time);
  return { kind: "added", group: { key, chatId, by, at } };
}

/** What became of a task that the app made: 5 is ticked off, 6 opened again; the rest is of no concern. */
const taskShape = z.object({ task_id: z.string().min(1).max(200), obj_type: z.int() });
const tellingTypes = [5, 6];

function parseTask(envelope: Envelope): Incoming | undefined {
  const parsed = taskShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { task_id: taskId, obj_type } = parsed.data;
  if (!tellingTypes.includes(obj_type)) return { kind: "ignored", why: "task-detail" };
  const { app_id: connection, event_id } = envelope.header;
  const key = toKey(envelope, event_id);
  return { kind: "task", news: { key, place: { surface: "lark", connection, taskId } } };
}
