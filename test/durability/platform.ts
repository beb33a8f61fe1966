// A chat platform on loopback that now and then fails after, or instead of, doing what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";

export type Message = { to: string; key: string; cardKey: string; title: string };

export type Platform = {
  url: string;
  /** Everything it took, in order; it takes the same key twice if asked twice. */
  accepted: Message[];
  /** Present titles, by key. */
  titles: Map<string, string>;
  close(): Promise<void>;
};

/** Whether it does what it was asked, and what it answers: nothing at all without a status. */
type Fate = { takes: boolean; status?: number };

const well: Fate = { takes: true, status: 200 };
const fates: [Fate, number][] = [
  [{ takes: true, status: 500 }, 0.06],
  [{ takes: false, status: 500 }, 0.04],
  [{ takes: true }, 0.05],
  [{ takes: false }, 0.03],
  [{ takes: false, status: 429 }, 0.05],
];

/** Long enough for a kill to come in between. */
const silenceMs = 60;

export async function startPlatform(random: () => number): Promise<Platform> {
  const accepted: Message[] = [];
  const titles = new Map<string, string>();

  const take = (path: string | undefined, message: Message): void => {
    if (path === "/send") accepted.push(message);
    if (path !== "/find") titles.set(message.key, message.title);
  };
  const onCall = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = (await json(request)) as Message;
    const { takes, status } = drawFate(random());
    const isUnknown = request.url === "/find" && !titles.has(message.key);
    if (takes) take(request.url, message);
    if (status !== undefined) {
      response.writeHead(status === 200 && isUnknown ? 404 : status).end();
      return;
    }
    await setTimeout(silenceMs);
    response.destroy();
  };
  const server = createServer((request, response) => {
    // A killed caller breaks its request off.
    onCall(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    titles,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function drawFate(chance: number): Fate {
  let sum = 0;
  for (const [fate, weight] of fates) {
    sum += weight;
    if (chance < sum) return fate;
  }
  return well;
}
