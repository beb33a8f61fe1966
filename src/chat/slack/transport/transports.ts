// The ways in: a pair of sockets for each app, or the one HTTP endpoint; and from them to the workspace it is for.
import type { ReceiverEvent } from "@slack/bolt";
import { Refused } from "../../../core/errors.ts";
import { callOptions } from "../client.ts";
import type { Connection, ConnectionOptions } from "../connection.ts";
import { findOwner } from "./dispatch.ts";
import { createFetch, type SignedApp } from "./http.ts";
import { createSocket } from "./socket.ts";
import type { SocketLine } from "./socket-line.ts";

export type Transports = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** How the way into one workspace stands. */
  stateOf(connection: Connection): { ok: boolean; why: string };
  /** Where Slack calls us; only with connections without an app token. */
  fetch?(request: Request): Promise<Response>;
};

/** Workspaces of one app share its sockets: Slack gives an event to any of them, whichever workspace it is of. */
export function createTransports(all: Connection[], options: ConnectionOptions): Transports {
  const sockets = new Map<string, SocketLine>();
  for (const { keys } of all) {
    const { appToken } = keys;
    if (!appToken || sockets.has(appToken)) continue;
    const members = all.filter((one) => one.keys.appToken === appToken);
    sockets.set(appToken, createAppSocket({ appToken, members, options }));
  }
  const signed = all.filter(({ keys }) => !keys.appToken).map(toSignedApp);
  const lines = [...sockets.values()];

  return {
    async start() {
      await Promise.all(lines.map((line) => line.start()));
    },
    async stop() {
      await Promise.allSettled(lines.map((line) => line.stop()));
    },
    stateOf({ keys }) {
      const socket = keys.appToken === undefined ? undefined : sockets.get(keys.appToken);
      return socket?.state() ?? { ok: true, why: "waiting for Slack's calls" };
    },
    ...(signed.length > 0 ? { fetch: createFetch(signed, options) } : {}),
  };
}

type AppSocket = { appToken: string; members: Connection[]; options: ConnectionOptions };

function createAppSocket({ appToken, members, options }: AppSocket): SocketLine {
  const { log, count, reconnectMs, callMs } = options;
  return createSocket({
    appToken,
    clientOptions: callOptions(members[0]?.keys.apiUrl, callMs),
    log,
    take: async (event) => {
      const found = findOwner(event.body, members);
      if ("owner" in found) return found.owner.take(event);
      if (found.refusal === "not-connected") throw new Error("Slack is not connected yet.");
      count(found.refusal);
      log.warn({ refusal: found.refusal }, "Slack sent something that is not for us");
      // Acknowledged, for it would only come again.
      await event.ack();
    },
    ...(reconnectMs ? { reconnectMs } : {}),
  });
}

function toSignedApp(connection: Connection): SignedApp {
  const { signingSecret } = connection.keys;
  if (!signingSecret) {
    throw new Refused(
      "slack.keys",
      "Slack needs SLACK_APP_TOKEN (Basic Information, App-Level Tokens, scope connections:write) for Socket Mode, or SLACK_SIGNING_SECRET (Basic Information) for HTTP.",
    );
  }
  return {
    signingSecret,
    bot: connection.bot,
    take: (event: ReceiverEvent) => connection.take(event),
  };
}
