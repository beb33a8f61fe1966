import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  digestOf,
  listEntries,
  toDocument,
} from "../../../src/store/script-index/entry-documents.ts";
import { fitIndex } from "../../../src/store/script-index/fit-index.ts";
import {
  decodeIndex,
  encodeIndex,
  type StoredIndex,
} from "../../../src/store/script-index/index-file.ts";
import { toParts } from "../../../src/store/script-index/search-document.ts";
import { smallLibrary } from "./small-library.ts";

function makeIndex(): StoredIndex {
  const documents = listEntries(smallLibrary()).map(toDocument);
  return {
    key: { libraryDigest: digestOf(documents), embedder: "local" },
    data: fitIndex(documents.map(toParts), { dimensions: 4 }),
    remoteRows: { dimensions: 2, data: Float32Array.of(1, 0, 0, 1) },
    graphDigest: "abc",
  };
}
const bytes = new Uint8Array(encodeIndex(makeIndex()));

describe("an index file", () => {
  it("gives back what was written", async () => {
    expect(await decodeIndex(bytes)).toEqual(makeIndex());
  });

  it("is the same to the byte for the same library", () => {
    expect(new Uint8Array(encodeIndex(makeIndex()))).toEqual(bytes);
  });

  it("is refused when any one bit of it is another", async () => {
    const anyBit = fc.nat({ max: bytes.length * 8 - 1 });
    await fc.assert(
      fc.asyncProperty(anyBit, async (bit) => {
        const broken = bytes.slice();
        broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await decodeIndex(broken)).toBeUndefined();
      }),
    );
  });

  it("is refused when cut short, longer, or not ours at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        expect(await decodeIndex(bytes.slice(0, length))).toBeUndefined();
      }),
    );
    expect(await decodeIndex(Uint8Array.from([...bytes, 0]))).toBeUndefined();
    expect(await decodeIndex(new TextEncoder().encode("SQLite format 3"))).toBeUndefined();
  });
});
