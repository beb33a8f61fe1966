// Events as Lark writes them, and their encrypted, signed form for callbacks.
import { createCipheriv, createHash, randomBytes, randomUUID } from "node:crypto";
import type { State } from "./state.ts";

type App = State["app"];
export type Envelope = {
  schema: "2.0";
  header: Record<string, string>;
  event: Record<string, unknown>;
};
export type Said = {
  from: string;
  type?: string;
  content?: object;
  text?: string;
  at: number;
  chat?: "p2p" | "group";
  mentions?: object[];
  messageId?: string;
  /** The message it replies to, in a thread or not. */
  rootId?: string | undefined;
  eventId?: string;
  senderType?: string;
  tenantKey?: string;
};

export function messageEvent(app: App, said: Said): Envelope {
  const { from, type = "text", text = "", content = { text }, at, chat = "p2p", mentions } = said;
  return envelope(app, "im.message.receive_v1", said, {
    sender: {
      sender_id: { open_id: from, union_id: `on_${from}` },
      sender_type: said.senderType ?? "user",
      tenant_key: said.tenantKey ?? app.tenantKey,
    },
    message: {
      message_id: said.messageId ?? `om_${randomUUID()}`,
      chat_id: `oc_${from}`,
      chat_type: chat,
      message_type: type,
      content: JSON.stringify(content),
      create_time: String(at),
      ...(said.rootId ? { root_id: said.rootId, parent_id: said.rootId } : {}),
      ...(mentions ? { mentions } : {}),
    },
  });
}

export type Pressed = {
  from: string;
  at: number;
  messageId: string;
  value: object;
  formValue?: object;
  eventId?: string;
  tenantKey?: string;
};

export function pressEvent(app: App, pressed: Pressed): Envelope {
  const { from, messageId, value, formValue } = pressed;
  return envelope(app, "card.action.trigger", pressed, {
    operator: {
      open_id: from,
      union_id: `on_${from}`,
      tenant_key: pressed.tenantKey ?? app.tenantKey,
    },
    token: pressed.eventId ? `c-${pressed.eventId}` : `c-${randomUUID()}`,
    action: {
      tag: "button",
      value,
      ...(formValue ? { form_value: formValue, name: "submit" } : {}),
    },
    host: "im_message",
    context: { open_message_id: messageId, open_chat_id: `oc_${from}` },
  });
}

export function menuEvent(
  app: App,
  { from, key, at }: { from: string; key: string; at: number },
): Envelope {
  const operator = { operator_id: { open_id: from } };
  const timestamp = Math.floor(at / 1_000);
  return envelope(app, "application.bot.menu_v6", { at }, { operator, event_key: key, timestamp });
}

/** Somebody added the bot to a group. */
export function addedEvent(
  app: App,
  {
    from,
    chatId,
    ...set
  }: { from: string; chatId: string; at: number; eventId?: string; tenantKey?: string },
): Envelope {
  return envelope(app, "im.chat.member.bot.added_v1", set, {
    chat_id: chatId,
    operator_id: { open_id: from },
    external: false,
    operator_tenant_key: set.tenantKey ?? app.tenantKey,
    name: "Sales",
  });
}

/** Something became of a task that the app made: 5 is ticked off, 6 opened again, 1 a detail. */
export function taskEvent(
  app: App,
  { taskId, what, ...set }: { taskId: string; what: number; at: number; eventId?: string },
): Envelope {
  return envelope(app, "task.task.updated_v1", set, { task_id: taskId, obj_type: what });
}

export function enteredEvent(app: App, { from, at }: { from: string; at: number }): Envelope {
  const event = { chat_id: `oc_${from}`, operator_id: { open_id: from } };
  return envelope(app, "im.chat.access_event.bot_p2p_chat_entered_v1", { at }, event);
}

export function envelope(
  app: App,
  type: string,
  { at, eventId = randomUUID() }: { at: number; eventId?: string },
  event: Record<string, unknown>,
): Envelope {
  const { verificationToken: token, tenantKey: tenant_key, appId: app_id } = app;
  const header = {
    event_id: eventId,
    token,
    create_time: String(at),
    event_type: type,
    tenant_key,
    app_id,
  };
  return { schema: "2.0", header, event };
}

/** AES-256-CBC under sha256 of the key, the IV in front. */
export function encrypt(key: string, body: unknown): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", createHash("sha256").update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(JSON.stringify(body), "utf8"), cipher.final()]).toString(
    "base64",
  );
}

export type SignOptions = { at: number; key?: string; path?: string; sign?: boolean };

/** A callback request, encrypted and signed with this key, by default the app's. */
export function toCallback(app: App, body: unknown, options: SignOptions): Request {
  const { at, key = app.encryptKey, path = "/lark/callback", sign = true } = options;
  const raw = JSON.stringify({ encrypt: encrypt(key, body) });
  const timestamp = String(Math.floor(at / 1_000));
  const nonce = randomUUID();
  const signature = createHash("sha256")
    .update(timestamp + nonce + key + raw)
    .digest("hex");
  const signed = {
    "x-lark-request-timestamp": timestamp,
    "x-lark-request-nonce": nonce,
    "x-lark-signature": signature,
  };
  const headers = { "content-type": "application/json", ...(sign ? signed : {}) };
  return new Request(`http://ringside.example${path}`, { method: "POST", body: raw, headers });
}
