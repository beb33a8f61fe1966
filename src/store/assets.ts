// Files people dropped and pictures we made: bytes under data/assets, named by id; the row says what they are.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AssetStore, Store } from "../core/ports.ts";

/** Writes the file before its row, so that a row never names a missing file. */
export function createAssetStore(folder: string, store: Store): AssetStore {
  return {
    async save({ name, mediaType, bytes, personId }) {
      const path = `${createHash("sha256").update(bytes).digest("hex")}`;
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `.${path}.${process.pid}`);
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, join(folder, path));
      return store.write(async (unit) => {
        const asset = {
          id: unit.newId("asset"),
          personId,
          name,
          mediaType,
          size: bytes.byteLength,
          path,
          createdAt: unit.now,
        };
        await unit.assets.put(asset);
        return asset;
      });
    },
    async read(id) {
      const asset = await store.read.assets.get(id);
      if (!asset) return undefined;
      return { asset, bytes: await readFile(join(folder, asset.path)) };
    },
    pathOf: (asset) => join(folder, asset.path),
  };
}
