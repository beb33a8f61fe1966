// Feishu/Lark, asked for real: whether the keys are good, there is a bot, a connection can stand, and what is granted.
import { z } from "zod";
import { LarkFault } from "../../chat/lark/client/failures.ts";
import { createHttp } from "../../chat/lark/client/http.ts";
import type { LarkConnection } from "../../chat/lark/connection.ts";
import { permissions } from "../../chat/lark/manifest.ts";
import { en } from "../../core/text/en.ts";
import { checkLine, type LiveLine, type LiveReport } from "./line.ts";

/** Calls Lark with the keys of one connection. Changes nothing there. */
export async function checkLark(connection: LarkConnection): Promise<LiveReport> {
  const { appId: app_id, appSecret: app_secret } = connection;
  const call = createCall(connection);
  const found: { token?: string; name?: string } = {};
  const token = await checkLine("token", async () => {
    const path = "/open-apis/auth/v3/tenant_access_token/internal";
    const { tenant_access_token } = await call(tokenShape, { path, data: { app_id, app_secret } });
    found.token = tenant_access_token;
    return `${connection.domain} takes App ID and App Secret`;
  });
  const lines = [token];
  if (found.token) {
    const asBot: CallAs = (shape, path) => call(shape, { path, token: found.token ?? "" });
    lines.push(await checkBot(asBot, found), await checkWay(connection, call));
    lines.push(await checkPermissions(asBot));
  }
  const name = found.name ? { name: found.name } : {};
  return { surface: "lark", workspace: app_id, ...name, lines };
}

type Asking = { path: string; data?: object; token?: string };
type Call = <Answer>(shape: z.ZodType<Answer>, asking: Asking) => Promise<Answer>;
type CallAs = <Answer>(shape: z.ZodType<Answer>, path: string) => Promise<Answer>;

const codeShape = z.object({ code: z.number(), msg: z.string().optional() });
const tokenShape = z.object({ tenant_access_token: z.string() });
const botShape = z.object({
  bot: z.object({ open_id: z.string().optional(), app_name: z.string().optional() }).optional(),
});
const endpointShape = z.object({ data: z.object({ URL: z.string() }) });
const scopesShape = z.object({
  data: z.object({
    scopes: z.array(z.object({ scope_name: z.string(), grant_status: z.number() })).default([]),
  }),
});

const addresses: Record<string, string> = {
  feishu: "https://open.feishu.cn",
  lark: "https://open.larksuite.com",
};

function createCall({ domain }: LarkConnection): Call {
  const http = createHttp({ timeoutMs: 10_000 });
  return async (shape, { path, data, token }) => {
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    const url = (addresses[domain] ?? domain) + path;
    const method = data ? "POST" : "GET";
    const answer: unknown = await http.request({ method, url, headers, ...(data ? { data } : {}) });
    const { code, msg } = codeShape.parse(answer);
    if (code !== 0) throw new LarkFault(code, { message: msg ?? "" });
    return shape.parse(answer);
  };
}

function checkBot(call: CallAs, found: { name?: string }): Promise<LiveLine> {
  const fix = "Add the bot under Features > Bot, then publish a version.";
  return checkLine(
    "bot",
    async () => {
      const { bot } = await call(botShape, "/open-apis/bot/v3/info");
      if (!bot?.open_id) throw new Error("the app has no bot");
      found.name = bot.app_name ?? "";
      return `${bot.app_name} (${bot.open_id})`;
    },
    fix,
  );
}

/** How events arrive. Only Lark can call us, so HTTP is for a person to try. */
async function checkWay({ mode, appId, appSecret }: LarkConnection, call: Call): Promise<LiveLine> {
  if (mode === "http") {
    const why =
      "HTTP callback: Lark has to reach /lark/callback; save the request URL in its console";
    return { what: "http", state: "unchecked", why };
  }
  const fix =
    "Choose the persistent connection under Events & Callbacks, for events and for callbacks.";
  return checkLine(
    "long connection",
    async () => {
      const data = { AppID: appId, AppSecret: appSecret };
      await call(endpointShape, { path: "/callback/ws/endpoint", data });
      return "Lark names an address to connect to";
    },
    fix,
  );
}

/** `grant_status` of Lark's list of scopes: 1 is granted. */
const granted = 1;

async function checkPermissions(call: CallAs): Promise<LiveLine> {
  const what = "permissions";
  try {
    const { data } = await call(scopesShape, "/open-apis/application/v6/scopes");
    const given = data.scopes.filter((one) => one.grant_status === granted);
    return toPermissionLine(new Set(given.map(({ scope_name }) => scope_name)));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { what, state: "unchecked", why: `Lark did not say which are granted: ${said}` };
  }
}

function toPermissionLine(given: Set<string>): LiveLine {
  const what = "permissions";
  const missing = permissions.filter(({ scope }) => !given.has(scope));
  const needed = missing.filter(({ isOptional }) => !isOptional);
  const uses = en.larkSetup.permissions;
  const names = (some: typeof missing) =>
    some.map(({ scope }) => `${scope} (${uses[scope]})`).join(", ");
  if (needed.length > 0) {
    const fix = "Add them under Permissions & Scopes, publish a version, and have it approved.";
    return { what, state: "broken", why: `missing: ${names(needed)}`, fix };
  }
  const optional = missing.length > 0 ? `; optional, not granted: ${names(missing)}` : "";
  return { what, state: "ok", why: `all that are needed${optional}` };
}
