// The live page of data health over HTTP, behind a signed link: a button to open it, then the page itself.
import { fileURLToPath } from "node:url";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Language, Person } from "../../core/model.ts";
import type { HealthReads } from "../../core/pipeline/health/in-chat/services.ts";
import { reportHealth } from "../../core/pipeline/health/page/health-report.ts";
import { requestedLanguage } from "../../core/text/requested-language.ts";
import { openerOf, openOnce } from "../link-opener.ts";
import type { Count } from "../metrics.ts";
import { setPageHeaders } from "../pages/page-headers.ts";
import { createStaticFiles, frameStyle } from "../pages/static-files.ts";
import { onProblem, type WebLog } from "../problem.ts";
import { createRateLimit } from "../rate-limit.ts";
import type { HealthLinks } from "./links.ts";
import { type RefusalCode, renderOpening, renderRefusal, renderReport } from "./page.ts";

export type HealthPageOptions = {
  links: HealthLinks;
  services: HealthReads;
  log: WebLog;
  /** What became of each request. */
  views: Count<"result">;
};

type Reported = Awaited<ReturnType<typeof reportHealth>>;
type Access = { linkId: string; reader: Person; expiresAt: number; cookie: string | undefined };
type Checked = Access | { refused: RefusalCode; language?: Language | undefined };

const rate = { perMinute: 30, burst: 10 };
/** Measuring reads every record of a team: pages of one reader within so long share it. */
const freshMs = 30_000;
const statuses = { expired: 410, tampered: 403, elsewhere: 403, lost: 403, busy: 429 } as const;

export function createHealthPage(options: HealthPageOptions): Hono {
  const { links, services, log, views } = options;
  const app = new Hono();
  const desk = createDesk(options);
  app.onError(onProblem(log));
  // The one form there is goes to ourselves.
  app.use("/h/*", setPageHeaders({ forms: true }));
  app.get("/h/static/:name", async (context) => {
    const encoding = context.req.header("accept-encoding");
    return (await serveStatic(context.req.param("name"), encoding)) ?? context.notFound();
  });
  app.get("/h/:token", async (context) => {
    const access = await desk.check(context);
    if ("refused" in access) return desk.refuse(context, access);
    const { reader, linkId, cookie, expiresAt } = access;
    const opener = await openerOf(services.store.read, { linkId, cookie });
    if (opener === "another")
      return desk.refuse(context, { refused: "elsewhere", language: reader.language });
    if (opener === "nobody")
      return context.html(renderOpening(context.req.param("token"), reader.language));
    views.inc({ result: "shown" });
    const report = await desk.report(reader);
    return context.html(renderReport({ report, reader, expiresAt }));
  });
  app.post("/h/:token/open", async (context) => {
    const access = await desk.check(context);
    if ("refused" in access) return desk.refuse(context, access);
    const { reader, linkId, cookie, expiresAt } = access;
    const opening = { linkId, readerId: reader.id, detail: { page: "health" } };
    const opened = await openOnce(services.store, opening, cookie);
    if (opened === "elsewhere")
      return desk.refuse(context, { refused: opened, language: reader.language });
    const maxAge = Math.ceil((expiresAt - services.clock()) / 1_000);
    // Strict would be left out when the link in the chat is followed a second time.
    const safety = { httpOnly: true, sameSite: "Lax", secure: links.isSecure } as const;
    if (opened.secret) {
      setCookie(context, cookieOf(linkId), opened.secret, { ...safety, path: "/h/", maxAge });
    }
    return context.redirect(`/h/${context.req.param("token")}`, 303);
  });
  return app;
}

const cookieOf = (linkId: string) => `ringside_health_${linkId}`;

function createDesk({ links, services, views }: HealthPageOptions) {
  const limit = createRateLimit(services.clock, rate);
  const reports = new Map<string, { at: number; report: Promise<Reported> }>();
  return {
    async check(context: Context): Promise<Checked> {
      const found = links.read(context.req.param("token") ?? "");
      if (found.state === "tampered") return { refused: "tampered" };
      const { id: linkId, words, expiresAt } = found;
      const reader = await services.store.read.people.get(words[0] ?? "");
      const language = reader?.language;
      if (found.state === "expired") return { refused: "expired", language };
      if (!mayLook(reader)) return { refused: "lost", language };
      if (limit(linkId) > 0) return { refused: "busy", language };
      return { linkId, reader, expiresAt, cookie: getCookie(context, cookieOf(linkId)) };
    },
    refuse(
      context: Context,
      { refused, language }: { refused: RefusalCode; language?: Language | undefined },
    ) {
      views.inc({ result: refused });
      const spoken = language ?? requestedLanguage(context.req.header("accept-language"));
      return context.html(renderRefusal(refused, spoken), statuses[refused]);
    },
    report(reader: Person): Promise<Reported> {
      const now = services.clock();
      for (const [id, { at }] of reports) if (at <= now - freshMs) reports.delete(id);
      const known = reports.get(reader.id)?.report ?? reportHealth(services, reader);
      if (!reports.has(reader.id)) reports.set(reader.id, { at: now, report: known });
      known.catch(() => reports.delete(reader.id));
      return known;
    },
  };
}

/** Whoever manages people, for as long as they do. */
const mayLook = (reader: Person | undefined): reader is Person =>
  reader?.active === true && reader.role === "manager";

const serveStatic = createStaticFiles({
  "frame.css": frameStyle,
  "page.css": {
    path: () => fileURLToPath(new URL("./files/page.css", import.meta.url)),
    mediaType: "text/css",
    maxAgeSeconds: 0,
  },
});
