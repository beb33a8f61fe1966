// The files of a customer's page: our own beside this one, and echarts from its package.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createStaticFiles, frameStyle, type StaticFile } from "../pages/static-files.ts";

const require = createRequire(import.meta.url);
const daySeconds = 86_400;

const ours = (name: string, mediaType: string, maxAgeSeconds = 0): StaticFile => ({
  path: () => fileURLToPath(new URL(`./files/${name}`, import.meta.url)),
  mediaType,
  maxAgeSeconds,
});

/** One of the page's files by its name. */
export const serveStatic = createStaticFiles({
  "frame.css": frameStyle,
  "page.css": ours("page.css", "text/css"),
  "page.js": ours("page.js", "text/javascript"),
  "chart.js": ours("chart.js", "text/javascript"),
  "evidence.js": ours("evidence.js", "text/javascript"),
  "icon.svg": ours("icon.svg", "image/svg+xml", daySeconds),
  "echarts.js": {
    path: () => require.resolve("echarts/dist/echarts.min.js"),
    mediaType: "text/javascript",
    maxAgeSeconds: daySeconds,
  },
});
