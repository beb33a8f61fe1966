// From what Slack sends to events and interactions: checked once, here.
import { z } from "zod";
import type { ChatEvent } from "../adapter.ts";
import { digestOf } from "../digest.ts";
import type { Bot } from "./client.ts";
import { limits } from "./limits.ts";
import { parseText } from "./parse/text.ts";

/** Whose events these are, and the clock for those without a time. */
export type Installed = { bot: Bot; now: number };

export type SlackFile = z.output<typeof slackFile>;

/** A message with where it was said: answers go to the direct conversation. */
export type Said = {
  event: Extract<ChatEvent, { kind: "message" }>;
  channel: string;
  isDirect: boolean;
  /** The message itself, and the thread it stands in, by their `ts`; a command has neither. */
  ts?: string;
  thread?: string;
  files: SlackFile[];
};

/** Where it lies is left out where it was dropped in a shared channel. */
export const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  /** "slack_audio" for a voice clip, whose media type may call it a video. */
  subtype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
  transcription: z
    .object({
      status: z.string().nullish(),
      preview: z.object({ content: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

const envelope = z.object({
  team_id: z.string().nullish(),
  event_id: z.string().nullish(),
  event_time: z.number().nullish(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
  event: z.looseObject({ type: z.string() }),
});

const message = z.object({
  type: z.enum(["message", "app_mention"]),
  subtype: z.string().nullish(),
  channel: z.string(),
  channel_type: z.string().nullish(),
  user: z.string().nullish(),
  user_team: z.string().nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
});

/** A message somebody forwarded; a link to one is unfurled the same way, without `is_share`. */
const forwarded = z.object({ is_share: z.literal(true), text: z.string().min(1) });

const homeOpened = z.object({
  type: z.literal("app_home_opened"),
  user: z.string(),
  tab: z.string(),
});

/** What a person wrote or dropped; nothing for bots, edits, other people's talk and other workspaces. */
export function parseMessage(body: unknown, to: Installed): Said | undefined {
  const outer = parseEnvelope(body, to);
  const inner = message.safeParse(outer?.event);
  if (!outer || !inner.success) return undefined;
  const { data } = inner;
  const isDirect = isDirectMessage(data);
  if (!data.user || !isFromPerson(data, to.bot) || !(isDirect || data.type === "app_mention")) {
    return undefined;
  }
  const key = keyOf(outer, to, `said:${data.channel}:${data.ts}`);
  // A mention comes twice, as message and as mention; a fresh delivery has the channel and ts of the first.
  const aliases = [`slack:${to.bot.teamId}:${data.channel}:${data.ts}`];
  const at = toTime(data.ts, to.now);
  const thread = threadOf(data);
  return {
    event: {
      ...toInbound(to, { key, aliases, externalId: data.user, at }),
      kind: "message",
      text: parseText(data.text ?? "", to.bot.userId),
      ...placeOf(data, isDirect),
      ...forwardedIn(data, to.bot.userId),
    },
    ...{ channel: data.channel, isDirect, ts: data.ts },
    ...(thread ? { thread } : {}),
    files: (data.files ?? []).flatMap((file) => slackFile.safeParse(file).data ?? []),
  };
}

function forwardedIn({ attachments }: z.output<typeof message>, botUserId: string) {
  const words = (attachments ?? []).flatMap((one) => forwarded.safeParse(one).data?.text ?? []);
  const text = parseText(words.join("\n\n"), botUserId).slice(0, limits.shortcutText);
  return text ? { forwarded: text } : {};
}

/** Where the kind of a channel is not said, its id tells. */
function isDirectMessage({ type, channel_type: kind, channel }: Message): boolean {
  return kind ? kind === "im" : type === "message" && channel.startsWith("D");
}

/** In which thread of the private conversation it was said, or in which channel. */
function placeOf(said: Message, isDirect: boolean) {
  if (!isDirect) return { channel: said.channel };
  const threadId = threadOf(said);
  return threadId ? { threadId } : {};
}

/** The first message of a thread may name itself as its thread: it stands in none. */
function threadOf({ thread_ts: thread, ts }: Message): string | undefined {
  return thread && thread !== ts ? thread : undefined;
}

/** Somebody opened the app: a tab of it. */
export function parseOpened(
  body: unknown,
  to: Installed,
): { event: ChatEvent; tab: string } | undefined {
  const outer = parseEnvelope(body, to);
  const inner = homeOpened.safeParse(outer?.event);
  if (!outer || !inner.success) return undefined;
  const { user: externalId, tab } = inner.data;
  const key = keyOf(outer, to, `opened:${externalId}:${outer.event_time ?? to.now}`);
  return { event: { ...toInbound(to, { key, externalId, at: to.now }), kind: "opened" }, tab };
}

const removed = z.object({
  type: z.enum(["app_uninstalled", "tokens_revoked"]),
  tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish(),
});

/** Whether the app was taken out of this workspace; that somebody's own token was revoked is no such thing. */
export function parseRemoved(body: unknown, to: Installed): boolean {
  const { data } = removed.safeParse(parseEnvelope(body, to)?.event);
  if (data?.type !== "tokens_revoked") return data !== undefined;
  const bots = data.tokens?.bot;
  return !bots || bots.includes(to.bot.userId);
}

const command = z.object({
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().nullish(),
  trigger_id: z.string().nullish(),
  text: z.string().nullish(),
});

/** A slash command: words, like any others; none ask for help. */
export function parseCommand(body: unknown, to: Installed): Said | undefined {
  const { data } = command.safeParse(body);
  if (!data || data.team_id !== to.bot.teamId) return undefined;
  const words = parseText(data.text ?? "", to.bot.userId);
  const key = `slack:${data.team_id}:${data.trigger_id || to.now}:${digestOf([data.user_id, words])}`;
  return {
    event: {
      ...toInbound(to, { key, externalId: data.user_id, at: to.now }),
      kind: "message",
      text: words || "help",
    },
    channel: data.channel_id,
    isDirect: data.channel_name === "directmessage",
    files: [],
  };
}

/** Under which keys, from whom and when something came. */
export type Origin = { key: string; aliases?: string[]; externalId: string; at: number };

/** What every event has. */
export function toInbound({ bot }: Installed, origin: Origin) {
  return { ...origin, surface: "slack" as const, connection: bot.teamId };
}

function parseEnvelope(body: unknown, { bot }: Installed) {
  const { data } = envelope.safeParse(body);
  const team = data?.authorizations?.[0]?.team_id ?? data?.team_id;
  return team === bot.teamId ? data : undefined;
}

/** By the id Slack gives an event; without one by what it is about. */
function keyOf({ event_id: id }: Envelope, { bot }: Installed, about: string): string {
  return `slack:${bot.teamId}:${id || about}`;
}

type Envelope = z.output<typeof envelope>;
type Message = z.output<typeof message>;

function isFromPerson(
  { subtype, user, bot_id: botId, user_team: team }: Message,
  bot: Bot,
): boolean {
  return isSaid(subtype) && !botId && user !== bot.userId && isColleague(team, bot);
}

/** A voice clip or a dropped file is a file_share; every other subtype is an edit, a deletion or a notice. */
function isSaid(subtype: string | null | undefined): boolean {
  return !subtype || ["file_share", "thread_broadcast", "me_message"].includes(subtype);
}

/** Somebody of another organisation in a shared channel is nobody to us. */
export function isColleague(team: string | null | undefined, bot: Bot): boolean {
  return !team || team === bot.teamId || team === bot.enterpriseId;
}

function toTime(ts: string, now: number): number {
  const at = Math.round(Number(ts) * 1000);
  return Number.isSafeInteger(at) && at > 0 ? at : now;
}
