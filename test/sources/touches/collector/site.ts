// A small web site with collect.js on its pages, and Ringside on another origin, both on loopback.
import { Hono } from "hono";
import type { Touch } from "../../../../src/core/model.ts";
import { serveScript } from "../../../../src/sources/touches/collector/serve-script.ts";
import { createSources } from "../../../../src/sources/touches/sources.ts";
import { createTakeIn } from "../../../../src/sources/touches/take-in.ts";
import { createTouchRoutes } from "../../../../src/web/touches/touch-routes.ts";
import { hangUp, listen, portOf } from "../../../chat/local/browser.ts";

const key = "web-key-of-the-test";

const page = (script: string, consent: string) => `<!doctype html>
<html><head><title>Pricing of Acme</title>
<script src="${script}" data-key="${key}" ${consent} async></script></head>
<body style="height:4000px">
<a id="paper" href="/files/white-paper.pdf">White paper</a>
<a id="next" href="/cases/acme">Cases</a>
<form name="contact"><input name="email"><input name="name"><button>Send</button></form>
<script>document.forms[0].addEventListener("submit", (event) => event.preventDefault());</script>
</body></html>`;

export async function openSite() {
  const touches: Touch[] = [];
  const requests: string[] = [];
  const events = {
    append: async (rows: Touch[]) => {
      const known = new Set(touches.map(({ id }) => id));
      const fresh = rows.filter(({ id }) => !known.has(id));
      touches.push(...fresh);
      return { stored: fresh.length, duplicates: rows.length - fresh.length };
    },
  };
  const pages = new Hono()
    .get("/files/*", (context) =>
      context.body("a paper", 200, { "content-type": "application/pdf" }),
    )
    .get("*", (context) => {
      const { consent = "", page: named } = context.req.query();
      const html = page(`${ringside}/collect.js`, consent ? `data-consent="${consent}"` : "");
      const meta = named ? `<meta name="ringside:page" content="${named}">` : "";
      return context.html(html.replace("<title>", `${meta}<title>`));
    });
  const site = await listen(pages.fetch);
  const origin = `http://127.0.0.1:${portOf(site)}`;
  const takeIn = createTakeIn({ events, count: () => {} });
  const sources = createSources([origin])
    .filter(({ id }) => id === "web")
    .map((source) => ({ source, secret: key }));
  const deliveries = { inc: ({ result }: { result: string }) => void requests.push(result) };
  const app = new Hono()
    .get("/collect.js", serveScript())
    .route("/", createTouchRoutes({ sources, takeIn, clock: Date.now, deliveries }));
  const server = await listen(app.fetch);
  const ringside = `http://127.0.0.1:${portOf(server)}`;
  return {
    origin,
    touches,
    requests,
    async close() {
      await hangUp(site);
      await hangUp(server);
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;
