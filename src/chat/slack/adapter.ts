// Slack as the rest of Ringside sees it: the same port as Lark and the local chat.
import { Refused } from "../../core/errors.ts";
import type { Address, ChatSurface, Pace, PlatformUser } from "../adapter.ts";
import { codeOf, toSendFailure } from "./client/failures.ts";
import type { Bot, SlackUser } from "./client.ts";
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  type SlackConnection,
} from "./connection.ts";
import type { DrawChart, ReadAsset } from "./files/images.ts";
import { times } from "./limits.ts";
import { createMessenger } from "./messenger.ts";
import type { Log } from "./transport/bolt-log.ts";
import { createTransports, type Transports } from "./transport/transports.ts";

export type SlackOptions = ConnectionOptions & {
  connections: SlackConnection[];
  readAsset: ReadAsset;
  drawChart: DrawChart;
  /** By default about one message a second to one person, as Slack asks. */
  pace?: Pace;
};

/** Every connected workspace as one surface. */
export function createSlack(options: SlackOptions): ChatSurface {
  const all = options.connections.map((keys) => createConnection(keys, options));
  const transports = createTransports(all, options);
  const find = (connection: string) => findConnection(all, connection);
  const messenger = createMessenger(find, options);

  return {
    adapter: {
      surface: "slack",
      pace: options.pace ?? { perTargetMs: times.perTargetMs, perSecond: times.perSecond },
      send: messenger.send,
      update: messenger.update,
      find: messenger.find,
      whoIs: ({ connection, externalId }) => whoIs(find(connection), externalId, options.log),
      async findAccount({ email }) {
        for (const one of email ? all : []) {
          const found = await findByEmail(one, email ?? "", options.log);
          if (found) return found;
        }
        return undefined;
      },
    },
    async start() {
      await Promise.all(all.map((one) => one.start()));
      await transports.start();
    },
    async stop() {
      await transports.stop();
      await Promise.allSettled(all.map((one) => one.stop()));
    },
    state: () => stateOf(all, transports),
    ...(transports.fetch ? { fetch: transports.fetch } : {}),
  };
}

/** Ready when every workspace's token is good and its transport is open; each says how it stands. */
function stateOf(all: Connection[], transports: Transports): { ok: boolean; why: string } {
  const states = all.map((one) => {
    const token = one.state();
    const { ok, why } = token.ok ? transports.stateOf(one) : token;
    return { ok, why: `${one.bot()?.teamName ?? "Slack"}: ${why}` };
  });
  const ok = states.length > 0 && states.every((one) => one.ok);
  return { ok, why: states.map(({ why }) => why).join("; ") };
}

function findConnection(all: Connection[], id: string): Connection {
  const found = all.find((one) => one.bot()?.teamId === id);
  if (found) return found;
  throw new Refused("slack.unknown-workspace", `No Slack workspace ${id} is connected.`);
}

const unknownCodes = new Set(["user_not_found", "users_not_found", "user_not_visible"]);

async function whoIs(
  connection: Connection,
  id: string,
  log: Log,
): Promise<PlatformUser | undefined> {
  const user = await orNobody(connection.client.user(id), log);
  const bot = connection.bot();
  return user && bot && toPlatformUser(user, bot);
}

async function findByEmail(
  connection: Connection,
  email: string,
  log: Log,
): Promise<Address | undefined> {
  const user = await orNobody(connection.client.userByEmail(email), log);
  const bot = connection.bot();
  if (!user || !bot || user.deleted || isOutside(user, bot)) return undefined;
  return { connection: bot.teamId, externalId: user.id };
}

/** Whoever Slack does not tell of (nobody, or a permission of the app is missing) is a stranger: told so, not ignored. */
async function orNobody(call: Promise<SlackUser>, log: Log): Promise<SlackUser | undefined> {
  try {
    return await call;
  } catch (error) {
    if (unknownCodes.has(codeOf(error))) return undefined;
    const failure = toSendFailure(error);
    if (!(failure instanceof Refused)) throw failure;
    log.error({ err: failure }, "Slack does not say who somebody is");
    return undefined;
  }
}

function toPlatformUser(user: SlackUser, bot: Bot): PlatformUser {
  const outside = isOutside(user, bot);
  const email = user.is_email_confirmed === false ? undefined : user.profile?.email;
  return { outside, ...(email && !outside ? { email } : {}) };
}

/** Guests, bots, and people of other organisations who share a channel. */
function isOutside(user: SlackUser, { teamId, enterpriseId }: Bot): boolean {
  const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
  const isSameGrid = Boolean(enterpriseId) && user.enterprise_user?.enterprise_id === enterpriseId;
  const isForeign = Boolean(user.team_id) && user.team_id !== teamId && !isSameGrid;
  return Boolean(user.is_bot || isGuest || isForeign);
}
