// Lark with all its connections, as the rest of Ringside sees it: a ChatSurface like Slack and the local chat.
import { Refused } from "../../core/errors.ts";
import type { ChatSurface } from "../adapter.ts";
import { createAckGate } from "./ack-gate.ts";
import { LarkFault } from "./client/failures.ts";
import { createLarkClient, type LarkClient } from "./client.ts";
import { type Clients, clientOf } from "./clients.ts";
import type { LarkConnection, LarkOptions } from "./connection.ts";
import { type Connected, createHandleEnvelope, type HandleEnvelope } from "./events.ts";
import { createFormMemory } from "./forms.ts";
import { createLarkMessenger } from "./messenger.ts";
import { createCallback } from "./transport/http.ts";
import { createLongConnection, type LongConnection } from "./transport/socket.ts";

/** Also tells when nothing goes on behind the answers any more. */
export type LarkSurface = ChatSurface & { idle(): Promise<void> };

/** Throws Refused when a connection lacks what its mode needs. */
export function createLark(options: LarkOptions): LarkSurface {
  const { connections, log, settleMs = 400 } = options;
  for (const connection of connections) requireKeys(connection);
  const clients = createClients(options);
  const background = createBackground(log);
  const gate = createAckGate({ settleMs });
  const parts = {
    ...options,
    clients,
    gate,
    forms: createFormMemory(),
    background: background.start,
  };
  const adapter = createLarkMessenger(parts);
  const handle = createHandleEnvelope({ ...parts, adapter });
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.splice(0).map(({ long }) => long?.stop()));
    await background.idle();
  };
  const hasHttp = connections.some(({ mode }) => mode === "http");
  const connected = () => running.map((one) => one.connected).filter(({ mode }) => mode === "http");
  return {
    adapter,
    idle: background.idle,
    stop,
    async start() {
      try {
        for (const one of connections) {
          running.push(await connect(one, { ...options, handle, clients }));
        }
      } catch (error) {
        await stop();
        throw error instanceof LarkFault ? new Refused(`lark.${error.code}`, error.message) : error;
      }
    },
    state: () => stateOf(running),
    ...(hasHttp ? { fetch: createCallback({ ...options, connected, handle }) } : {}),
  };
}

type Running = { connected: Connected; long?: LongConnection };

function createClients({ connections, timeoutMs }: LarkOptions): Clients {
  const timeout = timeoutMs === undefined ? {} : { timeoutMs };
  return new Map(connections.map((one) => [one.connection, createLarkClient(one, timeout)]));
}

function stateOf(running: Running[]): { ok: boolean; why: string } {
  if (running.length === 0) return { ok: false, why: "Lark is not connected." };
  const states = running.map(stateOfOne);
  const why = states.map((one) => one.why).join(", ");
  return states.find(({ ok }) => !ok) ?? { ok: true, why };
}

/** A socket that stands is not enough: an app whose keys or bot are gone answers nobody. */
function stateOfOne({ long, connected: { appId, client } }: Running) {
  const trouble = client.trouble();
  if (trouble) return { ok: false, why: `Lark ${appId}: ${trouble}` };
  return long ? long.state() : { ok: true, why: `Lark ${appId}: called by Lark` };
}

type Connecting = LarkOptions & { clients: Clients; handle: HandleEnvelope };

async function connect(connection: LarkConnection, options: Connecting): Promise<Running> {
  const connected = await meet(connection, clientOf(options.clients, connection.connection));
  if (connection.mode === "http") return { connected };
  const long = createLongConnection(connected, options);
  await long.start();
  return { connected, long };
}

/** The first call with the keys: it fails when they are wrong, and tells who we are. */
async function meet(connection: LarkConnection, client: LarkClient): Promise<Connected> {
  const { openId } = await client.bot();
  if (openId) return { ...connection, client, botOpenId: openId };
  const sentence = `The app ${connection.appId} has no bot. Add it under Features > Bot, then publish a version.`;
  throw new Refused("lark.no-bot", sentence);
}

function requireKeys({
  appId,
  appSecret,
  mode,
  encryptKey,
  verificationToken,
}: LarkConnection): void {
  // The SDK does nothing at all, without an error, when the id has another form.
  if (!/^cli_[0-9a-fA-F]{16}$/.test(appId) || !appSecret) {
    const sentence = `"${appId}" is no App ID with a secret. Copy App ID (cli_ and 16 characters) and App Secret from Credentials & Basic Info.`;
    throw new Refused("lark.bad-app-id", sentence);
  }
  if (mode === "http" && (!encryptKey || !verificationToken)) {
    const sentence =
      "HTTP mode needs an Encrypt Key and a Verification Token: set them under Events & Callbacks > Encryption Strategy.";
    throw new Refused("lark.no-encrypt-key", sentence);
  }
}

function createBackground(log: LarkOptions["log"]) {
  const tasks = new Set<Promise<void>>();
  return {
    start(work: () => Promise<void>): void {
      const task: Promise<void> = work()
        .catch((error: unknown) =>
          log.error({ err: error }, "what follows an event of Lark failed"),
        )
        .finally(() => tasks.delete(task));
      tasks.add(task);
    },
    async idle(): Promise<void> {
      while (tasks.size > 0) await Promise.all(tasks);
    },
  };
}
