import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AssetStore } from "../../src/core/ports.ts";
import { createAssetStore } from "../../src/store/assets.ts";
import type { Records } from "../../src/store/records/records.ts";
import { newFolder, openTestRecords } from "../helpers/records.ts";

let records: Records;
let assets: AssetStore;
beforeEach(async () => {
  records = await openTestRecords();
  assets = createAssetStore(join(newFolder(), "assets"), records);
});
afterEach(() => records.close());

const save = (name: string, content: string) =>
  assets.save({
    ...{ name, mediaType: "audio/ogg", personId: null },
    bytes: new TextEncoder().encode(content),
  });

describe("removing a file", () => {
  it("deletes its bytes and its row, also when asked twice", async () => {
    const asset = await save("voice.ogg", "hello");
    await assets.remove(asset.id);
    await assets.remove(asset.id);
    expect(existsSync(assets.pathOf(asset))).toBe(false);
    expect(await assets.read(asset.id)).toBeUndefined();
  });

  it("leaves the same content that somebody else sent, under the same name or another", async () => {
    const mine = await save("voice.ogg", "hello");
    const theirs = await save("voice.ogg", "hello");
    const renamed = await save("other.ogg", "hello");
    await assets.remove(mine.id);
    expect(await assets.read(theirs.id)).toBeDefined();
    await assets.remove(theirs.id);
    expect(existsSync(assets.pathOf(theirs))).toBe(false);
    expect(await assets.read(renamed.id)).toBeDefined();
  });

  it("goes well beside the same file being saved", async () => {
    let kept = await save("voice.ogg", "hello");
    for (let round = 0; round < 20; round += 1) {
      const [, next] = await Promise.all([assets.remove(kept.id), save("voice.ogg", "hello")]);
      expect(await assets.read(next.id)).toBeDefined();
      kept = next;
    }
  });
});
