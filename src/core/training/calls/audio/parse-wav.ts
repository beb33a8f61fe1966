// WAV files to samples in [-1, 1]: PCM of 8 to 32 bits, floats, and the two laws of telephony (G.711).

/** A decoded recording; one array per channel. */
export type Pcm = { sampleRate: number; channels: Float32Array[] };

const formats = { pcm: 1, float: 3, aLaw: 6, muLaw: 7, extensible: 0xfffe } as const;
type Format = { tag: number; channels: number; sampleRate: number; bits: number };
type Read = (view: DataView, at: number) => number;

/** Decodes a WAV; undefined where it is none, or of a kind that is better sent as it is. */
export function parseWav(bytes: Uint8Array): Pcm | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 44 || word(view, 0) !== "RIFF" || word(view, 8) !== "WAVE")
    return undefined;
  const chunks = findChunks(view);
  const format = chunks.fmt && readFormat(view, chunks.fmt);
  if (!format || !chunks.data) return undefined;
  const read = readerOf(format);
  const { channels, sampleRate, bits } = format;
  if (!read || channels < 1 || channels > 8 || sampleRate < 4_000) return undefined;
  const width = bits / 8;
  const frames = Math.floor(chunks.data.size / (width * channels));
  const from = chunks.data.at;
  return {
    sampleRate,
    channels: Array.from({ length: channels }, (_, channel) =>
      Float32Array.from({ length: frames }, (_sample, frame) =>
        read(view, from + (frame * channels + channel) * width),
      ),
    ),
  };
}

type Chunk = { at: number; size: number };

/** A size that says more than there is, as of a recording that was cut off, ends with the file. */
function findChunks(view: DataView): { fmt?: Chunk; data?: Chunk } {
  const found: { fmt?: Chunk; data?: Chunk } = {};
  let at = 12;
  while (at + 8 <= view.byteLength) {
    const name = word(view, at);
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - at - 8);
    if (name === "fmt ") found.fmt = { at: at + 8, size };
    if (name === "data") found.data ??= { at: at + 8, size };
    at += 8 + size + (size % 2);
  }
  return found;
}

function readFormat(view: DataView, { at, size }: Chunk): Format | undefined {
  if (size < 16) return undefined;
  const tag = view.getUint16(at, true);
  const isExtended = tag === formats.extensible && size >= 26;
  return {
    tag: isExtended ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  };
}

function readerOf({ tag, bits }: Format): Read | undefined {
  const key = `${tag}:${bits}`;
  const readers: Record<string, Read> = {
    [`${formats.pcm}:8`]: (view, at) => (view.getUint8(at) - 128) / 128,
    [`${formats.pcm}:16`]: (view, at) => view.getInt16(at, true) / 32_768,
    [`${formats.pcm}:24`]: (view, at) =>
      (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608,
    [`${formats.pcm}:32`]: (view, at) => view.getInt32(at, true) / 2_147_483_648,
    [`${formats.float}:32`]: (view, at) => view.getFloat32(at, true),
    [`${formats.aLaw}:8`]: (view, at) => fromALaw(view.getUint8(at)),
    [`${formats.muLaw}:8`]: (view, at) => fromMuLaw(view.getUint8(at)),
  };
  return readers[key];
}

/** G.711, µ-law. */
function fromMuLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const size = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7);
  return ((bits & 0x80 ? -1 : 1) * (size - 0x84)) / 32_768;
}

/** G.711, A-law. */
function fromALaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = (bits & 0x0f) << 4;
  const size = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return ((bits & 0x80 ? 1 : -1) * size) / 32_768;
}

const word = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
