// A recording to lines, piece by piece; what is heard is kept at once, so that a crash costs one piece.
import type { HeardSpeech, Speech } from "../../ports.ts";
import { cutRecording } from "./audio/cut-recording.ts";
import { parseWav } from "./audio/parse-wav.ts";
import { writeWav } from "./audio/write-wav.ts";
import type { Line, Piece } from "./call.ts";
import { languageNamed, languageOfTalk } from "./transcript/language-of-talk.ts";

/** A recording, ready to be heard: how many pieces, and each as a file. */
export type Recording = {
  pieces: readonly Piece[];
  /** The bytes of one piece, as they are sent. */
  render(piece: Piece): { bytes: Uint8Array; mediaType: string };
};

/** Cuts what can be cut; anything but a WAV is one piece. No pieces: nobody is heard in it. */
export function openRecording(bytes: Uint8Array, mediaType: string): Recording {
  const pcm = parseWav(bytes);
  if (!pcm) {
    const whole: Piece = { fromMs: 0, toMs: 0, channel: null };
    return { pieces: [whole], render: () => ({ bytes, mediaType }) };
  }
  return {
    pieces: cutRecording(pcm),
    render: (piece) => ({ bytes: writeWav(pcm, piece), mediaType: "audio/wav" }),
  };
}

/** What one piece adds: lines, or that it is in a language nobody here reads. */
export type HeardPiece = { lines: Line[] } | { problem: "otherLanguage" };

/** Shorter talk is not judged by its letters: names and numbers have no language. */
const fewestLetters = 40;

/** Has one piece transcribed. */
export async function hearPiece(
  speech: Speech,
  recording: Recording,
  piece: Piece,
): Promise<HeardPiece> {
  const heard = await speech.transcribeCall(recording.render(piece));
  const text = heard.text.trim();
  const isTelling = (text.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters;
  const language = languageNamed(heard.language) ?? languageOfTalk(text);
  if (isTelling && language === "other") return { problem: "otherLanguage" };
  return { lines: toLines(heard, piece) };
}

/** A channel is a speaker; else the endpoint may tell them apart; else nobody is named. */
function toLines({ text, segments }: HeardSpeech, { channel }: Piece): Line[] {
  if (channel !== null) return toSaid([{ speaker: channelName(channel), text }]);
  if (segments.length === 0) return toSaid(splitSentences(text));
  return toSaid(dropLoops(segments.map((one) => ({ speaker: one.speaker, text: one.text }))));
}

/** What a channel's speaker is called: A is the first. */
const channelName = (channel: number): string => String.fromCharCode(65 + channel);

const toSaid = (lines: Line[]): Line[] =>
  lines
    .map(({ speaker, text }) => ({ speaker, text: text.trim() }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));

function splitSentences(text: string): Line[] {
  const sentences = text.split(/(?<=[.!?。！？])\s*/u).filter(Boolean);
  return dropLoops(sentences.map((sentence) => ({ speaker: null, text: sentence })));
}

/** Speech models repeat themselves over noise: a third time in a row is theirs, not the speaker's. */
function dropLoops(lines: readonly Line[]): Line[] {
  return lines.filter(
    ({ text }, at) => text !== lines[at - 1]?.text || text !== lines[at - 2]?.text,
  );
}
