// Socket Mode over two sockets: while one of them is renewed, which Slack asks for every few hours, the other hears.
import { within } from "../../../within.ts";
import { times } from "../limits.ts";
import { createSocketLine, type LineOptions, type SocketLine } from "./socket-line.ts";

/** `sockets`: Slack allows ten to one app, and gives each event to one of them. */
export type SocketOptions = LineOptions & { sockets?: number };

/** All sockets of one app, seen as one. */
export function createSocket({ sockets = 2, ...options }: SocketOptions): SocketLine {
  const lines = Array.from({ length: sockets }, () => createSocketLine(options));
  const stop = async (): Promise<void> => {
    await Promise.all(lines.map((line) => line.stop()));
  };
  return {
    async start() {
      const [first, ...others] = lines;
      try {
        // What is wrong with the keys shows at the first.
        await first?.start();
      } catch (error) {
        await stop();
        throw error;
      }
      // Where Slack, or what stands in for it, gives no second, one hears everything too: nobody waits for it long.
      const up = Promise.all(others.map((line) => line.start({ isPatient: true })));
      up.catch(() => {});
      await within(up, times.secondMs);
    },
    stop,
    state() {
      const states = lines.map((line) => line.state());
      const up = states.filter(({ ok }) => ok);
      const down = states.find(({ ok }) => !ok);
      if (!down) return { ok: true, why: "connected" };
      if (up.length === 0) return down;
      return { ok: true, why: `${up.length} of ${lines.length} sockets connected (${down.why})` };
    },
  };
}
