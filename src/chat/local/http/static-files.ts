// The files the page is made of: our own in page/, and htmx from its package.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { NotFound } from "../../../core/errors.ts";

const ours = (name: string) => fileURLToPath(new URL(`../page/${name}`, import.meta.url));
const require = createRequire(import.meta.url);

const names = [
  ...["base.css", "chat.css", "people.css", "composer.css", "overlay.css"],
  ...["card.css", "data.css", "form.css"],
  ...["requests.js", "transcript.js", "composer.js"],
  ...["icon.svg", "attach.svg", "send.svg", "chevron.svg"],
];
const paths: Record<string, () => string> = {
  ...Object.fromEntries(names.map((name) => [name, () => ours(name)])),
  "htmx.js": () => require.resolve("htmx.org/dist/htmx.min.js"),
  "sse.js": () => require.resolve("htmx-ext-sse/dist/sse.min.js"),
};

const mediaTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** One of the page's own files, by name. */
export async function serveStatic(name: string): Promise<Response> {
  const find = Object.hasOwn(paths, name) ? paths[name] : undefined;
  const mediaType = mediaTypes[name.split(".").at(-1) ?? ""];
  if (!find || !mediaType) throw new NotFound("local.not-found", `No page file is called ${name}.`);
  return new Response(new Uint8Array(await readFile(find())), {
    headers: { "content-type": mediaType, "cache-control": "no-cache" },
  });
}
