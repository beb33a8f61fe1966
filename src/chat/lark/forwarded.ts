// Messages somebody forwarded together: Lark sends a placeholder, and what they say is asked for before it is kept.
import { RetryLater } from "../../core/errors.ts";
import { asErrors } from "./client/failures.ts";
import type { LarkClient } from "./client.ts";
import type { LarkOptions } from "./connection.ts";
import { limits } from "./limits.ts";
import { parseContent } from "./parse/content.ts";
import type { SaidEvent } from "./parse.ts";

type Forwarded = { event: SaidEvent; messageId: string };
type Options = Pick<LarkOptions, "host" | "log" | "clock"> & { client: LarkClient };

/** Kept with the words of the messages; where Lark refuses to tell them it is an empty message, and answered as one. */
export async function receiveForwarded(
  { event, messageId }: Forwarded,
  options: Options,
): Promise<void> {
  const forwarded = await readWords({ event, messageId }, options);
  await options.host.accept({ ...event, ...(forwarded ? { forwarded } : {}) });
}

async function readWords(
  { event, messageId }: Forwarded,
  { client, log, clock }: Options,
): Promise<string> {
  try {
    const all = await asErrors(() => client.readMessage(messageId));
    const held = all.filter(({ upperId }) => upperId !== "");
    const words = held.map(({ type, content }) => wordsOf(type, content)).filter(Boolean);
    return words.join("\n").slice(0, limits.forwarded);
  } catch (error) {
    const comesAgain = clock() - event.at < limits.fileTriesMs;
    if (error instanceof RetryLater && comesAgain) throw error;
    log.warn(
      { event: event.key, err: error },
      "forwarded messages were not read (permission im:message:readonly?)",
    );
    return "";
  }
}

const wordsOf = (type: string, content: string) =>
  parseContent({ message_type: type, content }, []).text;
