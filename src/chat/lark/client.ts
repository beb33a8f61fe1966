// Lark's API, as far as we use it: typed, every answer's code checked, tokens renewed.
import { AppType, Client, Domain, type HttpInstance, LoggerLevel } from "@larksuiteoapi/node-sdk";
import { RetryLater } from "../../core/errors.ts";
import { type Answer, type Call, createCall } from "./client/call.ts";
import { createFileCalls } from "./client/files.ts";
import { createHttp } from "./client/http.ts";
import { createTaskCalls, type NewTask, type ReadTask, type TaskFields } from "./client/tasks.ts";
import { createTokenCache } from "./client/token-cache.ts";
import type { LarkConnection } from "./connection.ts";

/** Each call throws LarkFault for a refusal and RetryLater when Lark did not answer. */
export type LarkClient = {
  http: HttpInstance;
  /** What keeps the app from working until its operator acts; undefined since the last call that went well. */
  trouble(): string | undefined;
  /** Sends one message; the same uuid within an hour is sent once. Returns its id. */
  send(message: OutgoingMessage): Promise<string>;
  /** Says a sentence to a whole group. */
  sayInGroup(message: { chatId: string } & Sentence): Promise<void>;
  /** Says a sentence in the thread under a message of a group. */
  replyInThread(message: { messageId: string } & Sentence): Promise<void>;
  /** Replaces a card where it stands. */
  patch(messageId: string, card: object): Promise<void>;
  /** A message with those it holds: one that forwards several holds them all. */
  readMessage(messageId: string): Promise<ReadMessage[]>;
  download(file: { messageId: string; fileKey: string; type: "image" | "file" }): Promise<Download>;
  /** Returns the key under which cards show the picture. */
  uploadImage(bytes: Uint8Array): Promise<string>;
  /** Returns the key under which a message carries the file. */
  uploadFile(file: { name: string; bytes: Uint8Array }): Promise<string>;
  user(openId: string): Promise<LarkUser | undefined>;
  /** The open_id of whoever has one of these. */
  findUser(by: { emails: string[]; mobiles: string[] }): Promise<string | undefined>;
  /** Puts a task into somebody's list; the same token puts it there once. Returns its id. */
  addTask(task: NewTask): Promise<string>;
  readTask(id: string): Promise<ReadTask>;
  /** Changes these fields of a task, and no others. */
  changeTask(
    id: string,
    change: { fields: TaskFields; changed: (keyof TaskFields)[] },
  ): Promise<void>;
  removeTask(id: string): Promise<void>;
  /** The bot's own open_id; the first call with the keys. */
  bot(): Promise<{ openId: string; name: string }>;
};

/** Lark's ids say what they are of. */
const isGroupId = (id: string): boolean => id.startsWith("oc_");

type OutgoingMessage = {
  /** A person's open_id, or a group's chat_id. */
  openId: string;
  uuid: string;
  type: "interactive" | "text" | "file";
  content: object;
  /** The message in whose thread it is to stand. */
  under?: string | undefined;
};
type Sentence = { text: string; uuid: string };
/** `upperId`: the message it was forwarded in. */
export type ReadMessage = { type: string; content: string; upperId: string };
type Download = { bytes: Uint8Array; mediaType: string };
export type LarkUser = { email?: string; mobile?: string; isGone: boolean };

/** Each call is one try of at most `timeoutMs`; what Lark refuses is thrown as failures.ts names it. */
export function createLarkClient(
  connection: LarkConnection,
  { timeoutMs = 10_000 } = {},
): LarkClient {
  const { appId, appSecret } = connection;
  const cache = createTokenCache();
  const http = createHttp({ timeoutMs });
  const sdk = new Client({
    ...{ appId, appSecret, cache, appType: AppType.SelfBuild, httpInstance: http },
    domain: toDomain(connection.domain),
    logger: silent,
    loggerLevel: LoggerLevel.fatal,
  });
  const { call, trouble } = createCall({ renew: cache.clear });
  return {
    http,
    trouble,
    ...createMessages(sdk, call),
    ...createFileCalls(sdk, call),
    ...createPeople(sdk, call),
    ...createTaskCalls(sdk, call),
  };
}

/** The address of Lark's servers for a connection. */
export function toDomain(domain: string): string | Domain {
  if (domain === "feishu") return Domain.Feishu;
  return domain === "lark" ? Domain.Lark : domain;
}

/** The SDK prints payloads; what matters is logged by us. */
export const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

type MessageCalls = Pick<
  LarkClient,
  "send" | "sayInGroup" | "replyInThread" | "patch" | "readMessage"
>;

function createMessages(sdk: Client, call: Call): MessageCalls {
  const { message } = sdk.im.v1;
  return {
    async send({ openId, uuid, type, content, under }) {
      const data = { msg_type: type, content: JSON.stringify(content), uuid };
      const answer = await call<
        Answer & { data?: { message_id?: string | undefined } | undefined }
      >(() =>
        under === undefined
          ? message.create({
              params: { receive_id_type: isGroupId(openId) ? "chat_id" : "open_id" },
              data: { ...data, receive_id: openId },
            })
          : message.reply({
              path: { message_id: under },
              data: { ...data, reply_in_thread: true },
            }),
      );
      const id = answer.data?.message_id;
      if (!id)
        throw new RetryLater("Lark gave no message id.", { afterMs: 5_000, ambiguous: true });
      return id;
    },
    async sayInGroup({ chatId, text, uuid }) {
      const data = { receive_id: chatId, uuid, ...toText(text) };
      await call(() => message.create({ params: { receive_id_type: "chat_id" }, data }));
    },
    async replyInThread({ messageId, text, uuid }) {
      const data = { uuid, reply_in_thread: true, ...toText(text) };
      await call(() => message.reply({ path: { message_id: messageId }, data }));
    },
    async readMessage(messageId) {
      const { data } = await call(() => message.get({ path: { message_id: messageId } }));
      return (data?.items ?? []).map((item) => ({
        ...{ type: item.msg_type ?? "", content: item.body?.content ?? "" },
        upperId: item.upper_message_id ?? "",
      }));
    },
    async patch(messageId, card) {
      const data = { content: JSON.stringify(card) };
      await call(() => message.patch({ path: { message_id: messageId }, data }));
    },
  };
}

const toText = (text: string) => ({ msg_type: "text", content: JSON.stringify({ text }) });

function createPeople(sdk: Client, call: Call): Pick<LarkClient, "user" | "findUser" | "bot"> {
  const { user } = sdk.contact.v3;
  return {
    async user(openId) {
      const request = { path: { user_id: openId }, params: { user_id_type: "open_id" as const } };
      const { data } = await call(() => user.get(request));
      const found = data?.user;
      if (!found) return undefined;
      const { email: own, enterprise_email: company, mobile, status } = found;
      const email = own || company;
      const isGone = Boolean(status?.is_resigned || status?.is_exited || status?.is_frozen);
      return { isGone, ...(email ? { email } : {}), ...(mobile ? { mobile } : {}) };
    },
    async findUser(by) {
      const request = { params: { user_id_type: "open_id" as const }, data: by };
      const { data } = await call(() => user.batchGetId(request));
      return data?.user_list?.find(({ user_id: id }) => id)?.user_id;
    },
    async bot() {
      type Info = Answer & { bot?: { open_id?: string; app_name?: string } };
      const { bot } = await call(() =>
        sdk.request<Info>({ method: "GET", url: "/open-apis/bot/v3/info" }),
      );
      return { openId: bot?.open_id ?? "", name: bot?.app_name ?? "" };
    },
  };
}
