// Recordings made for tests: tones where somebody speaks, on one channel or on two, as WAV files.

/** Who speaks when, in seconds; channel 0 or 1. */
export type Tone = { from: number; to: number; channel: 0 | 1 };

type Making = { seconds: number; channels?: 1 | 2; rate?: number };

/** A WAV of 16 bits; silence but for the tones. */
export function aRecording(
  tones: readonly Tone[],
  { seconds, channels = 2, rate = 8_000 }: Making,
) {
  const frames = seconds * rate;
  const data = Buffer.alloc(frames * channels * 2);
  for (const { from, to, channel } of tones) {
    for (let frame = from * rate; frame < to * rate; frame += 1) {
      const sample = Math.round(8_000 * Math.sin((2 * Math.PI * 220 * frame) / rate));
      data.writeInt16LE(sample, (frame * channels + Math.min(channel, channels - 1)) * 2);
    }
  }
  return Buffer.concat([wavHead({ channels, rate, bits: 16, tag: 1, size: data.length }), data]);
}

/** The 44 bytes before the samples. */
export function wavHead(about: {
  channels: number;
  rate: number;
  bits: number;
  tag: number;
  size: number;
}): Buffer {
  const { channels, rate, bits, tag, size } = about;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + size, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(tag, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE((rate * channels * bits) / 8, 28);
  head.writeUInt16LE((channels * bits) / 8, 32);
  head.writeUInt16LE(bits, 34);
  head.write("data", 36);
  head.writeUInt32LE(size, 40);
  return head;
}
