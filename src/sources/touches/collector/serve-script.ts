// /collect.js: the browser's part, bundled and minified once, at the first request.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Context } from "hono";

const entry = fileURLToPath(new URL("./browser/main.ts", import.meta.url));

/** The script as browsers of the last five years run it. */
export async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
  });
  return outputFiles[0]?.text ?? "";
}

type Script = { text: string; etag: string };

/** A handler for GET /collect.js: an hour in caches, and after that only asked whether it changed. */
export function serveScript(): (context: Context) => Promise<Response> {
  let made: Promise<Script> | undefined;
  return async ({ req }) => {
    made ??= makeScript();
    const { text, etag } = await made;
    const headers = {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      etag,
    };
    const isSame = req.header("if-none-match") === etag;
    return new Response(isSame ? null : text, { status: isSame ? 304 : 200, headers });
  };
}

async function makeScript(): Promise<Script> {
  const text = await bundleScript();
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  return { text, etag: `"${digest}"` };
}
