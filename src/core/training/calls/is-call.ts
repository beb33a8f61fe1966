// Whether something dropped or pasted is a call, and not a voice note, a table or something else.
import type { Person } from "../../model.ts";
import type { CallSource } from "./call.ts";
import type { CallServices } from "./services.ts";
import { parseJsonTranscript } from "./transcript/parse-json.ts";

/** How long "the next file is a call" holds. */
export const expectForMs = 30 * 60_000;
/** Nobody speaks to a bot for longer in one go (ours); what lasts longer is a call. */
const longestNoteMs = 3 * 60_000;

/** A file as it came, with the words written beside it. */
export type Came = {
  assetId: string;
  name: string;
  kind: "table" | "voice" | "other";
  text: string;
};

const transcriptEndings = new Set(["txt", "vtt", "srt", "md"]);
/** All that is written beside it, so that a voice note which speaks of a call is none. */
const aboutCalls =
  /^(an? |the |this )?(sales )?(call|meeting) (with .{1,60}|recording)[.!]?$|^((和|跟|与).{1,20}的?(通话|电话|会议)(录音|记录)?|(通话|电话|会议)录音)[。！]?$/iu;

/** What of a call a file is; undefined when it is none. */
export async function callIn(
  services: CallServices,
  person: Person,
  { assetId, name, kind, text }: Came,
): Promise<CallSource | undefined> {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (kind === "voice") {
    const isSaid = aboutCalls.test(text.trim()) || (await isExpected(services, person));
    return isSaid || (await isLong(services, assetId)) ? "recording" : undefined;
  }
  const isTalk =
    kind === "other" ? transcriptEndings.has(ending) : await isJsonTalk(services, assetId, ending);
  return isTalk ? "transcript" : undefined;
}

async function isLong({ assets, probeAudio }: CallServices, assetId: string): Promise<boolean> {
  const file = await assets.read(assetId);
  const audio = file && (await probeAudio(file.bytes));
  return (audio?.durationMs ?? 0) > longestNoteMs;
}

/** Larger files are tables. */
const largestJson = 5 * 1024 * 1024;

async function isJsonTalk(
  { assets }: CallServices,
  assetId: string,
  ending: string,
): Promise<boolean> {
  if (ending !== "json") return false;
  const file = await assets.read(assetId);
  if (!file || file.bytes.byteLength > largestJson) return false;
  return parseJsonTranscript(new TextDecoder().decode(file.bytes)) !== undefined;
}

async function isExpected({ store, clock }: CallServices, { id }: Person): Promise<boolean> {
  const state = (await store.read.conversations.get(id))?.state;
  return (state?.callUntil ?? 0) > clock();
}
