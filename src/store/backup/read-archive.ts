// Unpacks a backup's archive into a folder and believes it only when every checksum of its manifest fits.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { ZodError } from "zod";
import { Refused } from "../../core/errors.ts";
import {
  type BackupFile,
  isBackupPath,
  type Manifest,
  manifestName,
  manifestSchema,
} from "./manifest.ts";
import { DamagedArchive, readTar, type TarEntry } from "./tar.ts";

/** Throws Refused `backup_missing` or `backup_damaged`. */
export async function unpackArchive(file: string, folder: string): Promise<Manifest> {
  try {
    const written: BackupFile[] = [];
    const tar = createReadStream(file).on("error", (error) => unpacked.destroy(error));
    const unpacked = tar.pipe(createGunzip());
    await readTar(unpacked, async (entry) => {
      written.push(await writeEntry(entry, folder));
    });
    return await readManifest(folder, written);
  } catch (error) {
    throw toRefusal(error, file);
  }
}

async function writeEntry({ path, size, body }: TarEntry, folder: string): Promise<BackupFile> {
  if (path !== manifestName && !isBackupPath(path)) {
    throw new DamagedArchive(`no backup holds ${JSON.stringify(path.slice(0, 80))}`);
  }
  const to = join(folder, ...path.split("/"));
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  await pipeline(
    body,
    async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        yield part;
      }
    },
    createWriteStream(to, { mode: 0o600, flags: "wx", flush: true }),
  );
  return { path, size, sha256: hash.digest("hex") };
}

async function readManifest(folder: string, written: BackupFile[]): Promise<Manifest> {
  if (written.at(-1)?.path !== manifestName) throw new DamagedArchive("its manifest is missing");
  const text = await readFile(join(folder, manifestName), "utf8");
  const manifest = manifestSchema.parse(JSON.parse(text));
  const found = new Map(written.map((one) => [one.path, one.sha256]));
  found.delete(manifestName);
  const wrong = manifest.files.find(({ path, sha256 }) => found.get(path) !== sha256);
  if (wrong) throw new DamagedArchive(`${wrong.path} is not what was backed up`);
  if (found.size !== manifest.files.length) throw new DamagedArchive("it holds further files");
  return manifest;
}

function toRefusal(error: unknown, file: string): unknown {
  const { code = "", message, path } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path === file) {
    return new Refused("backup_missing", `There is no file ${file}. Give the path of a backup.`);
  }
  const isDamage = [DamagedArchive, ZodError, SyntaxError].some((kind) => error instanceof kind);
  if (!isDamage && !code.startsWith("Z_")) return error;
  const todo = "Take the backup before it. Nothing was changed.";
  return new Refused("backup_damaged", `${file} is no whole backup (${message}). ${todo}`);
}
