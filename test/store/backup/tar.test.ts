import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DamagedArchive,
  paddingOf,
  readTar,
  renderTarHeader,
  tarEnd,
} from "../../../src/store/backup/tar.ts";
import { newFolder } from "../../helpers/records.ts";

type File = { path: string; content: Buffer };

const pack = (files: File[]): Buffer =>
  Buffer.concat([
    ...files.flatMap(({ path, content }) => [
      renderTarHeader({ path, size: content.length }, 0),
      content,
      paddingOf(content.length),
    ]),
    tarEnd,
  ]);

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpack(bytes: Buffer, chunk = bytes.length): Promise<File[]> {
  const files: File[] = [];
  await readTar(inChunks(bytes, chunk), async ({ path, body }) => {
    const parts: Buffer[] = [];
    for await (const part of body) parts.push(part);
    files.push({ path, content: Buffer.concat(parts) });
  });
  return files;
}

const file = fc.record({
  path: fc
    .stringMatching(/^[^\n\0]{1,200}$/)
    .filter((text) => text.isWellFormed() && !text.endsWith("/")),
  content: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
});

describe("tar", () => {
  it("gives back what went in, however it is cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3_000 }),
        async (files, chunk) => {
          expect(await unpack(pack(files), chunk)).toEqual(files);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("tells a size beyond 8 GiB", async () => {
    const size = 9 * 2 ** 30;
    const header = renderTarHeader({ path: "events.db", size }, 0);
    const told: unknown[] = [];
    const reading = readTar(inChunks(header, header.length), async ({ path, size, body }) => {
      told.push({ path, size });
      for await (const _part of body);
    });
    await expect(reading).rejects.toThrow(DamagedArchive);
    expect(told).toEqual([{ path: "events.db", size }]);
  });

  it("is read by the tar of this machine, long Chinese names too", () => {
    const archive = join(newFolder(), "some.tar");
    const path = `assets/${"a".repeat(64)}/${"录音".repeat(30)}.ogg`;
    writeFileSync(archive, pack([{ path, content: Buffer.from("hi") }]));
    const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } } as const;
    expect(execFileSync("tar", ["xOf", archive], options)).toBe("hi");
    expect(execFileSync("tar", ["tf", archive, "--quoting-style=literal"], options)).toBe(
      `${path}\n`,
    );
  });
});
