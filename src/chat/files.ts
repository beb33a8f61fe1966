// What somebody dropped goes to the use case for its kind: tables to the import, recordings to the listener.
import type { Person } from "../core/model.ts";
import type { Reader } from "../core/ports.ts";
import type { Effect } from "../core/use-case.ts";
import { refuseFile } from "../core/voice/refuse-file.ts";
import type { Say, VoiceNote } from "../core/voice/take-voice.ts";

/** A file as it came: `text` was written beside it, or heard in it by the platform; `say` is what words would do. */
export type Dropped = {
  assetId: string;
  name: string;
  mediaType?: string;
  text: string;
  say: Say;
};
export type FileHandler = (person: Person, file: Dropped) => Promise<Effect>;

export type FileHandlers = {
  read: Pick<Reader, "assets">;
  /** Takes a transcript or a recording of a call; undefined: it is something else. */
  onCall(
    person: Person,
    file: { assetId: string; name: string; kind: FileKind; text: string },
  ): Promise<Effect | undefined>;
  onTable(person: Person, file: { assetId: string; name: string }): Promise<Effect>;
  onVoice(person: Person, note: VoiceNote, say: Say): Promise<Effect>;
  /** Takes a picture that may be a business licence; undefined: it is something else. */
  onPicture(person: Person, file: { assetId: string; name: string }): Promise<Effect | undefined>;
  /** Takes any other file that something is waiting for. */
  onProof(person: Person, assetId: string): Promise<Effect | undefined>;
};

/** Pictures nobody takes, and kinds nobody knows, are refused in a sentence. */
export function createFileHandler(handlers: FileHandlers): FileHandler {
  const { read, onTable, onVoice, onPicture } = handlers;
  return async (person, file) => {
    const { assetId, name, text, say } = file;
    const mediaType = file.mediaType ?? (await read.assets.get(assetId))?.mediaType ?? "";
    const kind = kindOf(name, mediaType);
    const taken = await onFirst(handlers, person, { assetId, name, kind, text });
    if (taken) return taken;
    if (kind === "table") return onTable(person, { assetId, name });
    if (kind === "voice") return onVoice(person, { assetId, transcript: text }, say);
    return (await onPicture(person, { assetId, name })) ?? refuseFile(person, file);
  };
}

/** What something waits for, or a call. */
async function onFirst(
  { onProof, onCall }: FileHandlers,
  person: Person,
  file: Parameters<FileHandlers["onCall"]>[1],
): Promise<Effect | undefined> {
  const proof = file.kind === "other" ? await onProof(person, file.assetId) : undefined;
  return proof ?? onCall(person, file);
}

export type FileKind = "table" | "voice" | "other";

/** By the media type where it says something, else by how the name ends. A workbook is a table: the import says how to save it. */
export function kindOf(name: string, mediaType: string): FileKind {
  const type = mediaType.toLowerCase().split(";")[0]?.trim() ?? "";
  if (type.startsWith("audio/")) return "voice";
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (tableEndings.has(ending)) return "table";
  if (isVague(type) && voiceEndings.has(ending)) return "voice";
  return tableTypes.has(type) || type.includes("spreadsheet") ? "table" : "other";
}

const tableEndings = new Set(["csv", "tsv", "json", "jsonl", "ndjson", "xlsx", "xls"]);
const voiceEndings = new Set([
  "aac",
  "amr",
  "flac",
  "m4a",
  "mp3",
  "oga",
  "ogg",
  "opus",
  "wav",
  "weba",
]);
const tableTypes = new Set([
  "text/csv",
  "text/tab-separated-values",
  "application/json",
  "application/vnd.ms-excel",
]);

/** What platforms say of a file they know nothing of; Feishu's voice messages come so, or as plain Ogg. */
function isVague(type: string): boolean {
  return ["", "application/octet-stream", "binary/octet-stream", "application/ogg"].includes(type);
}
