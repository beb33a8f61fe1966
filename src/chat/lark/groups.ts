// Groups: a greeting when the bot is added, and one sentence where somebody asked. What is private stays in the
// private chat.
import { textsFor } from "../../core/text/texts.ts";
import type { ChatEvent } from "../adapter.ts";
import { asErrors } from "./client/failures.ts";
import { retry } from "./client/retry.ts";
import { toUuid } from "./client/uuid.ts";
import type { LarkClient } from "./client.ts";
import type { LarkOptions } from "./connection.ts";
import { limits } from "./limits.ts";
import type { AddedGroup, AskedInGroup } from "./parse.ts";

type GroupOptions = Pick<LarkOptions, "clock" | "languageOf"> & { client: LarkClient };

/** Says hello to a group, once, in the language of whoever added us. */
export async function greetGroup(
  { key, chatId, by, at }: AddedGroup,
  options: GroupOptions,
): Promise<void> {
  if (!isSaidOnce(at, options)) return;
  const { lark } = textsFor(await options.languageOf(by));
  const sentence = { text: lark.group.hello, uuid: toUuid(`hello:${key}`) };
  await retry(() => asErrors(() => options.client.sayInGroup({ chatId, ...sentence })));
}

/** Says under somebody's question that the answer is in their private chat, once. */
export async function pointToPrivateChat(
  event: ChatEvent,
  { asked, ...options }: GroupOptions & { asked: AskedInGroup },
): Promise<void> {
  if (!isSaidOnce(event.at, options)) return;
  const { lark } = textsFor(await options.languageOf(event));
  // The key without Lark's ids: a redelivery may come with fresh ones.
  const uuid = toUuid(`where:${event.aliases?.at(-1) ?? event.key}`);
  const sentence = { text: lark.group.answered, uuid };
  await retry(() => asErrors(() => options.client.replyInThread({ ...asked, ...sentence })));
}

/** While what happened is younger than the hour in which Lark takes a uuid once; later it may have been said. */
function isSaidOnce(at: number, { clock }: GroupOptions): boolean {
  return clock() - at < limits.idempotentForMs;
}
