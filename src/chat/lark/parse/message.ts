// What somebody wrote or sent, in the private chat or in a group with a mention of us.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Incoming } from "../parse.ts";
import { type Content, parseContent } from "./content.ts";
import {
  type Envelope,
  type Inbound,
  isOutside,
  openId,
  type Receiver,
  time,
  toInbound,
  toKey,
} from "./envelope.ts";

const messageShape = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: openId }),
    sender_type: z.string(),
    tenant_key: z.string().nullish(),
  }),
  message: z.object({
    message_id: z.string().min(1).max(200),
    root_id: z.string().nullish(),
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    create_time: time,
    mentions: z
      .array(
        z.object({
          key: z.string(),
          name: z.string().catch(""),
          id: z.object({ open_id: z.string().nullish() }).nullish(),
        }),
      )
      .nullish()
      .catch([]),
  }),
});
type LarkMessage = z.infer<typeof messageShape>;

/** Undefined when it is not what Lark documents. */
export function parseMessage(envelope: Envelope, { botOpenId }: Receiver): Incoming | undefined {
  const parsed = messageShape.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { sender, message } = parsed.data;
  if (sender.sender_type !== "user") return { kind: "ignored", why: "from-a-bot" };
  if (isOutside(sender.tenant_key, envelope)) return { kind: "ignored", why: "outside" };
  const mentions = message.mentions ?? [];
  const isForUs = mentions.some(({ id }) => id?.open_id === botOpenId);
  const isGroup = message.chat_type !== "p2p";
  if (isGroup && !isForUs) return { kind: "ignored", why: "not-for-us" };
  const base = {
    ...toInbound(envelope, sender.sender_id.open_id, message.create_time),
    ...keysOf(envelope, parsed.data),
    // A plain reply names the message it answers in the same field: that is saying it there, too.
    ...(message.root_id && !isGroup ? { threadId: message.root_id } : {}),
  };
  const names = mentions.map(({ key, name, id }) => ({
    key,
    name: id?.open_id === botOpenId ? "" : name,
  }));
  const channel = isGroup ? message.chat_id : undefined;
  const place = { messageId: message.message_id, channel };
  if (message.message_type === "merge_forward") return toForwarded(base, place);
  return toIncoming(base, parseContent(message, names), place);
}

type Place = { messageId: string; channel: string | undefined };
type Said = Inbound & { threadId?: string };

/** Its content is a placeholder: what it holds is asked for. */
function toForwarded(base: Said, { messageId, channel }: Place): Incoming {
  const said = { ...base, kind: "message" as const, text: "" };
  return { kind: "forwarded", event: channel ? { ...said, channel } : said, messageId };
}

function toIncoming(base: Said, content: Content, { messageId, channel }: Place): Incoming {
  const { text, file } = content;
  if (file) {
    const { name, ...rest } = file;
    const event = { ...base, kind: "file" as const, name, text };
    return { kind: "file", event, file: { messageId, ...rest } };
  }
  // A mention without words is somebody wanting something.
  const said = { ...base, kind: "message" as const, text: text || (channel ? "help" : "") };
  if (!channel) return { kind: "event", event: said };
  return { kind: "event", event: { ...said, channel }, asked: { messageId } };
}

/**
 * A redelivery has the same message_id, says Lark; some saw a fresh one, with everything else the same. So a message
 * has three keys, and comes again under any of them.
 */
function keysOf(
  envelope: Envelope,
  { sender, message }: LarkMessage,
): { key: string; aliases: string[] } {
  const { chat_id, root_id, create_time, content, message_id } = message;
  const said = [sender.sender_id.open_id, chat_id, root_id ?? "", create_time, content].join("|");
  const hash = createHash("sha256").update(said).digest("hex");
  return {
    key: toKey(envelope, message_id),
    aliases: [toKey(envelope, envelope.header.event_id), toKey(envelope, hash)],
  };
}
