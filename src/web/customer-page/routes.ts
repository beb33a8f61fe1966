// A customer's page over HTTP, behind a signed link: its frame, the graph, evidence, the live stream.
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { streamSSE } from "hono/streaming";
import type { Language } from "../../core/model.ts";
import type { Clock, EventLog, Store } from "../../core/ports.ts";
import { requestedLanguage } from "../../core/text/requested-language.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { Count } from "../metrics.ts";
import { setPageHeaders } from "../pages/page-headers.ts";
import { onProblem, type WebLog } from "../problem.ts";
import { createRateLimit } from "../rate-limit.ts";
import {
  type Access,
  type Checked,
  checkAccess,
  checkLink,
  openLink,
  type Refusal,
  type RefusalCode,
} from "./check-access.ts";
import { evidenceContent, graphContent } from "./content.ts";
import type { CustomerLinks } from "./links.ts";
import { type Pace, runLive, usualPace } from "./live.ts";
import { renderFrame, renderRefusal } from "./page.ts";
import { createSeats } from "./seats.ts";
import { serveStatic } from "./static-files.ts";

export type CustomerPageOptions = {
  links: CustomerLinks;
  store: Store;
  events: EventLog;
  clock: Clock;
  log: WebLog;
  /** What became of each request. */
  views: Count<"result">;
  /** Hears of new touches. */
  listen: (hear: () => void) => () => void;
  pace?: Pace;
};

/** A person who opens nodes quickly, and a page that comes back after a break, stay well below. */
const rate = { perMinute: 240, burst: 60 };

export function createCustomerPages(options: CustomerPageOptions): Hono {
  const { log } = options;
  const app = new Hono();
  const desk = createDesk(options);
  app.onError(onProblem(log));
  app.use("/c/*", setPageHeaders({ forms: false }));
  app.get("/c/static/:name", async (context) => {
    const encoding = context.req.header("accept-encoding");
    return (await serveStatic(context.req.param("name"), encoding)) ?? context.notFound();
  });
  app.get("/c/:token", async (context) => {
    const checked = await desk.check(context, checkLink(desk.reads, context.req.param("token")));
    if (!("refused" in checked)) return context.html(renderFrame(checked.reader.language));
    const language = languageOf(context, checked);
    return context.html(renderRefusal(checked.refused, language), statuses[checked.refused]);
  });
  app.post("/c/:token/open", desk.open);
  app.get("/c/:token/graph", desk.behind(showGraph));
  app.get("/c/:token/evidence", desk.behind(showEvidence));
  app.get("/c/:token/live", desk.behind(openStream));
  return app;
}

const statuses = { expired: 410, tampered: 403, elsewhere: 403, lost: 403, busy: 429 } as const;

function languageOf(context: Context, { reader }: Refusal): Language {
  return reader?.language ?? requestedLanguage(context.req.header("accept-language"));
}

/** A refusal in the reader's words, for the script to show. */
function sayRefusal(code: RefusalCode, language: Language) {
  const { titles, todo } = textsFor(language).graph.web;
  return { code, title: titles[code], todo: todo[code] };
}

type Desk = CustomerPageOptions & {
  now: () => { read: Store["read"]; events: EventLog; now: number };
  checkAgain: (context: Context) => Promise<Checked>;
  seats: ReturnType<typeof createSeats>;
};
type Handler = (context: Context, access: Access, desk: Desk) => Response | Promise<Response>;

const cookieOf = (id: string) => `ringside_page_${id}`;

function createDesk(options: CustomerPageOptions) {
  const { store, links, clock, views, events } = options;
  const reads = { read: store.read, links };
  const limit = createRateLimit(clock, rate);
  const checkAgain = (context: Context) => {
    const token = context.req.param("token") ?? "";
    const found = links.read(token);
    const cookie = found.state === "ok" ? getCookie(context, cookieOf(found.link.id)) : undefined;
    return checkAccess(reads, { token, cookie });
  };
  const check = async (_context: Context, checking: Promise<Checked>): Promise<Checked> => {
    const checked = await checking;
    const isBusy = "link" in checked && limit(checked.link.id) > 0;
    const answer: Checked = isBusy ? { refused: "busy", reader: checked.reader } : checked;
    views.inc({ result: "refused" in answer ? answer.refused : "shown" });
    return answer;
  };
  const refuse = (context: Context, refusal: Refusal) =>
    context.json(
      sayRefusal(refusal.refused, languageOf(context, refusal)),
      statuses[refusal.refused],
    );
  const now = () => ({ read: store.read, events, now: clock() });
  const desk: Desk = { ...options, now, checkAgain, seats: createSeats() };
  return {
    reads,
    check,
    behind: (handle: Handler) => async (context: Context) => {
      const checked = await check(context, checkAgain(context));
      return "refused" in checked ? refuse(context, checked) : handle(context, checked, desk);
    },
    open: async (context: Context<object, "/c/:token/open">) => {
      const checked = await check(context, checkLink(reads, context.req.param("token")));
      if ("refused" in checked) return refuse(context, checked);
      const name = cookieOf(checked.link.id);
      const opened = await openLink(store, checked, getCookie(context, name));
      if (opened === "elsewhere") {
        views.inc({ result: "elsewhere" });
        return refuse(context, { refused: "elsewhere", reader: checked.reader });
      }
      const maxAge = Math.ceil((checked.link.expiresAt - clock()) / 1_000);
      const safety = { httpOnly: true, sameSite: "Strict", secure: links.isSecure } as const;
      if (opened.secret)
        setCookie(context, name, opened.secret, { ...safety, path: "/c/", maxAge });
      return context.body(null, 204);
    },
  };
}

async function showGraph(context: Context, access: Access, desk: Desk): Promise<Response> {
  const { json, version } = await graphContent(desk.now(), access);
  return context.body(json, 200, { "content-type": "application/json", etag: `"${version}"` });
}

async function showEvidence(context: Context, access: Access, desk: Desk): Promise<Response> {
  const offset = Math.min(
    100_000,
    Math.max(0, Math.trunc(Number(context.req.query("offset")) || 0)),
  );
  const nodeId = context.req.query("node") ?? "";
  const found = await evidenceContent(desk.now(), access, { nodeId, offset });
  if (found) return context.json(found);
  const { evidenceGone } = textsFor(access.reader.language).graph;
  return context.json({ code: "gone", title: evidenceGone, todo: "" }, 404);
}

function openStream(context: Context, access: Access, desk: Desk): Response {
  const leave = desk.seats.take(access.link.id);
  const { language } = access.reader;
  if (!leave) {
    desk.views.inc({ result: "busy" });
    return context.json(sayRefusal("busy", language), 503, { "retry-after": "60" });
  }
  const version = context.req.header("last-event-id") ?? context.req.query("version") ?? "";
  return streamSSE(context, async (stream) => {
    try {
      await runLive(stream, {
        ...{ version, clock: desk.clock, listen: desk.listen, pace: desk.pace ?? usualPace },
        check: () => desk.checkAgain(context),
        content: (again) => graphContent(desk.now(), again),
        sayRefusal: ({ refused }) => sayRefusal(refused, language),
      });
    } catch (error) {
      desk.log.error({ err: error }, "A live page failed");
    } finally {
      leave();
    }
  });
}
