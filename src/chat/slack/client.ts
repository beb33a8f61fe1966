// The Web API calls Ringside makes, each one try and ten seconds: trying again is the outbox's business.
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { type Picture, upload } from "./files/images.ts";
import { type Sharing, share } from "./files/share.ts";
import { limits, times } from "./limits.ts";
import { type SlackFile, slackFile } from "./parse.ts";
import type { SlackView } from "./render/modal.ts";
import { cutBytes, type SlackBlock } from "./render/text.ts";

export type SlackClient = {
  /** Who this token is. */
  identify(): Promise<Bot>;
  /** The conversation with one person; asked for once. */
  openDm(user: string): Promise<string>;
  /** The same where it is known already, for when there is no time to ask. */
  knownDm(user: string): string | undefined;
  /** Returns the `ts`, which with the channel names the message. */
  post(message: Posting): Promise<string>;
  edit(ts: string, message: Posting): Promise<void>;
  /** Shown to one person only, in a channel or one of its threads. */
  whisper(to: { channel: string; user: string; text: string; thread?: string }): Promise<void>;
  /** A sentence everybody can read, in a thread. */
  reply(to: { channel: string; thread: string; text: string }): Promise<void>;
  /** The newest messages, newest first; up to and including `latest`. */
  history(channel: string, range?: { latest?: string; limit?: number }): Promise<Stored[]>;
  /** Every message of a thread that Slack gives at once, oldest first. */
  replies(channel: string, thread: string): Promise<Stored[]>;
  openView(triggerId: string, view: SlackView): Promise<void>;
  updateView(target: { id: string; hash?: string }, view: object): Promise<void>;
  publishHome(user: string, view: object): Promise<void>;
  user(id: string): Promise<SlackUser>;
  userByEmail(email: string): Promise<SlackUser>;
  file(id: string): Promise<SlackFile>;
  /** Uploads a picture nobody sees yet; returns Slack's id of it, once it can be shown. */
  upload(file: Picture): Promise<string>;
  /** Shares a file into a conversation. */
  share(file: Sharing): Promise<void>;
};

export type Bot = {
  teamId: string;
  teamName: string;
  userId: string;
  /** Of the app this token belongs to, where Slack tells. */
  appId?: string;
  enterpriseId?: string;
};
export type Posting = {
  channel: string;
  text: string;
  /** The `ts` of the message in whose thread it stands. */
  thread_ts?: string;
  blocks?: SlackBlock[];
  metadata: { event_type: string; event_payload: Record<string, string> };
};
export type Stored = z.output<typeof stored>;
export type SlackUser = z.output<typeof slackUser>;

// Nulls where a field is not set come from Slack itself, and from what stands in for it.
const stored = z.object({
  ts: z.string(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .nullish()
    .catch(null),
});

const slackUser = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  is_email_confirmed: z.boolean().nullish(),
  enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
  profile: z.object({ email: z.string().nullish() }).nullish(),
});

const identity = z.object({
  team_id: z.string(),
  team: z.string().nullish(),
  user_id: z.string(),
  bot_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
});

const botInfo = z.object({ bot: z.object({ app_id: z.string().nullish() }) });

/** Options both clients of a connection share: one try, an end by itself, and a 429 is ours to wait for. */
export function callOptions(
  apiUrl: string | undefined,
  timeoutMs: number = times.callMs,
): webApi.WebClientOptions {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: timeoutMs,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  };
}

/** Hears how each call went: undefined when it went well. */
export type OnCalled = (error: unknown) => void;

