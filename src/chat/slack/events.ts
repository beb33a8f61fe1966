// Words, files and openings: kept before they are acknowledged.
import { RetryLater } from "../../core/errors.ts";
import type { Texts } from "../../core/text/en.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { ChatEvent } from "../adapter.ts";
import type { Fetched } from "./files.ts";
import { wordsOfShortcut } from "./home.ts";
import type { Desk } from "./interactions.ts";
import { limits } from "./limits.ts";
import { parseCommand, parseMessage, parseOpened, type Said, type SlackFile } from "./parse.ts";
import { parsePayload, parseSpoken } from "./parse-payload.ts";

/** Keeps what an incoming body says, if it says anything; resolves when it is on disk. */
export async function keep(body: Record<string, unknown>, desk: Desk, retryNum = 0): Promise<void> {
  const to = desk.installed();
  const said = "command" in body ? parseCommand(body, to) : parseMessage(body, to);
  if (said) return keepSaid(said, desk, retryNum);
  const opened = parseOpened(body, to);
  if (opened) return desk.host.accept(opened.event);
  const spoken = parseWords(body, desk);
  if (spoken) await desk.host.accept(spoken);
}

/** Answers go to the direct conversation; where somebody asked elsewhere, they are told so. */
export async function tellWhere(body: Record<string, unknown>, desk: Desk): Promise<void> {
  const said = parseMessage(body, desk.installed());
  if (!said || said.isDirect) return;
  await whisperTo(said, desk, ({ answeredInDm }) => answeredInDm);
}

/** Buttons and shortcuts that stand for words. */
function parseWords(body: Record<string, unknown>, desk: Desk): ChatEvent | undefined {
  if (body.type !== "block_actions" && body.type !== "shortcut") return undefined;
  const payload = parsePayload(body, desk.installed());
  if (!payload) return undefined;
  const [pressed] = payload.actions ?? [];
  const words = pressed?.action_id.startsWith("say:")
    ? pressed.value
    : wordsOfShortcut(payload.callback_id ?? "");
  return words ? parseSpoken(payload, words, desk.installed()) : undefined;
}

async function keepSaid(said: Said, desk: Desk, retryNum: number): Promise<void> {
  const { event, files } = said;
  if (files.length === 0) {
    // A mention without words, or an empty message, is somebody wanting something.
    await desk.host.accept({ ...event, text: event.text || "help" });
    return;
  }
  const kept = await Promise.all(files.map((file) => keepFile(file, said, desk, retryNum)));
  const isTold = kept.some(Boolean);
  if (!isTold && event.text) await desk.host.accept(event);
}

/** Fetched before it is acknowledged: a slow file makes Slack send the event again, and that finds it here. */
async function keepFile(
  file: SlackFile,
  said: Said,
  desk: Desk,
  retryNum: number,
): Promise<boolean> {
  const { event } = said;
  const fetched = await tryFetch(file, desk, retryNum);
  if ("problem" in fetched) {
    const isTooBig = fetched.problem === "tooBig";
    desk.log.warn({ problem: fetched.problem }, "a dropped file was not taken (scope files:read?)");
    await whisperTo(said, desk, (slack) =>
      isTooBig ? slack.fileTooBig({ megabytes }) : slack.fileUnreadable,
    );
    return false;
  }
  const { kind: _, ...rest } = event;
  const aliases = event.aliases?.map((alias) => `${alias}:${file.id}`);
  const key = `${event.key}:${file.id}`;
  await desk.host.accept({
    ...rest,
    ...(aliases ? { aliases } : {}),
    key,
    kind: "file",
    ...fetched,
  });
  return true;
}

/** Slack's last attempt is our last: then the person hears that it did not work. */
async function tryFetch(file: SlackFile, desk: Desk, retryNum: number): Promise<Fetched> {
  try {
    return await desk.fetchFile(file);
  } catch (error) {
    if (error instanceof RetryLater && retryNum < lastRetry) throw error;
    desk.log.error({ err: error }, "a dropped file was not taken");
    return { problem: "unreadable" };
  }
}

const lastRetry = 3;
const megabytes = limits.file / 1024 / 1024;

async function whisperTo(
  { event, channel }: Said,
  desk: Desk,
  say: (slack: Texts["slack"]) => string,
): Promise<void> {
  try {
    const { connection, externalId: user } = event;
    const { slack } = textsFor(await desk.languageOf({ connection, externalId: user }));
    await desk.client.whisper({ channel, user, text: say(slack) });
  } catch (error) {
    desk.log.warn({ err: error }, "a sentence was not shown");
  }
}
