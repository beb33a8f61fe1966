// A stretch of a recording as a file of its own: 16 kHz, one channel, 16 bits, as speech models hear it.
import type { Piece } from "../call.ts";
import type { Pcm } from "./parse-wav.ts";

/** What speech models are trained on; more only makes files larger. */
const spokenRate = 16_000;

/** Renders a piece; all channels together where it names none. */
export function writeWav(pcm: Pcm, { fromMs, toMs, channel }: Piece): Uint8Array {
  const rate = Math.min(spokenRate, pcm.sampleRate);
  const count = Math.floor(((toMs - fromMs) * rate) / 1_000);
  const bytes = new Uint8Array(44 + count * 2);
  const view = new DataView(bytes.buffer);
  writeHead(view, { rate, size: count * 2 });
  const first = (fromMs * pcm.sampleRate) / 1_000;
  const step = pcm.sampleRate / rate;
  const channels = channel === null ? pcm.channels : pcm.channels.slice(channel, channel + 1);
  for (let at = 0; at < count; at += 1) {
    const sample = meanOf(channels, first + at * step, first + (at + 1) * step);
    view.setInt16(44 + at * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  }
  return bytes;
}

/** The mean over a stretch: cheap, and enough of a filter for speech. */
function meanOf(channels: readonly Float32Array[], from: number, to: number): number {
  const [start, end] = [Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(to))];
  let sum = 0;
  for (const channel of channels) {
    for (let at = start; at < end; at += 1) sum += channel[at] ?? 0;
  }
  return sum / Math.max(1, channels.length * (end - start));
}

function writeHead(view: DataView, { rate, size }: { rate: number; size: number }): void {
  const put = (at: number, word: string) =>
    [...word].forEach((letter, offset) => {
      view.setUint8(at + offset, letter.charCodeAt(0));
    });
  put(0, "RIFF");
  view.setUint32(4, 36 + size, true);
  put(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(36, "data");
  view.setUint32(40, size, true);
}
