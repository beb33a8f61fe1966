// An index as a file: a checksum over everything, a header, and the typed arrays one after the other.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { IndexData } from "./search-index.ts";
import type { Vectors } from "./vectors/vector-set.ts";

/** What an index was made from. It serves no other library, no other embedder and no other version. */
export type IndexKey = { libraryDigest: string; embedder: string };

/** Everything that is kept. */
export type StoredIndex = {
  key: IndexKey;
  data: IndexData;
  /** The endpoint's vectors, where one is configured and answered. */
  remoteRows?: Vectors;
  /** SHA-256 of the graph, which hnswlib keeps in a file of its own. */
  graphDigest: string;
};

/** Grows with every change of what is stored or of how it is computed. */
const version = 1;
const magic = "RINGSIDE-SCRIPTS";
const digestBytes = 32;
const headerAt = magic.length + digestBytes + 4;

const header = z.object({
  version: z.literal(version),
  key: z.object({ libraryDigest: z.string(), embedder: z.string() }),
  graphDigest: z.string(),
  terms: z.array(z.string()),
  tags: z.array(z.record(z.string(), z.array(z.string()))),
  dimensions: z.int().nonnegative(),
  remoteDimensions: z.int().nonnegative(),
  /** Elements per array, in the order of `arraysOf`. */
  lengths: z.array(z.int().nonnegative()).length(7),
});

/** The bytes of an index. */
export function encodeIndex(index: StoredIndex): Buffer {
  const { data, key, graphDigest, remoteRows } = index;
  const arrays = arraysOf(index);
  const json = Buffer.from(
    JSON.stringify({
      ...{ version, key, graphDigest, terms: data.terms, tags: data.tags },
      dimensions: data.local.dimensions,
      remoteDimensions: remoteRows?.dimensions ?? 0,
      lengths: arrays.map(({ length }) => length),
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const bodies = arrays.map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength));
  const content = Buffer.concat([size, json, ...bodies]);
  return Buffer.concat([Buffer.from(magic), sha256(content), content]);
}

/** Reads what `encodeIndex` wrote; undefined for anything else, were it one bit. */
export async function decodeIndex(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<StoredIndex | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < headerAt || buffer.toString("latin1", 0, magic.length) !== magic) return;
  const content = buffer.subarray(magic.length + digestBytes);
  // Off the event loop, for a large library's index takes a while.
  const digest = await crypto.subtle.digest("SHA-256", content);
  if (Buffer.compare(new Uint8Array(digest), buffer.subarray(magic.length, headerAt - 4))) return;
  const size = content.readUInt32LE(0);
  const read = header.safeParse(JSON.parse(content.toString("utf8", 4, 4 + size)));
  return read.success ? toIndex(read.data, content.subarray(4 + size)) : undefined;
}

/** The memory an index lies in, for a thread to hand over instead of copying. */
export const memoryOf = (index: StoredIndex): ArrayBuffer[] =>
  arraysOf(index).map(({ buffer }) => buffer as ArrayBuffer);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

function arraysOf({ data: { bm25, local, localRows }, remoteRows }: StoredIndex) {
  return [
    ...[bm25.starts, bm25.rows, bm25.impacts, local.rarity, local.basis, localRows.data],
    remoteRows?.data ?? new Float32Array(),
  ];
}

function toIndex(read: z.infer<typeof header>, body: Buffer): StoredIndex {
  // Copied: typed arrays must begin at a multiple of four, and the file's buffer goes.
  const aligned = body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);
  let at = 0;
  const [starts, rows, impacts, rarity, basis, local, remote] = read.lengths.map((length) => {
    const from = at;
    at += length * 4;
    return { from, length };
  });
  const numbers = (place = { from: 0, length: 0 }) =>
    new Float32Array(aligned, place.from, place.length);
  const counts = (place = { from: 0, length: 0 }) =>
    new Uint32Array(aligned, place.from, place.length);
  const { dimensions, remoteDimensions, key, graphDigest, terms, tags } = read;
  return {
    ...{ key, graphDigest },
    data: {
      ...{ terms, tags },
      bm25: { starts: counts(starts), rows: counts(rows), impacts: numbers(impacts) },
      local: { dimensions, rarity: numbers(rarity), basis: numbers(basis) },
      localRows: { data: numbers(local), dimensions },
    },
    ...(remoteDimensions > 0
      ? { remoteRows: { data: numbers(remote), dimensions: remoteDimensions } }
      : {}),
  };
}
