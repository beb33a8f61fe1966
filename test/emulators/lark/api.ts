// The calls of Lark's open API that we make.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { validateCard } from "../../../src/chat/lark/validate.ts";
import type { Fault, Faults } from "./faults.ts";
import { type Answer, type Asked, type Body, ok, type Reply, refuse } from "./replies.ts";
import type { State, StoredMessage } from "./state.ts";
import { changeTask, createTask, readTask, removeTask } from "./tasks.ts";

export type Api = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Route = { method: string; path: RegExp; open?: true; answer: Answer };

export function createApi(state: State, faults: Faults, url: () => string): Api {
  return async (request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "", url());
    const raw = await readAll(request);
    const body = parseJson(raw);
    const method = request.method ?? "";
    state.calls.push({ method, path, body });
    const fault = faults.take(method, path);
    if (fault?.hang) await setTimeout(600_000, undefined, { ref: false });
    if (fault?.disconnect) return void request.socket.destroy();
    const go = () =>
      answer(state, { method, path, query, body, raw, url: url() }, request.headers.authorization);
    if (!fault) return write(response, go());
    if (fault.after) go();
    write(response, toReply(fault));
  };
}

const toReply = ({
  status = 500,
  body = { code: 5000, msg: "internal" },
  headers = {},
}: Fault): Reply => ({
  ...{ status, body, headers },
});

function answer(state: State, asked: Asked & { method: string }, authorization = ""): Reply {
  for (const route of routes) {
    const match = route.method === asked.method && route.path.exec(asked.path);
    if (!match) continue;
    const isKnown = state.token !== "" && authorization === `Bearer ${state.token}`;
    if (!route.open && !isKnown) return refuse(99991663, "Invalid access token for authorization");
    return route.answer(state, asked, match[1] ?? "");
  }
  return { status: 404, body: { code: 99991201, msg: "not found" } };
}

/** As https://open.larksuite.com/document/server-docs/im-v1/message/get answers for `merge_forward`. */
function readForwarded(state: State, _: Asked, id: string): Reply {
  const said = state.forwards.get(id);
  if (!said) return refuse(230110, "the message was deleted");
  const whole = { message_id: id, msg_type: "merge_forward" };
  const items = said.map((text, index) => ({
    ...{ message_id: `om_sub_${index}`, msg_type: "text", upper_message_id: id },
    body: { content: JSON.stringify({ text }) },
  }));
  return ok({
    items: [{ ...whole, body: { content: "Merged and Forwarded Message" } }, ...items],
  });
}

const days14 = 14 * 86_400_000;

const routes: Route[] = [
  {
    method: "POST",
    path: /^\/open-apis\/auth\/v3\/tenant_access_token\/internal$/,
    open: true,
    answer(state, { body }) {
      const { appId, appSecret } = state.app;
      if (body.app_id !== appId || body.app_secret !== appSecret) {
        return { body: { code: 10014, msg: "app secret invalid" } };
      }
      const tenant_access_token = state.token || state.newToken();
      return { body: { code: 0, msg: "ok", tenant_access_token, expire: 7200 } };
    },
  },
  {
    method: "POST",
    path: /^\/callback\/ws\/endpoint$/,
    open: true,
    answer(state, { body, url }) {
      if (body.AppSecret !== state.app.appSecret) return { body: { code: 1000040345, msg: "no" } };
      const socket = url.replace("http:", "ws:");
      const URL = `${socket}/ws/v2?device_id=${randomUUID()}&service_id=33554678`;
      const ClientConfig = {
        ReconnectCount: -1,
        ReconnectInterval: 1,
        ReconnectNonce: 0,
        PingInterval: 1,
      };
      return ok({ URL, ClientConfig });
    },
  },
  {
    method: "GET",
    path: /^\/open-apis\/bot\/v3\/info$/,
    answer: ({ app }) => ({
      body: { code: 0, bot: { open_id: app.botOpenId, app_name: "Ringside" } },
    }),
  },
  {
    method: "GET",
    path: /^\/open-apis\/application\/v6\/scopes$/,
    // 1 is granted; 2, asked for and not granted.
    answer: ({ scopes }) =>
      ok({
        scopes: [...scopes].map(([scope_name, isGranted]) => ({
          scope_name,
          grant_status: isGranted ? 1 : 2,
        })),
      }),
  },
  { method: "POST", path: /^\/open-apis\/im\/v1\/messages$/, answer: createMessage },
  {
    method: "POST",
    path: /^\/open-apis\/im\/v1\/messages\/([\w-]+)\/reply$/,
    answer: replyMessage,
  },
  { method: "POST", path: /^\/open-apis\/task\/v2\/tasks$/, answer: createTask },
  { method: "GET", path: /^\/open-apis\/task\/v2\/tasks\/([\w-]+)$/, answer: readTask },
  { method: "PATCH", path: /^\/open-apis\/task\/v2\/tasks\/([\w-]+)$/, answer: changeTask },
  { method: "DELETE", path: /^\/open-apis\/task\/v2\/tasks\/([\w-]+)$/, answer: removeTask },
  { method: "PATCH", path: /^\/open-apis\/im\/v1\/messages\/(\w+)$/, answer: patchMessage },
  { method: "GET", path: /^\/open-apis\/im\/v1\/messages\/([\w-]+)$/, answer: readForwarded },
  {
    method: "GET",
    path: /^\/open-apis\/im\/v1\/messages\/[\w-]+\/resources\/(\w+)$/,
    answer(state, { query }, key) {
      const file = state.files.get(key);
      if (!["image", "file"].includes(query.get("type") ?? "")) return refuse(234001, "bad type");
      if (!file) return refuse(234003, "no such file in the message");
      return { body: file.bytes, headers: { "content-type": file.mediaType } };
    },
  },
  {
    method: "POST",
    path: /^\/open-apis\/im\/v1\/images$/,
    answer(state, { raw }) {
      const image_key = `img_v3_${randomUUID().replaceAll("-", "")}`;
      state.images.set(image_key, raw);
      return ok({ image_key });
    },
  },
  {
    method: "POST",
    path: /^\/open-apis\/im\/v1\/files$/,
    answer(state, { raw }) {
      const form = raw.toString();
      if (!/name="file_type"\r\n\r\nstream\r\n/.test(form)) return refuse(234001, "bad type");
      const file_key = `file_v3_${randomUUID().replaceAll("-", "")}`;
      state.uploads.set(file_key, form);
      return ok({ file_key });
    },
  },
  {
    method: "POST",
    path: /^\/open-apis\/contact\/v3\/users\/batch_get_id$/,
    answer(state, { body }) {
      const wanted = [...((body.emails as string[]) ?? []), ...((body.mobiles as string[]) ?? [])];
      const user_list = wanted.map((one) => {
        const found = [...state.users].find(
          ([, { email, mobile }]) => email === one || mobile === one,
        );
        return {
          ...(one.includes("@") ? { email: one } : { mobile: one }),
          ...(found ? { user_id: found[0] } : {}),
        };
      });
      return ok({ user_list });
    },
  },
  {
    method: "GET",
    path: /^\/open-apis\/contact\/v3\/users\/(\w+)$/,
    answer(state, _asked, openId) {
      const user = state.users.get(openId);
      if (!user) return refuse(41050, "no user authority error");
      const { is_resigned = false, ...rest } = user;
      return ok({
        user: {
          open_id: openId,
          ...rest,
          status: { is_resigned, is_exited: false, is_frozen: false },
        },
      });
    },
  },
];

