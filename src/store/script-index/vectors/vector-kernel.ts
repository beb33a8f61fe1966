// The inner loop of a vector scan as a WebAssembly module, assembled here so that no tool is needed to build it.
// Codes: https://webassembly.github.io/spec/core/appendix/index-instructions.html

/** Bytes, in as many levels of brackets as read well. */
type Code = number | readonly Code[];

/**
 * A module with one function over the memory it is given, which in words is:
 *
 *   compare(row, last, query, vectors, out, stride):
 *     for (; row < last; row += 4, out += 4) {
 *       v = vectors + load(row) * stride; q = query; stop = query + stride; a = b = 0
 *       do { a += v[0..3] * q[0..3]; b += v[4..7] * q[4..7]; v += 32; q += 32 } while (q < stop)
 *       store(out, the sum of the four lanes of a + b)
 *     }
 */
export function kernelCode(): Uint8Array<ArrayBuffer> {
  const body = flatten([[2, [3, i32], [2, v128]], compare(), end]);
  return Uint8Array.from(
    flatten([
      [0, text("asm"), 1, 0, 0, 0],
      section(1, [1, 0x60, [6, i32, i32, i32, i32, i32, i32], 0]),
      section(2, [1, named("ringside"), named("memory"), 2, 0, 1]),
      section(3, [1, 0]),
      section(7, [1, named("compare"), 0, 0]),
      section(10, [1, size(body.length), body]),
    ]),
  );
}

// Parameters, then locals.
const [row, last, query, vectors, out, stride] = [0, 1, 2, 3, 4, 5];
const [v, q, stop, a, b] = [6, 7, 8, 9, 10];

function compare(): Code {
  const isMore = [get(row), get(last), isBelow];
  return when(isMore, loop(start(), addUp(), store(), [add(row, 4), add(out, 4)], isMore, again));
}

const start = (): Code => [
  [get(vectors), get(row), loadInt, get(stride), times, plus, set(v)],
  [get(query), set(q)],
  [get(query), get(stride), plus, set(stop)],
  [zero, set(a), zero, set(b)],
];

const addUp = (): Code =>
  loop(
    addProducts(a, 0),
    addProducts(b, 16),
    add(v, 32),
    add(q, 32),
    [get(q), get(stop), isBelow],
    again,
  );

const addProducts = (sum: number, offset: number): Code => [
  [get(sum), get(v), loadFour(offset), get(q), loadFour(offset)],
  [timesFour, plusFour, set(sum)],
];

const store = (): Code => [
  [get(a), get(b), plusFour, set(a)],
  [
    get(out),
    laneOf(a, 0),
    laneOf(a, 1),
    plusFloat,
    laneOf(a, 2),
    plusFloat,
    laneOf(a, 3),
    plusFloat,
  ],
  storeFloat,
];

const [i32, v128, nothing, end] = [0x7f, 0x7b, 0x40, 0x0b];
const [plus, times, isBelow, plusFloat] = [0x6a, 0x6c, 0x49, 0x92];
const loadInt: Code = [0x28, 2, 0];
const storeFloat: Code = [0x38, 2, 0];
const plusFour: Code = [0xfd, 0xe4, 0x01];
const timesFour: Code = [0xfd, 0xe6, 0x01];
const zero: Code = [0xfd, 0x0c, new Array<number>(16).fill(0)];
/** Branches to the beginning of the loop it is in, if the number above it is not 0. */
const again: Code = [0x0d, 0];
const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const add = (local: number, bytes: number): Code => [get(local), [0x41, bytes], plus, set(local)];
const loadFour = (offset: number): Code => [0xfd, 0x00, 4, offset];
const laneOf = (local: number, lane: number): Code => [get(local), 0xfd, 0x1f, lane];
const loop = (...content: Code[]): Code => [0x03, nothing, content, end];
const when = (condition: Code, content: Code): Code => [condition, 0x04, nothing, content, end];

const text = (value: string): Code => [...value].map((letter) => letter.codePointAt(0) ?? 0);
const named = (name: string): Code => [name.length, text(name)];

function section(id: number, content: Code): Code {
  const bytes = flatten(content);
  return [id, size(bytes.length), bytes];
}

/** LEB128, for sizes below 16,384. */
const size = (bytes: number): Code => (bytes < 128 ? bytes : [(bytes & 127) | 128, bytes >> 7]);

const flatten = (code: Code): number[] =>
  typeof code === "number" ? [code] : code.flatMap(flatten);
