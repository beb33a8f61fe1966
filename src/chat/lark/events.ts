// One event of Lark, whichever way it came: checked, kept, answered. Only then does the work begin.
import type { ChatEvent, Interaction } from "../adapter.ts";
import { isLate } from "../late.ts";
import type { LarkClient } from "./client.ts";
import type { LarkConnection } from "./connection.ts";
import { answerHeldVoice, isHeldVoice, receiveVoice, type VoiceOptions } from "./files/voice.ts";
import { createReceiver, type FileOptions } from "./files.ts";
import { receiveForwarded } from "./forwarded.ts";
import { greetGroup, pointToPrivateChat } from "./groups.ts";
import { type Ack, answerPress, type PressOptions } from "./interactions.ts";
import { type AskedInGroup, type Incoming, type Press, parseEnvelope } from "./parse.ts";

/** One app, connected. */
export type Connected = LarkConnection & { client: LarkClient; botOpenId: string };

/** Resolves with the answer when the event is on disk; rejects when Lark should deliver it again. */
export type HandleEnvelope = (envelope: unknown, connected: Connected) => Promise<Ack>;

type Options = PressOptions & FileOptions;
type Taking = Options & VoiceOptions & { client: LarkClient };

export function createHandleEnvelope(options: Options): HandleEnvelope {
  const receive = createReceiver(options);
  return async (envelope, { appId, botOpenId, client }) => {
    const incoming = parseEnvelope(envelope, { appId, botOpenId });
    options.count?.(incoming.kind === "ignored" ? incoming.why : incoming.kind);
    return take(incoming, { ...options, receive, client });
  };
}

async function take(incoming: Incoming, options: Taking): Promise<Ack> {
  switch (incoming.kind) {
    case "ignored":
      return {};
    case "press":
      return takePress(incoming, options);
    case "file":
      await (incoming.file.isVoice ? receiveVoice : options.receive)(
        { ...incoming, client: options.client },
        options,
      );
      return {};
    case "forwarded":
      await receiveForwarded(incoming, options);
      return {};
    case "added":
      options.background(() => greetGroup(incoming.group, options));
      return {};
    case "task":
      await options.onTask(incoming.news);
      return {};
    case "event":
      await keep(incoming, options);
      return {};
  }
}

/** The host asks about late words before it acts on them (late.ts). */
async function keep(
  { event, asked }: { event: ChatEvent; asked?: AskedInGroup },
  options: Taking,
): Promise<void> {
  noteLate(event, options);
  await options.host.accept(event);
  if (asked) options.background(() => pointToPrivateChat(event, { ...options, asked }));
}

function takePress(
  { interaction, press }: { interaction: Interaction; press: Press },
  options: Taking,
): Promise<Ack> {
  noteLate(interaction, options);
  if (interaction.kind === "action" && isHeldVoice(interaction)) {
    return answerHeldVoice(interaction, options);
  }
  return answerPress(interaction, { press, options });
}

function noteLate(event: ChatEvent | Interaction, { clock, count, log }: Options): void {
  if (!isLate(event, clock())) return;
  count?.("late");
  log.info({ event: event.key }, "an event of Lark came late");
}
