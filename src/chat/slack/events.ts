// Words, files and openings: kept before they are acknowledged.
import { RetryLater } from "../../core/errors.ts";
import type { Texts } from "../../core/text/en.ts";
import { textsFor } from "../../core/text/texts.ts";
import { type Fetched, mediaTypeOf } from "./files.ts";
import type { Desk } from "./interactions.ts";
import { limits, times } from "./limits.ts";
import { parseCommand, parseMessage, parseOpened, type Said, type SlackFile } from "./parse.ts";

/** Keeps what an incoming body says, if it says anything; resolves when it is on disk. */
export async function keep(body: Record<string, unknown>, desk: Desk, retryNum = 0): Promise<void> {
  const to = desk.installed();
  const said = "command" in body ? parseCommand(body, to) : parseMessage(body, to);
  if (said) return keepSaid(said, desk, retryNum);
  const opened = parseOpened(body, to);
  if (opened) await desk.host.accept(opened.event);
}

/** Answers go to the direct conversation; where somebody asked elsewhere, the thread points there, once. */
export async function tellWhere(body: Record<string, unknown>, desk: Desk): Promise<void> {
  const to = desk.installed();
  const said = parseMessage(body, to);
  if (!said?.ts || said.isDirect || to.now - said.event.at > times.mentionMs) return;
  if (!desk.pointed.add(`${said.channel} ${said.ts}`)) return;
  const { connection, externalId } = said.event;
  const { slack } = textsFor(await desk.languageOf({ connection, externalId }));
  const place = { channel: said.channel, thread: said.thread ?? said.ts };
  await desk.client.reply({ ...place, text: slack.answeredInDm });
}

async function keepSaid(said: Said, desk: Desk, retryNum: number): Promise<void> {
  const { event, files } = said;
  if (files.length === 0) {
    // A mention without words, or an empty message, is somebody wanting something.
    await desk.host.accept(event.forwarded ? event : { ...event, text: event.text || "help" });
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
  if (isVoice(file) && !(await desk.agreedToVoice(event))) return holdVoice(said, desk);
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
  const text = event.text || transcriptOf(file);
  const aliases = event.aliases?.map((alias) => `${alias}:${file.id}`);
  const key = `${event.key}:${file.id}`;
  await desk.host.accept({
    ...rest,
    ...(aliases ? { aliases } : {}),
    key,
    kind: "file",
    ...fetched,
    text,
  });
  return true;
}

/** Nobody's voice is fetched before they agreed to it: what there is to agree to is shown, and they send it again. */
async function holdVoice(said: Said, desk: Desk): Promise<true> {
  await desk.host.accept({ ...said.event, text: "privacy" });
  await whisperTo(said, desk, ({ voiceHeld }) => voiceHeld);
  return true;
}

function isVoice(file: SlackFile): boolean {
  return mediaTypeOf(file).startsWith("audio/");
}

/** What Slack itself heard in a voice clip, where it is done with it and shows it to apps. */
function transcriptOf({ transcription }: SlackFile): string {
  const heard = transcription?.status === "complete" ? transcription.preview?.content : "";
  return (heard ?? "").trim();
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
  { event, channel, thread }: Said,
  desk: Desk,
  say: (slack: Texts["slack"]) => string,
): Promise<void> {
  try {
    const { connection, externalId: user } = event;
    const { slack } = textsFor(await desk.languageOf({ connection, externalId: user }));
    const place = { channel, user, ...(thread ? { thread } : {}) };
    await desk.client.whisper({ ...place, text: say(slack) });
  } catch (error) {
    desk.log.warn({ err: error }, "a sentence was not shown");
  }
}
