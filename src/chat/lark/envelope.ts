// One event of Lark, whichever way it came: checked, kept, answered. Only then does the work begin.
import type { LarkClient } from "./client.ts";
import type { LarkConnection } from "./connection.ts";
import { createReceiver, type FileOptions } from "./files.ts";
import { parseEnvelope } from "./parse.ts";
import { type Ack, answerPress, type PressOptions } from "./presses.ts";

/** One app, connected. */
export type Connected = LarkConnection & { client: LarkClient; botOpenId: string };

/** Resolves with the answer when the event is on disk; rejects when Lark should deliver it again. */
export type HandleEnvelope = (envelope: unknown, connected: Connected) => Promise<Ack>;

const lateMs = 30 * 60_000;

export function createHandleEnvelope(options: PressOptions & FileOptions): HandleEnvelope {
  const { host, count, clock, log } = options;
  const receive = createReceiver(options);
  return async (envelope, { appId, botOpenId, client }) => {
    const incoming = parseEnvelope(envelope, { appId, botOpenId });
    count?.(incoming.kind === "ignored" ? incoming.why : incoming.kind);
    switch (incoming.kind) {
      case "ignored":
        return {};
      case "press":
        return answerPress(incoming.interaction, { press: incoming.press, options });
      case "file":
        await receive({ ...incoming, client });
        return {};
      case "event":
        // Words alone write nothing, so late ones are taken like any others; the host sees `at`.
        if (clock() - incoming.event.at > lateMs) {
          count?.("late");
          log.info({ event: incoming.event.key }, "an event of Lark came late");
        }
        await host.accept(incoming.event);
        return {};
    }
  };
}
