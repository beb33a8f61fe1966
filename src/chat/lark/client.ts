// Lark's API, as far as we use it: typed, every answer's code checked, tokens renewed.
import { Readable } from "node:stream";
import { AppType, Client, Domain, type HttpInstance, LoggerLevel } from "@larksuiteoapi/node-sdk";
import { Refused, RetryLater } from "../../core/errors.ts";
import { LarkFault } from "./codes.ts";
import type { LarkConnection } from "./connection.ts";
import { createHttp } from "./http.ts";
import { limits } from "./limits.ts";
import { createTokenCache } from "./token-cache.ts";

/** Each call throws LarkFault for a refusal and RetryLater when Lark did not answer. */
export type LarkClient = {
  http: HttpInstance;
  /** Sends one message; the same uuid within an hour is sent once. Returns its id. */
  send(message: OutgoingMessage): Promise<string>;
  /** Replaces a card where it stands. */
  patch(messageId: string, card: object): Promise<void>;
  download(file: { messageId: string; fileKey: string; type: "image" | "file" }): Promise<Download>;
  /** Returns the key under which cards show the picture. */
  uploadImage(bytes: Uint8Array): Promise<string>;
  user(openId: string): Promise<LarkUser | undefined>;
  /** The open_id of whoever has one of these. */
  findUser(by: { emails: string[]; mobiles: string[] }): Promise<string | undefined>;
  /** The bot's own open_id; the first call with the keys. */
  bot(): Promise<{ openId: string; name: string }>;
};

type OutgoingMessage = {
  openId: string;
  uuid: string;
  type: "interactive" | "text";
  content: object;
};
type Download = { bytes: Uint8Array; mediaType: string };
export type LarkUser = { email?: string; mobile?: string; isGone: boolean };

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
  const call: Call = (make) => callTwice(make, cache.clear);
  return {
    http,
    ...createMessages(sdk, call),
    ...createFiles(sdk, call),
    ...createPeople(sdk, call),
  };
}

/** The address of Lark's servers for a connection. */
export function toDomain(domain: string): string | Domain {
  if (domain === "feishu") return Domain.Feishu;
  return domain === "lark" ? Domain.Lark : domain;
}

/** The SDK prints payloads; what matters is logged by us. */
export const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

type Answer = { code?: number | undefined; msg?: string | undefined };
type Call = <Given extends Answer>(make: () => Promise<Given>) => Promise<Given>;

// A revoked token stays in the cache until it would have expired.
async function callTwice<Given extends Answer>(
  make: () => Promise<Given>,
  renew: () => void,
): Promise<Given> {
  const once = () => make().then(requireOk, rethrow);
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof LarkFault) || error.reaction !== "token") throw error;
    renew();
    return await once();
  }
}

function requireOk<Given extends Answer>(answer: Given): Given {
  const { code, msg = "" } = answer;
  if (code === 0) return answer;
  const { afterMs } = answer as { afterMs?: number };
  throw new LarkFault(code ?? -1, { message: msg, afterMs });
}

// The SDK reports refused keys as an error with the code in its sentence.
function rethrow(error: unknown): never {
  if (error instanceof LarkFault || error instanceof Refused || error instanceof RetryLater)
    throw error;
  const message = error instanceof Error ? error.message : "";
  const code = /code: (\d+)/.exec(message)?.[1];
  if (code) throw new LarkFault(Number(code), { message });
  throw new RetryLater("Lark's SDK failed.", { afterMs: 5_000, ambiguous: true });
}

function createMessages(sdk: Client, call: Call): Pick<LarkClient, "send" | "patch"> {
  const { message } = sdk.im.v1;
  return {
    async send({ openId, uuid, type, content }) {
      const data = { receive_id: openId, msg_type: type, content: JSON.stringify(content), uuid };
      const answer = await call(() =>
        message.create({ params: { receive_id_type: "open_id" }, data }),
      );
      const id = answer.data?.message_id;
      if (!id)
        throw new RetryLater("Lark gave no message id.", { afterMs: 5_000, ambiguous: true });
      return id;
    },
    async patch(messageId, card) {
      const data = { content: JSON.stringify(card) };
      await call(() => message.patch({ path: { message_id: messageId }, data }));
    },
  };
}

function createFiles(sdk: Client, call: Call): Pick<LarkClient, "download" | "uploadImage"> {
  const { messageResource } = sdk.im.v1;
  return {
    async download({ messageId, fileKey, type }) {
      const request = { path: { message_id: messageId, file_key: fileKey }, params: { type } };
      const file = await messageResource.get(request).catch(rethrow);
      const headers = file.headers as Record<string, unknown>;
      const stream = file.getReadableStream() as Readable;
      const bytes = await readAll(stream);
      if (Number(headers["x-status"]) >= 400) throw toFault(bytes);
      const mediaType = String(headers["content-type"] ?? "application/octet-stream").split(";")[0];
      return { bytes, mediaType: mediaType ?? "" };
    },
    async uploadImage(bytes) {
      // The SDK's own call loses the code of a refusal.
      const answer = await call(() =>
        sdk.request<Answer & { data?: { image_key?: string } }>({
          method: "POST",
          url: "/open-apis/im/v1/images",
          headers: { "Content-Type": "multipart/form-data" },
          data: { image_type: "message", image: Buffer.from(bytes) },
        }),
      );
      return answer.data?.image_key ?? "";
    },
  };
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timeout = AbortSignal.timeout(120_000);
  for await (const chunk of Readable.from(stream, { signal: timeout })) {
    size += (chunk as Buffer).byteLength;
    if (size > limits.download) {
      stream.destroy();
      throw new Refused("lark.file-too-big", `A file is larger than ${limits.download} bytes.`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function toFault(body: Uint8Array): LarkFault {
  try {
    const { code, msg } = JSON.parse(Buffer.from(body).toString()) as {
      code?: number;
      msg?: string;
    };
    return new LarkFault(code ?? -1, { message: msg ?? "" });
  } catch {
    return new LarkFault(-1);
  }
}

function createPeople(sdk: Client, call: Call): Pick<LarkClient, "user" | "findUser" | "bot"> {
  const { user } = sdk.contact.v3;
  return {
    async user(openId) {
      const request = { path: { user_id: openId }, params: { user_id_type: "open_id" as const } };
      const { data } = await call(() => user.get(request));
      const found = data?.user;
      if (!found) return undefined;
      const { email, mobile, status } = found;
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
