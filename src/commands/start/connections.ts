// Which apps are to be connected: those of .env, and those that `ringside connect` stored.
import { z } from "zod";
import type { ChatSurface, SurfaceParts } from "../../chat/adapter.ts";
import type { LarkConnection } from "../../chat/lark/connection.ts";
import type { SlackConnection } from "../../chat/slack/connection.ts";
import type { Config } from "../../config.ts";
import { Refused } from "../../core/errors.ts";
import type { StoredConnection } from "../../store/connections.ts";

type Platform = "slack" | "lark";

/** One app with its keys. */
export type App =
  | { surface: "slack"; keys: SlackConnection }
  | { surface: "lark"; keys: LarkConnection };

/** One connection to open; without an app it stays off, for a reason. */
export type Wanted = { id: string; from: "env" | "stored" } & (
  | App
  | { surface: Platform; off: string }
);

type Create = (parts: SurfaceParts) => ChatSurface;

/** Everything to connect, the apps of .env first; an app named in both is connected once. */
export function wantedConnections(config: Config, stored: StoredConnection[]): Wanted[] {
  const own = envConnections(config);
  const isSame = (one: Wanted) => own.some((other) => botOf(other) === botOf(one));
  return [...own, ...stored.map(toWanted).filter((one) => !botOf(one) || !isSame(one))];
}

/** The apps of .env. */
function envConnections({ slack, lark }: Pick<Config, "slack" | "lark">): Wanted[] {
  const from = "env" as const;
  const wanted: Wanted[] = [];
  if (slack) wanted.push({ id: "env slack", from, surface: "slack", keys: slack });
  if (lark) wanted.push({ id: "env lark", from, surface: "lark", keys: toLarkKeys(lark) });
  return wanted;
}

/** What distinguishes a bot from others of its platform. */
function botOf(one: Wanted): string | undefined {
  if ("off" in one) return undefined;
  return one.surface === "slack" ? one.keys.botToken : one.keys.appId;
}

/** A stored connection with its keys checked, or off. */
export function toWanted(stored: StoredConnection): Wanted {
  const { id, surface, workspace, options, keys } = stored;
  const from = "stored" as const;
  const platform: Platform = surface === "lark" ? "lark" : "slack";
  if (!keys) return { id, from, surface: platform, off: stored.problem ?? "It has no keys." };
  try {
    return { id, from, ...toApp({ surface: platform, workspace, options, keys }) };
  } catch (error) {
    if (error instanceof Refused) return { id, from, surface: platform, off: error.message };
    throw error;
  }
}

type Parts = Pick<StoredConnection, "workspace" | "options"> & {
  surface: Platform;
  keys: Record<string, string>;
};

/** Throws Refused where a key is missing. */
export function toApp({ surface, workspace, options, keys }: Parts): App {
  const shape = surface === "slack" ? slackShape : larkShape;
  const parsed = shape.safeParse({ ...options, ...keys, workspace });
  if (parsed.success) return parsed.data;
  throw new Refused("connect.bad-keys", z.prettifyError(parsed.error));
}

const text = z.string().min(1);
const optionalText = text.optional();

const slackShape = z
  .object({
    botToken: text,
    appToken: optionalText,
    signingSecret: optionalText,
    apiUrl: optionalText,
    workspace: z.string(),
  })
  .refine(({ appToken, signingSecret }) => appToken ?? signingSecret, {
    error: "Slack needs an app token for Socket Mode, or a signing secret for HTTP.",
  })
  .transform(({ workspace, ...keys }): App => {
    const known = workspace ? { ...keys, connection: workspace } : keys;
    return { surface: "slack", keys: withoutNothing(known) };
  });

const larkShape = z
  .object({
    appSecret: text,
    domain: text.default("feishu"),
    encryptKey: optionalText,
    verificationToken: optionalText,
    workspace: z.string().regex(/^cli_[0-9a-f]{16}$/i, "An App ID is cli_ and 16 characters."),
  })
  .refine(({ encryptKey, verificationToken }) => !encryptKey === !verificationToken, {
    error: "HTTP callbacks need the encrypt key and the verification token, both.",
  })
  .transform(
    ({ workspace: appId, ...keys }): App => ({
      surface: "lark",
      keys: toLarkKeys(withoutNothing({ appId, ...keys })),
    }),
  );

/** With an encrypt key it is Lark that calls. */
function toLarkKeys(keys: Omit<LarkConnection, "connection" | "mode">): LarkConnection {
  return { ...keys, connection: keys.appId, mode: keys.encryptKey ? "http" : "long" };
}

type Without<Value> = { [Name in keyof Value]: Exclude<Value[Name], undefined> };

/** Leaves out what is undefined: a key is there or it is not. */
function withoutNothing<Value extends object>(value: Value): Without<Value> {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as Without<Value>;
}

/** What makes the surface of one connection; its platform's library (up to half a second) is loaded only now. */
export async function surfaceOf(wanted: Wanted): Promise<Create> {
  if ("off" in wanted) return () => createOff(wanted);
  const { surface } = wanted;
  const count = (parts: SurfaceParts) => (what: string) => parts.count(surface, what);
  if (surface === "lark") {
    const { createLark } = await import("../../chat/lark/adapter.ts");
    const connections = [wanted.keys];
    return (parts) => createLark({ ...withFiles(parts), connections, count: count(parts) });
  }
  const { createSlack } = await import("../../chat/slack/adapter.ts");
  const connections = [wanted.keys];
  return (parts) => createSlack({ ...withFiles(parts), connections, count: count(parts) });
}

/** Knows nobody and takes nothing: what is for it waits, as for one that is down. */
function createOff({ surface, off: why }: Extract<Wanted, { off: string }>): ChatSurface {
  const unknown = async () => {
    throw new Refused(`${surface}.unknown-connection`, why);
  };
  const nobody = async () => undefined;
  return {
    adapter: { surface, send: unknown, update: unknown, whoIs: nobody, findAccount: nobody },
    start: async () => {},
    stop: async () => {},
    state: () => ({ ok: false, why }),
  };
}

/** Files that somebody sends are kept without an owner; the event says who it was. */
function withFiles({ assets, count: _count, ...parts }: SurfaceParts) {
  type File = { name: string; mediaType: string; bytes: Uint8Array };
  return {
    ...parts,
    saveFile: async ({ name, mediaType, bytes }: File) =>
      (await assets.save({ name, mediaType, bytes, personId: null })).id,
    async readAsset(id: string) {
      const file = await assets.read(id);
      return file && { name: file.asset.name, mediaType: file.asset.mediaType, bytes: file.bytes };
    },
  };
}
