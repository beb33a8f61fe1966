// The tar format, as far as backups need it: regular files, with pax records for long names and sizes, so that any
// tar opens one. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html

/** A file in an archive: its path with "/", and its size in bytes. */
export type TarFile = { path: string; size: number };

/** A file being read; its body has to be read before the next. */
export type TarEntry = TarFile & { body: AsyncIterable<Buffer> };

/** An archive that is cut short or was changed. */
export class DamagedArchive extends Error {
  override name = "DamagedArchive";
}

const blockBytes = 512;
const longestName = 100;
/** Eleven octal digits. */
const largestSize = 8 ** 11 - 1;
/** What a pax header may take: a path and a size. */
const largestPax = 65_536;

/** The header of a file, with one before it where path or size do not fit the old format. */
export function renderTarHeader({ path, size }: TarFile, at: number): Buffer {
  const name = Buffer.from(path);
  const isPlain = name.length <= longestName && /^[ -~]*$/.test(path) && size <= largestSize;
  const header = renderBlock({ name, size: Math.min(size, largestSize), type: "0", at });
  if (isPlain) return header;
  const records = Buffer.from(renderPax("path", path) + renderPax("size", String(size)));
  const before = { name: Buffer.from("pax"), size: records.length, type: "x", at };
  return Buffer.concat([renderBlock(before), records, paddingOf(records.length), header]);
}

/** What fills a file of this size up to whole blocks. */
export function paddingOf(size: number): Buffer {
  return Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes);
}

/** What ends an archive. */
export const tarEnd = Buffer.alloc(2 * blockBytes);

type Block = { name: Buffer; size: number; type: string; at: number };

function renderBlock({ name, size, type, at }: Block): Buffer {
  const block = Buffer.alloc(blockBytes);
  name.copy(block, 0, 0, longestName);
  // Mode 600, and nobody's: whoever unpacks it owns it.
  for (const [text, offset] of [
    ["0000600", 100],
    ["0000000", 108],
    ["0000000", 116],
    [size.toString(8).padStart(11, "0"), 124],
    [
      Math.floor(at / 1_000)
        .toString(8)
        .padStart(11, "0"),
      136,
    ],
    [type, 156],
    ["ustar\u000000", 257],
  ] as const) {
    block.write(text, offset, "latin1");
  }
  block.write(`${sumOf(block).toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

/** "27 path=…\n": the number counts the whole record in bytes, itself included. */
function renderPax(name: string, value: string): string {
  const rest = Buffer.byteLength(` ${name}=${value}\n`);
  let length = rest;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return `${length} ${name}=${value}\n`;
}

/** The bytes of a header added up, its own sum read as blanks. */
function sumOf(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

/** Every file of an archive in order. Throws DamagedArchive. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = createByteReader(source);
  let pax: Partial<TarFile> = {};
  for (;;) {
    const { type, ...header } = parseBlock(await reader.take(blockBytes));
    if (type === "end") return;
    if (type === "x") {
      if (header.size > largestPax) throw new DamagedArchive("a header is too long");
      pax = parsePax(await reader.take(header.size));
      await reader.take(paddingOf(header.size).length);
      continue;
    }
    const file = { ...header, ...pax };
    pax = {};
    yield { ...file, body: reader.stream(file.size) };
    await reader.take(paddingOf(file.size).length);
  }
}

function parseBlock(block: Buffer): TarFile & { type: "0" | "x" | "end" } {
  if (block.every((byte) => byte === 0)) return { path: "", size: 0, type: "end" };
  const text = (from: number, to: number) =>
    block.toString("latin1", from, to).split("\0")[0] ?? "";
  if (Number.parseInt(text(148, 156), 8) !== sumOf(block)) {
    throw new DamagedArchive("a header was changed");
  }
  const type = text(156, 157);
  if (type !== "0" && type !== "x") throw new DamagedArchive("it holds more than files");
  return { path: text(0, longestName), size: Number.parseInt(text(124, 136), 8), type };
}

function parsePax(records: Buffer): Partial<TarFile> {
  const found = [...records.toString().matchAll(/^\d+ (path|size)=(.*)$/gm)];
  const values = Object.fromEntries(found.map(([, name, value]) => [name, value ?? ""]));
  return {
    ...(values.path === undefined ? {} : { path: values.path }),
    ...(values.size === undefined ? {} : { size: Number(values.size) }),
  };
}

/** Bytes of a source by number instead of by chunk. */
function createByteReader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let left: Buffer = Buffer.alloc(0);
  const next = async (most: number): Promise<Buffer> => {
    while (left.length === 0) {
      const { done, value } = await chunks.next();
      if (done) throw new DamagedArchive("it is cut short");
      left = value;
    }
    const part = left.subarray(0, most);
    left = left.subarray(part.length);
    return part;
  };
  async function* stream(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0; ) {
      const part = await next(missing);
      missing -= part.length;
      yield part;
    }
  }
  return {
    stream,
    async take(size: number): Promise<Buffer> {
      const parts: Buffer[] = [];
      for await (const part of stream(size)) parts.push(part);
      return Buffer.concat(parts);
    },
  };
}
