// Files people dropped and pictures we made, under data/assets: a folder per content, in it the file by its name.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { AssetStore } from "../core/ports.ts";
import { createMutex } from "./records/mutex.ts";
import type { Records } from "./records/records.ts";

/** Writes the file before its row, so that a row never names a missing file. */
export function createAssetStore(folder: string, store: Records): AssetStore {
  // Rows of the same content and name share a file: none is saved while the last other one is being removed.
  const alone = createMutex();
  return {
    save: ({ name, mediaType, bytes, personId }) =>
      alone(async () => {
        const path = join(createHash("sha256").update(bytes).digest("hex"), toFileName(name));
        await mkdir(dirname(join(folder, path)), { recursive: true });
        const draft = join(folder, `${path}.${process.pid}.part`);
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
      }),
    async read(id) {
      const asset = await store.read.assets.get(id);
      if (!asset) return undefined;
      return { asset, bytes: await readFile(join(folder, asset.path)) };
    },
    pathOf: (asset) => join(folder, asset.path),
    remove: (id) =>
      alone(async () => {
        const asset = await store.read.assets.get(id);
        if (!asset) return;
        const file = join(folder, asset.path);
        const sharing = await store.read.assets.count({ path: asset.path });
        // The file first: a crash in between leaves a row without a file, and removing it again ends it.
        if (sharing === 1) await rm(file, { force: true });
        // The folder stays while the same content lies in it under another name.
        await rmdir(dirname(file)).catch(() => {});
        await store.transaction(({ prisma }) => prisma.asset.deleteMany({ where: { id } }));
      }),
  };
}

/** What a person called it, without anything that means something to a file system. */
function toFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._ -]/gu, "_")
    .replace(/^\.+/, "");
  return plain.slice(-80) || "file";
}
