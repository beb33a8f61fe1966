// The files of the page: our own beside this one, and echarts from its package.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const require = createRequire(import.meta.url);
const ours = (name: string) => fileURLToPath(new URL(`./files/${name}`, import.meta.url));

const files: Record<string, { path: () => string; mediaType: string; maxAgeSeconds: number }> = {
  "page.css": { path: () => ours("page.css"), mediaType: "text/css", maxAgeSeconds: 0 },
  "page.js": { path: () => ours("page.js"), mediaType: "text/javascript", maxAgeSeconds: 0 },
  "chart.js": { path: () => ours("chart.js"), mediaType: "text/javascript", maxAgeSeconds: 0 },
  "evidence.js": {
    path: () => ours("evidence.js"),
    mediaType: "text/javascript",
    maxAgeSeconds: 0,
  },
  "icon.svg": { path: () => ours("icon.svg"), mediaType: "image/svg+xml", maxAgeSeconds: 86_400 },
  "echarts.js": {
    path: () => require.resolve("echarts/dist/echarts.min.js"),
    mediaType: "text/javascript",
    maxAgeSeconds: 86_400,
  },
};

/** Packed once: echarts is a third of its size on the way to a phone. */
const packed = new Map<string, Promise<Buffer>>();

/** One of the page's files by its name; undefined where there is none. */
export async function serveStatic(
  name: string,
  acceptEncoding: string,
): Promise<Response | undefined> {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) return undefined;
  const { mediaType, maxAgeSeconds, path } = file;
  const caching = maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : "no-cache";
  const headers = {
    "content-type": `${mediaType}; charset=utf-8`,
    "cache-control": caching,
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
}