function createMessage(state: State, { body, query }: Asked): Reply {
  const to = String(body.receive_id ?? "");
  const kind = query.get("receive_id_type");
  if (kind === "open_id" && !state.users.has(to))
    return refuse(230013, "bot has no availability to this user");
  if (kind === "chat_id" && !state.chats.has(to)) return refuse(230002, "bot is not in the chat");
  if (kind !== "open_id" && kind !== "chat_id") return refuse(230001, "bad request");
  return keepMessage(state, body, { to });
}

/** In the thread under a message: of a private chat, to its person; which group it is in, the emulator does not ask. */
function replyMessage(state: State, { body }: Asked, messageId: string): Reply {
  const isInThread = body.reply_in_thread === true;
  const to = state.messages.find(({ id }) => id === messageId)?.to ?? "";
  return keepMessage(state, body, { to, repliesTo: { messageId, isInThread } });
}

type Place = Pick<StoredMessage, "to" | "repliesTo">;

/** The same uuid within an hour gives the first message. */
function keepMessage(state: State, body: Body, place: Place): Reply {
  const { msg_type: type, content, uuid = "" } = body as Record<string, string>;
  if (!type || !content) return refuse(230001, "bad request");
  if (uuid.length > 50) return refuse(230001, "uuid too long");
  const createdAt = state.clock();
  const earlier = state.messages.find(
    (one) => uuid && one.uuid === uuid && createdAt - one.createdAt < 3_600_000,
  );
  if (earlier) return ok(toData(earlier));
  const refused = check(state, type, content);
  if (refused) return refused;
  const id = `om_${randomUUID().replaceAll("-", "")}`;
  const parsed = JSON.parse(content) as Body;
  const message = { id, type, content: parsed, uuid, createdAt, changes: 0, ...place };
  state.messages.push(message);
  return ok(toData(message));
}

function patchMessage(state: State, { body }: Asked, id: string): Reply {
  const message = state.messages.find((one) => one.id === id);
  if (!message) return refuse(231003, "the message was deleted");
  if (message.type !== "interactive") return refuse(230001, "not a card");
  if (state.clock() - message.createdAt > days14) return refuse(230031, "the message is too old");
  const refused = check(state, "interactive", String(body.content));
  if (refused) return refused;
  Object.assign(message, {
    content: JSON.parse(String(body.content)),
    changes: message.changes + 1,
  });
  return ok();
}

function check({ complaints }: State, type: string, content: string): Reply | undefined {
  if (Buffer.byteLength(content) > (type === "text" ? 150_000 : 30_000)) {
    complaints.push(`230025: ${content.length} letters of ${type}`);
    return refuse(230025, "too long");
  }
  if (type !== "interactive") return undefined;
  const [problem] = validateCard(parseJson(Buffer.from(content)), { maxTables: 3 });
  if (!problem) return undefined;
  complaints.push(problem);
  return refuse(230099, `Failed to create card content, ext=ErrCode: ${problem}`);
}

const toData = ({ id, createdAt }: StoredMessage) => ({
  message_id: id,
  create_time: String(createdAt),
});

function write(response: ServerResponse, { status = 200, body, headers = {} }: Reply): void {
  const isFile = Buffer.isBuffer(body);
  response.writeHead(status, {
    ...(isFile ? {} : { "content-type": "application/json" }),
    ...headers,
  });
  response.end(isFile ? body : JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): Body {
  try {
    return JSON.parse(bytes.toString()) as Body;
  } catch {
    return {};
  }
}
