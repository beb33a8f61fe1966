import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutRecording } from "../../../../src/core/training/calls/audio/cut-recording.ts";
import { type Pcm, parseWav } from "../../../../src/core/training/calls/audio/parse-wav.ts";
import { writeWav } from "../../../../src/core/training/calls/audio/write-wav.ts";
import { probeAudio } from "../../../../src/model/probe-audio.ts";
import { aRecording, wavHead } from "../../../helpers/recordings.ts";

const parse = (bytes: Uint8Array): Pcm => {
  const pcm = parseWav(bytes);
  if (!pcm) throw new Error("no WAV");
  return pcm;
};
const seconds = (pcm: Pcm) => (pcm.channels[0]?.length ?? 0) / pcm.sampleRate;

describe("a recording", () => {
  it("with a side on each channel is cut where the other begins", () => {
    const tones = [
      { from: 1, to: 3, channel: 0 },
      { from: 3, to: 6, channel: 1 },
      { from: 6, to: 8, channel: 0 },
    ] as const;
    const pieces = cutRecording(parse(aRecording(tones, { seconds: 9 })));
    expect(pieces.map(({ channel }) => channel)).toEqual([0, 1, 0]);
    expect(pieces[1]?.fromMs).toBeGreaterThan(2_700);
    expect(pieces[1]?.toMs).toBeLessThan(6_300);
  });

  it("with both sides on one channel is cut at a silence, five minutes at most", () => {
    const tones = [
      { from: 0, to: 270, channel: 0 },
      { from: 272, to: 420, channel: 0 },
    ] as const;
    const pieces = cutRecording(
      parse(aRecording(tones, { seconds: 420, channels: 1, rate: 4_000 })),
    );
    expect(pieces).toHaveLength(2);
    expect(pieces[0]?.channel).toBeNull();
    expect(pieces[0]?.toMs).toBeGreaterThan(270_000);
    expect(pieces[0]?.toMs).toBeLessThan(272_000);
    expect(pieces[1]).toMatchObject({ fromMs: pieces[0]?.toMs, toMs: 420_000 });
  });

  it("on which nobody is heard has no pieces", () => {
    expect(cutRecording(parse(aRecording([], { seconds: 5 })))).toEqual([]);
  });

  it("is told from what is no audio by its bytes", async () => {
    expect(await probeAudio(aRecording([], { seconds: 2 }))).toEqual({ durationMs: 2_000 });
    for (const bytes of ["OggS…", "just words ".repeat(500), ""]) {
      expect(await probeAudio(Buffer.from(bytes))).toBeUndefined();
    }
    expect(await probeAudio(new Uint8Array(5_000))).toBeUndefined();
  });
});

describe("a WAV file", () => {
  it("of 16 bits comes back from its own writing", () => {
    const pcm = parse(aRecording([{ from: 0, to: 1, channel: 0 }], { seconds: 1, channels: 1 }));
    const again = parse(writeWav(pcm, { fromMs: 0, toMs: 1_000, channel: null }));
    expect(seconds(again)).toBe(1);
    const [first, second] = [pcm.channels[0] ?? [], again.channels[0] ?? []];
    for (const at of [10, 100, 1_000]) expect(second[at]).toBeCloseTo(first[at] ?? 9, 3);
  });

  it.each([
    ["8 bits", { tag: 1, bits: 8 }, Buffer.from([128, 255, 0, 128]), [0, 0.99, -1]],
    [
      "24 bits",
      { tag: 1, bits: 24 },
      Buffer.from([0, 0, 0, 0, 0, 0x40, 0, 0, 0xc0]),
      [0, 0.5, -0.5],
    ],
    ["floats", { tag: 3, bits: 32 }, floats([0, 0.25, -0.25]), [0, 0.25, -0.25]],
    ["µ-law", { tag: 7, bits: 8 }, Buffer.from([0xff, 0x80, 0x00, 0xff]), [0, 0.98, -0.98]],
    ["A-law", { tag: 6, bits: 8 }, Buffer.from([0xd5, 0xaa, 0x2a, 0xd5]), [0, 0.98, -0.98]],
  ])("of %s is read as loud as it is", (_, { tag, bits }, data, samples) => {
    const head = wavHead({ channels: 1, rate: 8_000, bits, tag, size: data.length });
    const [channel = []] = parse(Buffer.concat([head, data])).channels;
    for (const [at, sample] of samples.entries()) expect(channel[at]).toBeCloseTo(sample, 1);
  });

  it.each([
    ["cut off in its head", aRecording([], { seconds: 1 }).subarray(0, 30)],
    [
      "of a kind that is unknown",
      Buffer.concat([
        wavHead({ channels: 1, rate: 8_000, bits: 4, tag: 17, size: 8 }),
        Buffer.alloc(8),
      ]),
    ],
    [
      "of no channels",
      Buffer.concat([
        wavHead({ channels: 0, rate: 8_000, bits: 16, tag: 1, size: 8 }),
        Buffer.alloc(8),
      ]),
    ],
    [
      "that is none",
      Buffer.from("RIFF of something else entirely, long enough to be looked at".repeat(2)),
    ],
  ])("%s is left as it is", (_, bytes) => {
    expect(parseWav(bytes)).toBeUndefined();
  });

  const clip = "../shared/data/speech/wenet_aishell-BAC009S0724W0121.wav";
  it.skipIf(!existsSync(clip))(
    "somebody really spoke into is one piece (skipped without the shared clips)",
    () => {
      const pieces = cutRecording(parse(readFileSync(clip)));
      expect(pieces).toEqual([{ fromMs: 0, toMs: 4_281, channel: null }]);
    },
  );
});

function floats(samples: number[]): Buffer {
  const data = Buffer.alloc(samples.length * 4);
  for (const [at, sample] of samples.entries()) data.writeFloatLE(sample, at * 4);
  return data;
}
