// Voice messages: nobody's voice is fetched before they agreed to it. Until then it stays with Lark, and a card says so.
import { type Card, maxRefLength, text } from "../../../core/card.ts";
import { textsFor } from "../../../core/text/texts.ts";
import type { Interaction } from "../../adapter.ts";
import { retry } from "../client/retry.ts";
import type { LarkClient } from "../client.ts";
import type { FileOptions, IncomingFile } from "../files.ts";
import type { Ack } from "../interactions.ts";
import type { FileEvent } from "../parse.ts";

export type VoiceOptions = FileOptions & { receive: (incoming: IncomingFile) => Promise<void> };

/** Takes a voice message in if its speaker agreed; otherwise they are asked to, and the message waits at Lark. */
export async function receiveVoice(incoming: IncomingFile, options: VoiceOptions): Promise<void> {
  const { event } = incoming;
  const hasAgreed = await options.agreedToVoice(event);
  if (hasAgreed) return options.receive(incoming);
  const { name: _, ...inbound } = event;
  // Somebody we never met gets what strangers get, and a colleague at their first word what there is to agree to.
  if (hasAgreed === undefined)
    return options.host.accept({ ...inbound, kind: "message", text: "privacy" });
  const card = await heldCard(incoming, options);
  await options.host.accept({ ...inbound, kind: "unopened", card });
}

/** Whether a button is ours, of a voice message that is held. */
export function isHeldVoice({ kind, ...pressed }: Interaction): boolean {
  return kind === "action" && "ref" in pressed && pressed.ref.startsWith(prefix);
}

/** "Listen now": fetches what was held, once, if its speaker has agreed since. */
export async function answerHeldVoice(
  interaction: Extract<Interaction, { kind: "action" }>,
  { client, ...options }: VoiceOptions & { client: LarkClient },
): Promise<Ack> {
  const { voice } = textsFor(await options.languageOf(interaction)).lark;
  if (!(await options.agreedToVoice(interaction))) {
    return { toast: { type: "info", content: voice.notAgreed } };
  }
  const [messageId = "", fileKey = ""] = interaction.ref.slice(prefix.length).split(":");
  const { connection, externalId, surface, at } = interaction;
  const event: FileEvent = {
    ...{ connection, externalId, surface, at, kind: "file", name: "voice.ogg", text: "" },
    key: `lark:${connection}:${messageId}:heard`,
  };
  const file = { messageId, fileKey, type: "file", mediaType: "audio/ogg", isVoice: true } as const;
  options.background(() => retry(() => options.receive({ event, file, client })));
  return { toast: { type: "success", content: voice.listening } };
}

const prefix = "held:";

async function heldCard({ event, file }: IncomingFile, { languageOf }: FileOptions): Promise<Card> {
  const texts = textsFor(await languageOf(event));
  const { voice } = texts.lark;
  const purpose = texts.people.purposes.voice ?? "";
  const ref = `${prefix}${file.messageId}:${file.fileKey}`;
  const listen = { id: "listen", label: voice.listen, ref };
  return {
    key: `held:${event.key}`,
    title: voice.held,
    tone: "info",
    summary: voice.held,
    blocks: [
      { t: "text", text: [text(voice.how({ purpose }))] },
      ...(ref.length <= maxRefLength ? [{ t: "actions" as const, actions: [listen] }] : []),
    ],
  };
}