/** `onCalled` hears how each call ended. */
export function createSlackClient(web: webApi.WebClient, onCalled: OnCalled): SlackClient {
  const call = createCall(web, onCalled);
  return {
    identify: () => identify(call),
    ...createDirects(call),
    ...createViews(call),
    async post(message) {
      const args = { ...message, ...quiet };
      return (await call("chat.postMessage", args, z.object({ ts: z.string() }))).ts;
    },
    async edit(ts, message) {
      // Blocks given empty are taken away: an edit that falls back to text must not keep the old ones.
      const text = cutBytes(message.text, limits.editText);
      await call("chat.update", { blocks: [], ...message, ...quiet, text, ts }, anything);
    },
    async whisper({ channel, user, text, thread }) {
      const place = { channel, user, ...(thread ? { thread_ts: thread } : {}) };
      await call("chat.postEphemeral", { ...place, text, ...quiet }, anything);
    },
    async reply({ channel, thread, text }) {
      await call("chat.postMessage", { channel, thread_ts: thread, text, ...quiet }, anything);
    },
    async history(channel, { latest, limit = 30 } = {}) {
      const range = latest ? { latest, inclusive: true } : {};
      const args = { channel, limit, include_all_metadata: true, ...range };
      const shape = z.object({ messages: z.array(stored) });
      return (await call("conversations.history", args, shape)).messages;
    },
    async replies(channel, thread) {
      const args = { channel, ts: thread, limit: 200, include_all_metadata: true };
      const shape = z.object({ messages: z.array(stored) });
      return (await call("conversations.replies", args, shape)).messages;
    },
    async user(id) {
      return (await call("users.info", { user: id }, z.object({ user: slackUser }))).user;
    },
    async userByEmail(email) {
      const shape = z.object({ user: slackUser });
      return (await call("users.lookupByEmail", { email }, shape)).user;
    },
    async file(id) {
      return (await call("files.info", { file: id }, z.object({ file: slackFile }))).file;
    },
    upload: (file) => upload(web, file),
    share: (file) => share(web, file),
  };
}

type Call = <Result>(method: string, args: object, shape: z.ZodType<Result>) => Promise<Result>;

function createCall(web: webApi.WebClient, onCalled: OnCalled): Call {
  return async (method, args, shape) => {
    try {
      const answer = await web.apiCall(method, { ...args });
      onCalled(undefined);
      return shape.parse(answer);
    } catch (error) {
      onCalled(error);
      throw error;
    }
  };
}

async function identify(call: Call): Promise<Bot> {
  const bot = await call("auth.test", {}, identity);
  const appId = bot.bot_id ? await appOf(bot.bot_id, call) : undefined;
  return {
    teamId: bot.team_id,
    teamName: bot.team ?? bot.team_id,
    userId: bot.user_id,
    ...(appId ? { appId } : {}),
    ...(bot.enterprise_id ? { enterpriseId: bot.enterprise_id } : {}),
  };
}

/** Where Slack does not tell, what comes in is told apart by its team alone. */
function appOf(bot: string, call: Call): Promise<string | null | undefined> {
  return call("bots.info", { bot }, botInfo).then(
    (info) => info.bot.app_id,
    () => undefined,
  );
}

function createDirects(call: Call): Pick<SlackClient, "openDm" | "knownDm"> {
  const directs = new Map<string, string>();
  const shape = z.object({ channel: z.object({ id: z.string() }) });
  return {
    async openDm(user) {
      // A channel is a conversation already.
      if (/^[CG]/.test(user)) return user;
      const known = directs.get(user);
      const id = known ?? (await call("conversations.open", { users: user }, shape)).channel.id;
      directs.set(user, id);
      return id;
    },
    knownDm: (user) => directs.get(user),
  };
}

function createViews(call: Call): Pick<SlackClient, "openView" | "updateView" | "publishHome"> {
  return {
    async openView(triggerId, view) {
      await call("views.open", { trigger_id: triggerId, view }, anything);
    },
    async updateView({ id, hash }, view) {
      await call("views.update", { view_id: id, ...(hash ? { hash } : {}), view }, anything);
    },
    async publishHome(user, view) {
      await call("views.publish", { user_id: user, view }, anything);
    },
  };
}

const anything = z.unknown();
const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false, link_names: false };
