// The files of a page: packed for the way to a phone, and kept by the browser for as long as each says.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** `path` is asked for when the file is first wanted; `maxAgeSeconds` 0 means that browsers ask each time. */
export type StaticFile = { path: () => string; mediaType: string; maxAgeSeconds: number };

/** The style all pages share. */
export const frameStyle: StaticFile = {
  path: () => fileURLToPath(new URL("./files/frame.css", import.meta.url)),
  mediaType: "text/css",
  maxAgeSeconds: 0,
};

/** Serves files by their names; undefined where there is none. */
export function createStaticFiles(files: Record<string, StaticFile>) {
  const packed = new Map<string, Promise<Buffer>>();
  return async (name: string, acceptEncoding = ""): Promise<Response | undefined> => {
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!file) return undefined;
    const { mediaType, maxAgeSeconds, path } = file;
    const headers = {
      "content-type": `${mediaType}; charset=utf-8`,
      "cache-control": maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : "no-cache",
      vary: "accept-encoding",
    };
    if (!/\bgzip\b/.test(acceptEncoding)) {
      return new Response(new Uint8Array(await readFile(path())), { headers });
    }
    const known = packed.get(name) ?? readFile(path()).then((bytes) => promisify(gzip)(bytes));
    packed.set(name, known);
    return new Response(new Uint8Array(await known), {
      headers: { ...headers, "content-encoding": "gzip" },
    });
  };
}
