// From Lark's event envelopes to events and interactions: checked once, here. Both transports end in this.
import { createHash } from "node:crypto";
import { z } from "zod";
import { maxRefLength } from "../../core/card.ts";
import type { ChatEvent, Interaction } from "../adapter.ts";
import { type Content, parseContent } from "./parse-content.ts";
import { type FormKinds, formKinds, parseValues } from "./parse-values.ts";

/** The app an envelope came to, and its bot's open_id, to know mentions of us by. */
export type Receiver = { appId: string; botOpenId: string };

/** What an envelope means to us. */
export type Incoming =
  | { kind: "event"; event: ChatEvent }
  | { kind: "file"; event: Omit<FileEvent, "assetId">; file: LarkFile }
  | { kind: "press"; interaction: Interaction; press: Press }
  /** `why` is a word for metrics. */
  | { kind: "ignored"; why: string };
export type FileEvent = Extract<ChatEvent, { kind: "file" }>;
export type LarkFile = { messageId: string; fileKey: string; type: "image" | "file" };

/** Where a button stood: its message, that card's key, and whether the card is a form that a press opened. */
export type Press = { messageId: string; card: string; opened: boolean };

/** The events we read; setup.ts tells the operator to tick exactly these. */
export const eventTypes = {
  message: "im.message.receive_v1",
  press: "card.action.trigger",
  menu: "application.bot.menu_v6",
  entered: "im.chat.access_event.bot_p2p_chat_entered_v1",
} as const;

export function parseEnvelope(envelope: unknown, receiver: Receiver): Incoming {
  const head = envelopeShape.safeParse(envelope);
  if (!head.success) return { kind: "ignored", why: "unknown-envelope" };
  if (head.data.header.app_id !== receiver.appId) return { kind: "ignored", why: "foreign-app" };
  const parse = parsers[head.data.header.event_type];
  if (!parse) return { kind: "ignored", why: "unknown-event" };
  return parse(head.data, receiver) ?? { kind: "ignored", why: "malformed-event" };
}

const envelopeShape = z.object({
  header: z.object({
    event_id: z.string().min(1).max(200),
    event_type: z.string(),
    app_id: z.string(),
    tenant_key: z.string(),
    create_time: z.coerce.number(),
  }),
  event: z.unknown(),
});
type Envelope = z.infer<typeof envelopeShape>;
type Parse = (envelope: Envelope, receiver: Receiver) => Incoming | undefined;

const openId = z.string().min(1).max(200);
const messageShape = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: openId }),
    sender_type: z.string(),
    tenant_key: z.string().optional(),
  }),
  message: z.object({
    message_id: z.string().min(1).max(200),
    root_id: z.string().optional(),
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    create_time: z.coerce.number(),
    mentions: z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          id: z.object({ open_id: z.string().optional() }),
        }),
      )
      .optional(),
  }),
});
type LarkMessage = z.infer<typeof messageShape>;

const parsers: Record<string, Parse> = {
  [eventTypes.message]: parseMessage,
  [eventTypes.press]: parsePress,
  [eventTypes.menu]: parseMenu,
  [eventTypes.entered]: parseEntered,
};

function parseMessage(envelope: Envelope, { botOpenId }: Receiver): Incoming | undefined {
  const parsed = messageShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { sender, message } = parsed.data;
  if (sender.sender_type !== "user") return { kind: "ignored", why: "from-a-bot" };
  if (isOutside(sender.tenant_key, envelope)) return { kind: "ignored", why: "outside" };
  const mentions = message.mentions ?? [];
  const isForUs = mentions.some(({ id }) => id.open_id === botOpenId);
  if (message.chat_type !== "p2p" && !isForUs) return { kind: "ignored", why: "not-for-us" };
  const base = {
    ...toInbound(envelope, sender.sender_id.open_id, message.create_time),
    ...keysOf(envelope, parsed.data),
  };
  const names = mentions.map(({ key, name, id }) => ({
    key,
    name: id.open_id === botOpenId ? "" : name,
  }));
  return toIncoming(base, parseContent(message, names), message.message_id);
}

type Inbound = ReturnType<typeof toInbound> & { key: string; aliases?: string[] };

