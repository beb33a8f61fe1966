// A whole Slack on loopback: `emulate` for the Web API, our gateway before it.
import { createEmulator } from "emulate";
import { appId, type Gateway, startGateway } from "./gateway.ts";

export type SlackEmulator = {
  gateway: Gateway;
  /** Where the Web API is, for `apiUrl`. */
  apiUrl: string;
  teamId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** The id of a seeded user: "user1" and so on. */
  user(name: string): string;
  /** Any Web API call, as the bot. */
  call(method: string, args: Record<string, string>): Promise<Answer>;
  /** Messages of a direct conversation and its threads, oldest first. */
  messages(userId: string): Promise<Message[]>;
  channel(userId: string): Promise<string>;
  /** Ends it; an error says what Slack would have refused. */
  close(): Promise<void>;
};

type Answer = { ok: boolean; error?: string; [name: string]: unknown };
export type Message = {
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
  reply_count?: number;
  files?: { url_private_download: string }[];
  metadata?: { event_type: string; event_payload: Record<string, string> };
};
type Page = { messages: Message[] };
export type Block = { type: string; [name: string]: unknown };

export const botUser = "UBOT";
const botToken = "xoxb-test-token";
/** `emulate` gives each token 5,000 calls an hour, and then 403; Slack counts otherwise. These are all the one bot's. */
const tokens = [botToken, ...Array.from({ length: 39 }, (_, index) => `${botToken}-${index}`)];

export async function startSlack({ people = 8 } = {}): Promise<SlackEmulator> {
  const names = Array.from({ length: people }, (_, index) => `user${index + 1}`);
  const seeded = names.map((name) => ({ name, email: `${name}@team.example` }));
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: { slack: { ...seed, users: seeded } },
  });
  let turn = 0;
  const nextToken = () => tokens[turn++ % tokens.length] ?? botToken;
  const gateway = await startGateway(emulator.url, (given) =>
    given === `Bearer ${botToken}` ? `Bearer ${nextToken()}` : given,
  );
  const call = async (method: string, args: Record<string, string>): Promise<Answer> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${nextToken()}` },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Answer;
  };
  const users = new Map<string, string>();
  const { members } = (await call("users.list", { limit: "1000" })) as unknown as {
    members: { id: string; name: string }[];
  };
  for (const { id, name } of members) users.set(name, id);
  const channels = new Map<string, string>();
  const channel = async (userId: string) => {
    const opened = (await call("conversations.open", { users: userId })) as unknown as {
      channel: { id: string };
    };
    channels.set(userId, opened.channel.id);
    return opened.channel.id;
  };

  return {
    gateway,
    apiUrl: `${gateway.url}/api/`,
    teamId: String((await call("auth.test", {})).team_id),
    botToken,
    appToken: "xapp-test-token",
    signingSecret: "a signing secret of a test",
    user: (name) => users.get(name) ?? name,
    call,
    channel: async (userId) => channels.get(userId) ?? (await channel(userId)),
    async messages(userId) {
      const id = channels.get(userId) ?? (await channel(userId));
      const args = { channel: id, limit: "200", include_all_metadata: "true" };
      const { messages } = (await call("conversations.history", args)) as unknown as Page;
      const threads = messages.filter(({ reply_count: replies = 0 }) => replies > 0);
      const replies = await Promise.all(
        threads.map(({ ts }) => call("conversations.replies", { ...args, ts })),
      );
      const inThreads = replies.flatMap((page) => (page as unknown as Page).messages.slice(1));
      return [...messages, ...inThreads].sort((a, b) => (a.ts < b.ts ? -1 : 1));
    },
    async close() {
      await gateway.close();
      await emulator.close();
      if (gateway.complaints.length > 0) throw new Error(gateway.complaints.join("\n"));
    },
  };
}

const seed = {
  team: { name: "Test Team", domain: "test" },
  channels: [{ name: "sales" }],
  oauth_apps: [
    {
      client_id: "1.2",
      client_secret: "s",
      app_id: appId,
      name: "Ringside",
      bot_id: "B1",
      bot_user_id: botUser,
      bot_name: "ringside",
      redirect_uris: ["http://127.0.0.1/"],
      scopes: ["chat:write"],
    },
  ],
  tokens: tokens.map((token) => ({
    ...{ token, type: "bot", app_id: appId },
    ...{ user_id: botUser, bot_id: "B1", bot_user_id: botUser },
  })),
};
