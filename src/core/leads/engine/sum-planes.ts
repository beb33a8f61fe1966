// The one hot loop of fit: weight × value summed over factors, four pairs at a time within one 32-bit word.

/** One factor's values for every pair, each 0..100, and its weight, 0..100. */
export type Weighted = { plane: Uint8Array; weight: number };

/** The smallest length of planes and sums that holds `pairs`: whole words. */
export function paddedLength(pairs: number): number {
  return Math.ceil(pairs / 4) * 4;
}

/** Words summed while they lie in the first-level cache (32 KB): four planes and two halves of sums. */
const blockWords = 1_024;
/** Every second byte of a word, so that each has sixteen bits to grow in: 100 × 100 needs fourteen. */
const everySecond = 0x00ff_00ff;

/**
 * Sets `sums` to the weighted sum of the planes, all of `paddedLength`. Bytes 0 and 2 of a word are multiplied by one
 * multiplication, bytes 1 and 3 by another; weights add up to 100 at most, so that no sum outgrows its sixteen bits.
 * On the development machine twice as fast as one pair at a time (`ringside bench fit`).
 */
export function sumPlanes(sums: Int16Array, weighted: readonly Weighted[]): void {
  const planes = weighted.map(({ plane, weight }) => ({ words: toWords(plane), weight }));
  const target = toWords(sums);
  const words = sums.length / 4;
  const half: Half = { even: new Int32Array(blockWords), odd: new Int32Array(blockWords) };
  for (let from = 0; from < words; from += blockWords) {
    const count = Math.min(blockWords, words - from);
    half.even.fill(0);
    half.odd.fill(0);
    for (let factor = 0; factor < planes.length; factor += 4)
      addFour(half, planes.slice(factor, factor + 4), { from, count });
    interleave(target, half, { from, count });
  }
}

type Half = { even: Int32Array; odd: Int32Array };
type Words = { words: Uint32Array; weight: number };
type Block = { from: number; count: number };

const toWords = ({ buffer, byteOffset, byteLength }: Uint8Array | Int16Array) =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);

const blank = { words: new Uint32Array(0), weight: 0 };

/** A loop this simple is what the compiler makes fast: no calls, no branches, four streams. */
function addFour({ even, odd }: Half, four: Words[], { from, count }: Block): void {
  const [a = blank, b, c, d] = four;
  // A missing one reads the first with weight 0: the loop stays the same.
  const [p0, p1, p2, p3] = [a.words, (b ?? a).words, (c ?? a).words, (d ?? a).words];
  const [w0, w1, w2, w3] = [a.weight, b?.weight ?? 0, c?.weight ?? 0, d?.weight ?? 0];
  for (let at = 0; at < count; at += 1) {
    const x0 = p0[from + at] as number;
    const x1 = p1[from + at] as number;
    const x2 = p2[from + at] as number;
    const x3 = p3[from + at] as number;
    even[at] =
      (even[at] as number) +
      Math.imul(x0 & everySecond, w0) +
      Math.imul(x1 & everySecond, w1) +
      Math.imul(x2 & everySecond, w2) +
      Math.imul(x3 & everySecond, w3);
    odd[at] =
      (odd[at] as number) +
      Math.imul((x0 >>> 8) & everySecond, w0) +
      Math.imul((x1 >>> 8) & everySecond, w1) +
      Math.imul((x2 >>> 8) & everySecond, w2) +
      Math.imul((x3 >>> 8) & everySecond, w3);
  }
}

/** Back into the order of pairs: every machine Node runs on keeps the low byte first. */
function interleave(target: Uint32Array, { even, odd }: Half, { from, count }: Block): void {
  for (let at = 0; at < count; at += 1) {
    const e = even[at] as number;
    const o = odd[at] as number;
    target[2 * (from + at)] = (e & 0xffff) | (o << 16);
    target[2 * (from + at) + 1] = (e >>> 16) | (o & 0xffff_0000);
  }
}