function toIncoming(base: Inbound, content: Content, messageId: string): Incoming {
  const { text, file } = content;
  if (!file) return { kind: "event", event: { ...base, kind: "message", text } };
  const { name, ...place } = file;
  return {
    kind: "file",
    event: { ...base, kind: "file", name, text },
    file: { messageId, ...place },
  };
}

/**
 * A redelivery has the same message_id, says Lark; some saw a fresh one, with everything else the same. Two of our
 * apps in one group get the same message_id, so the app stands in every key.
 */
function keysOf(
  { header }: Envelope,
  { sender, message }: LarkMessage,
): { key: string; aliases: string[] } {
  const { chat_id, root_id = "", create_time, content, message_id } = message;
  const said = [sender.sender_id.open_id, chat_id, root_id, create_time, content].join("|");
  const hash = createHash("sha256").update(said).digest("hex");
  const scope = `lark:${header.app_id}`;
  return {
    key: `${scope}:${message_id}`,
    aliases: [`${scope}:${header.event_id}`, `${scope}:${hash}`],
  };
}

const pressShape = z.object({
  operator: z.object({ open_id: openId, tenant_key: z.string().optional() }),
  token: z.string().max(200).optional(),
  action: z.object({
    value: z.object({
      ref: z.string().min(1).max(maxRefLength),
      card: z.string().catch(""),
      opened: z.boolean().catch(false),
      form: formKinds.optional(),
    }),
    form_value: z.record(z.string(), z.unknown()).optional(),
  }),
  context: z.object({ open_message_id: z.string() }).optional(),
});

function parsePress(envelope: Envelope): Incoming | undefined {
  const parsed = pressShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { operator, action, context, token } = parsed.data;
  if (isOutside(operator.tenant_key, envelope)) return { kind: "ignored", why: "outside" };
  const { ref, card, opened, form } = action.value;
  const scope = `lark:${envelope.header.app_id}`;
  const base = {
    ...toInbound(envelope, operator.open_id, envelope.header.create_time),
    key: `${scope}:${envelope.header.event_id}`,
    ...(token ? { aliases: [`${scope}:${token}`] } : {}),
  };
  const press = { messageId: context?.open_message_id ?? "", card, opened };
  return {
    kind: "press",
    press,
    interaction: toInteraction(base, ref, { form, answers: action.form_value }),
  };
}

type Filled = { form: FormKinds | undefined; answers: Record<string, unknown> | undefined };

function toInteraction(base: Inbound, ref: string, { form, answers }: Filled): Interaction {
  if (!form) return { ...base, kind: "action", ref };
  return { ...base, kind: "submit", ref, values: parseValues(answers ?? {}, form) };
}

const menuShape = z.object({
  operator: z.object({ operator_id: z.object({ open_id: openId }) }),
  event_key: z.string().max(100),
  timestamp: z.coerce.number().optional(),
});

/** A menu entry says what its key says: "my_leads" is "my leads". */
function parseMenu(envelope: Envelope): Incoming | undefined {
  const parsed = menuShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { operator, event_key, timestamp } = parsed.data;
  const base = toInbound(
    envelope,
    operator.operator_id.open_id,
    timestamp ?? envelope.header.create_time,
  );
  const text = event_key.replaceAll("_", " ");
  return { kind: "event", event: { ...base, kind: "message", text } };
}

const enteredShape = z.object({ operator_id: z.object({ open_id: openId }) });

function parseEntered(envelope: Envelope): Incoming | undefined {
  const parsed = enteredShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const base = toInbound(envelope, parsed.data.operator_id.open_id, envelope.header.create_time);
  return { kind: "event", event: { ...base, kind: "opened" } };
}

function toInbound({ header }: Envelope, externalId: string, time: number) {
  const key = `lark:${header.app_id}:${header.event_id}`;
  return { key, surface: "lark" as const, connection: header.app_id, externalId, at: toMs(time) };
}

// Whoever is of another organisation sees nothing of ours.
const isOutside = (tenantKey: string | undefined, { header }: Envelope) =>
  tenantKey !== undefined && tenantKey !== header.tenant_key;

/** Lark counts in seconds, milliseconds or microseconds, by event. */
function toMs(time: number): number {
  if (time > 1e14) return Math.floor(time / 1_000);
  return time < 1e11 ? time * 1_000 : time;
}
