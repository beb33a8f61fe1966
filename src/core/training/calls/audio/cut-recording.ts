// A recording in pieces: by who speaks where each side has its own channel, else at silences.
import type { Piece } from "../call.ts";
import type { Pcm } from "./parse-wav.ts";

/** Loudness is looked at in steps of this. */
const frameMs = 30;
/** Below −50 dB of full scale nobody speaks (ours; telephone noise lies near −60, speech near −25). */
const quiet = 10 ** (-50 / 20);
/** Pieces are at most this long, and are cut in the quietest moment of their last minute. */
const longestMs = 5 * 60_000;
const searchMs = 60_000;
/** A turn goes on through a pause of this length; longer where there would be too many of them. */
const pauseMs = 1_000;
/** The most requests one call costs (ours). */
const mostTurns = 400;
/** What is shorter is a cough. */
const shortestMs = 300;
/** Kept around a turn, so that no first sound is lost. */
const marginMs = 150;

/** The pieces of a recording in order; none where nobody is heard. */
export function cutRecording(pcm: Pcm): Piece[] {
  const loud = pcm.channels.map((channel) => loudness(channel, pcm.sampleRate));
  const lengthMs = ((pcm.channels[0]?.length ?? 0) * 1_000) / pcm.sampleRate;
  const isHeard = loud.some(
    (frames) => frames.filter((frame) => frame > quiet).length * frameMs >= shortestMs,
  );
  if (!isHeard) return [];
  const [left, right] = loud;
  if (left && right && loud.length === 2 && isSplit(left, right)) {
    return cutTurns([left, right], lengthMs);
  }
  return cutAtSilence(loud, lengthMs);
}

/** Whether each side has a channel: what is heard is mostly much louder on one, and both have their share. */
function isSplit(left: Float32Array, right: Float32Array): boolean {
  let [onLeft, onRight, heard] = [0, 0, 0];
  for (const [at, first] of left.entries()) {
    const second = right[at] ?? 0;
    if (Math.max(first, second) <= quiet) continue;
    heard += 1;
    if (first > second * apart) onLeft += 1;
    else if (second > first * apart) onRight += 1;
  }
  return (onLeft + onRight) / heard >= 0.7 && Math.min(onLeft, onRight) / heard >= 0.1;
}

/** Twice as loud: 6 dB. */
const apart = 2;

function cutTurns(loud: readonly [Float32Array, Float32Array], lengthMs: number): Piece[] {
  let gapMs = pauseMs;
  let turns = turnsOf(loud, gapMs);
  while (turns.length > mostTurns) {
    gapMs *= 2;
    turns = turnsOf(loud, gapMs);
  }
  const withMargin = turns.map((turn) => ({
    ...turn,
    fromMs: Math.max(0, turn.fromMs - marginMs),
    toMs: Math.min(lengthMs, turn.toMs + marginMs),
  }));
  return withMargin.flatMap((turn) => cutLong(turn));
}

function turnsOf([left, right]: readonly [Float32Array, Float32Array], gapMs: number): Piece[] {
  const turns: Piece[] = [];
  for (const [at, first] of left.entries()) {
    const second = right[at] ?? 0;
    if (Math.max(first, second) <= quiet) continue;
    const channel = first >= second ? 0 : 1;
    const [fromMs, toMs] = [at * frameMs, (at + 1) * frameMs];
    const last = turns.at(-1);
    if (last && last.channel === channel && fromMs - last.toMs <= gapMs) last.toMs = toMs;
    else turns.push({ fromMs, toMs, channel });
  }
  const long = turns.filter(({ fromMs, toMs }) => toMs - fromMs >= shortestMs);
  return joinTurns(long, gapMs);
}

/** Two turns of one side with nothing but a cough of the other's between are one. */
function joinTurns(turns: readonly Piece[], gapMs: number): Piece[] {
  const joined: Piece[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (last?.channel === turn.channel && turn.fromMs - last.toMs <= gapMs * 2)
      last.toMs = turn.toMs;
    else joined.push({ ...turn });
  }
  return joined;
}

function cutLong(piece: Piece): Piece[] {
  const parts = Math.ceil((piece.toMs - piece.fromMs) / longestMs);
  const each = (piece.toMs - piece.fromMs) / parts;
  return Array.from({ length: parts }, (_, at) => ({
    ...piece,
    fromMs: piece.fromMs + at * each,
    toMs: piece.fromMs + (at + 1) * each,
  }));
}

function cutAtSilence(loud: readonly Float32Array[], lengthMs: number): Piece[] {
  const pieces: Piece[] = [];
  let fromMs = 0;
  while (lengthMs - fromMs > longestMs) {
    const toMs = quietest(loud, fromMs + longestMs - searchMs, fromMs + longestMs);
    pieces.push({ fromMs, toMs, channel: null });
    fromMs = toMs;
  }
  pieces.push({ fromMs, toMs: lengthMs, channel: null });
  return pieces;
}

/** The middle of the quietest half second between two moments. */
function quietest(loud: readonly Float32Array[], fromMs: number, toMs: number): number {
  const width = Math.round(500 / frameMs);
  const [first, last] = [Math.floor(fromMs / frameMs), Math.floor(toMs / frameMs) - width];
  let best = { at: last, sum: Number.POSITIVE_INFINITY };
  for (let at = first; at <= last; at += 1) {
    let sum = 0;
    for (const frames of loud)
      for (let step = 0; step < width; step += 1) sum += frames[at + step] ?? 0;
    if (sum < best.sum) best = { at, sum };
  }
  return (best.at + width / 2) * frameMs;
}

/** Root mean square per frame. */
function loudness(samples: Float32Array, sampleRate: number): Float32Array {
  const size = Math.max(1, Math.round((sampleRate * frameMs) / 1_000));
  return Float32Array.from({ length: Math.ceil(samples.length / size) }, (_, frame) => {
    let sum = 0;
    const end = Math.min(samples.length, (frame + 1) * size);
    for (let at = frame * size; at < end; at += 1) sum += (samples[at] ?? 0) ** 2;
    return Math.sqrt(sum / Math.max(1, end - frame * size));
  });
}
