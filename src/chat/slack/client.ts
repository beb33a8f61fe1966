// The Web API calls Ringside makes, each one try and ten seconds: trying again is the outbox's business.
import { setTimeout } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { times } from "./limits.ts";
import type { SlackView } from "./modal.ts";
import type { SlackBlock } from "./render-text.ts";

export type SlackClient = {
  /** Who this token is. */
  identify(): Promise<Bot>;
  /** The conversation with one person. */
  openDm(user: string): Promise<string>;
  /** Returns the `ts`, which with the channel names the message. */
  post(message: Posting): Promise<string>;
  edit(ts: string, message: Posting): Promise<void>;
  whisper(to: { channel: string; user: string; text: string }): Promise<void>;
  /** The newest messages, newest first; up to and including `latest`. */
  history(channel: string, range?: { latest?: string; limit?: number }): Promise<Stored[]>;
  openView(triggerId: string, view: SlackView): Promise<void>;
  updateView(target: { id: string; hash?: string }, view: object): Promise<void>;
  publishHome(user: string, view: object): Promise<void>;
  user(id: string): Promise<SlackUser>;
  userByEmail(email: string): Promise<SlackUser>;
  /** Uploads a picture nobody sees yet; returns Slack's id of it, once it can be shown. */
  upload(file: { name: string; bytes: Uint8Array; alt: string }): Promise<string>;
};

export type Bot = { teamId: string; teamName: string; userId: string; enterpriseId?: string };
export type Posting = {
  channel: string;
  text: string;
  blocks?: SlackBlock[];
  metadata: { event_type: string; event_payload: Record<string, string> };
};
export type Stored = z.output<typeof stored>;
export type SlackUser = z.output<typeof slackUser>;

const stored = z.object({
  ts: z.string(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional(),
});

const slackUser = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_email_confirmed: z.boolean().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
});

const identity = z.object({
  team_id: z.string(),
  team: z.string().optional(),
  user_id: z.string(),
  enterprise_id: z.string().nullish(),
});

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

export function createSlackClient(web: webApi.WebClient): SlackClient {
  const call = async <Result>(method: string, args: object, shape: z.ZodType<Result>) =>
    shape.parse(await web.apiCall(method, { ...args }));

  return {
    async identify() {
      const bot = await call("auth.test", {}, identity);
      return {
        teamId: bot.team_id,
        teamName: bot.team ?? bot.team_id,
        userId: bot.user_id,
        ...(bot.enterprise_id ? { enterpriseId: bot.enterprise_id } : {}),
      };
    },
    async openDm(user) {
      const shape = z.object({ channel: z.object({ id: z.string() }) });
      return (await call("conversations.open", { users: user }, shape)).channel.id;
    },
    async post(message) {
      const args = { ...message, ...quiet };
      return (await call("chat.postMessage", args, z.object({ ts: z.string() }))).ts;
    },
    async edit(ts, message) {
      // Blocks given empty are taken away: an edit that falls back to text must not keep the old ones.
      await call("chat.update", { blocks: [], ...message, ...quiet, ts }, anything);
    },
    async whisper({ channel, user, text }) {
      await call("chat.postEphemeral", { channel, user, text, ...quiet }, anything);
    },
    async history(channel, { latest, limit = 30 } = {}) {
      const range = latest ? { latest, inclusive: true } : {};
      const args = { channel, limit, include_all_metadata: true, ...range };
      const shape = z.object({ messages: z.array(stored) });
      return (await call("conversations.history", args, shape)).messages;
    },
    async openView(triggerId, view) {
      await call("views.open", { trigger_id: triggerId, view }, anything);
    },
    async updateView({ id, hash }, view) {
      await call("views.update", { view_id: id, ...(hash ? { hash } : {}), view }, anything);
    },
    async publishHome(user, view) {
      await call("views.publish", { user_id: user, view }, anything);
    },
    async user(id) {
      return (await call("users.info", { user: id }, z.object({ user: slackUser }))).user;
    },
    async userByEmail(email) {
      const shape = z.object({ user: slackUser });
      return (await call("users.lookupByEmail", { email }, shape)).user;
    },
    upload: (file) => upload(web, file),
  };
}

const anything = z.unknown();
const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false, link_names: false };

type Picture = { name: string; bytes: Uint8Array; alt: string };
const uploaded = z.object({
  files: z.array(z.object({ files: z.array(z.object({ id: z.string() })) })),
});

/** Slack shows an uploaded picture only once it has looked at it; before that the whole message is refused. */
async function upload(web: webApi.WebClient, { name, bytes, alt }: Picture): Promise<string> {
  const answer = await web.filesUploadV2({
    file: Buffer.from(bytes),
    filename: name,
    alt_text: alt,
  });
  const id = uploaded.parse(answer).files[0]?.files[0]?.id;
  if (!id) throw new Error("Slack gave the uploaded picture no id.");
  for (let look = 0; look < mostLooks; look += 1) {
    const { file } = fileInfo.parse(await web.files.info({ file: id }));
    if (file.mimetype) return id;
    await setTimeout(lookAgainMs);
  }
  throw new Error("Slack did not get the uploaded picture ready.");
}

const fileInfo = z.object({ file: z.object({ mimetype: z.string().optional() }) });
const mostLooks = 10;
const lookAgainMs = 300;
