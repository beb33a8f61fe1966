// Archives as any tar opens them: the blocks around files that are written, and the files of one that is read.
import { Header, Parser, Pax, type ReadEntry } from "tar";

/** A file in an archive: its path with "/", and its size in bytes. */
export type TarFile = { path: string; size: number };

/** A file being read. */
export type TarEntry = TarFile & { body: AsyncIterable<Buffer> };

/** An archive that is cut short or was changed. */
export class DamagedArchive extends Error {
  override name = "DamagedArchive";
}

const blockBytes = 512;

/** What comes before a file, with a pax record where path or size do not fit the old format; `at` as its time. */
export function renderTarHeader({ path, size }: TarFile, at: number): Buffer {
  const block = Buffer.alloc(blockBytes);
  // Nobody's: whoever unpacks it owns it.
  const header = { path, size, type: "File", mode: 0o600, uid: 0, gid: 0, mtime: new Date(at) };
  const isTooLong = new Header(header as ConstructorParameters<typeof Header>[0]).encode(block);
  return isTooLong ? Buffer.concat([new Pax({ path, size }).encode(), block]) : block;
}

/** What fills a file of this size up to whole blocks. */
export function paddingOf(size: number): Buffer {
  return Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes);
}

/** What ends an archive. */
export const tarEnd = Buffer.alloc(2 * blockBytes);

/** Hands over every file of an archive in order, one after the other. Throws DamagedArchive. */
export async function readTar(
  source: AsyncIterable<Buffer>,
  take: (entry: TarEntry) => Promise<void>,
): Promise<void> {
  const parser = new Parser({ strict: true });
  let taken = Promise.resolve();
  const failed = new Promise<never>((_resolve, reject) => {
    parser.on("error", (error) => reject(new DamagedArchive((error as Error).message)));
    parser.on("entry", (entry) => {
      taken = taken.then(() => take(toTarEntry(entry)));
      taken.catch(reject);
    });
  });
  failed.catch(() => {});
  const next = (event: "drain" | "end") =>
    Promise.race([new Promise((resolve) => parser.once(event, () => resolve(event))), failed]);
  for await (const chunk of source) if (!parser.write(chunk)) await next("drain");
  const ended = next("end");
  parser.end();
  await ended;
  await Promise.race([taken, failed]);
}

function toTarEntry(entry: ReadEntry): TarEntry {
  if (entry.type !== "File") throw new DamagedArchive("it holds more than files");
  return { path: entry.path, size: entry.size, body: entry as AsyncIterable<Buffer> };
}
