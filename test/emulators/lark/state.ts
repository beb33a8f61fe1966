// What the emulated Lark knows: one tenant, one app, its people, messages and files.
import { randomBytes, randomUUID } from "node:crypto";

export type StoredMessage = {
  id: string;
  to: string;
  type: string;
  /** The content as sent, parsed. */
  content: Record<string, unknown>;
  uuid: string;
  /** The message in whose thread it stands. */
  repliesTo?: { messageId: string; isInThread: boolean };
  createdAt: number;
  changes: number;
};

/** As the contact directory keeps somebody. */
type User = { email?: string; enterprise_email?: string; mobile?: string; is_resigned?: boolean };

/** A task of one person's list, in Lark's own words. */
export type StoredTask = {
  guid: string;
  summary: string;
  description?: string;
  extra?: string;
  origin?: { href?: { url?: string } };
  due?: { timestamp?: string; is_all_day?: boolean };
  /** Milliseconds; "0" while it is to be done. */
  completed_at: string;
  assignee: string;
  token: string;
};

export type State = ReturnType<typeof createState>;

export function createState(clock: () => number) {
  const digits = randomBytes(8).toString("hex");
  return {
    clock,
    app: {
      appId: `cli_${digits}`,
      appSecret: randomUUID() as string,
      encryptKey: randomUUID() as string,
      verificationToken: randomUUID() as string,
      tenantKey: "tenant_ours",
      botOpenId: `ou_bot_${digits}`,
    },
    token: "",
    tokensGiven: 0,
    /** Groups the bot is in. */
    chats: new Set<string>(),
    messages: [] as StoredMessage[],
    users: new Map<string, User>(),
    /** Files in messages, by file key. */
    files: new Map<string, { bytes: Buffer; mediaType: string }>(),
    tasks: new Map<string, StoredTask>(),
    images: new Map<string, Buffer>(),
    /** What messages that were forwarded together say, by the id of the message that holds them. */
    forwards: new Map<string, string[]>(),
    /** Files we sent, as the form they came in, by file key. */
    uploads: new Map<string, string>(),
    /** The app's permissions, and whether each is granted. */
    scopes: new Map<string, boolean>(),
    calls: [] as { method: string; path: string; body: Record<string, unknown> }[],
    /** What Lark would have refused of what we sent or answered. */
    complaints: [] as string[],
    newToken() {
      this.tokensGiven += 1;
      this.token = `t-${randomUUID()}`;
      return this.token;
    },
    revokeToken() {
      this.token = "";
    },
  };
}
