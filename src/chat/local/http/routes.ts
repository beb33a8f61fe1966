// The local chat over HTTP: pages, posts, the live stream, files. Mounted on a loopback listener.
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import { NotFound, Refused } from "../../../core/errors.ts";
import { readingOf } from "../../../core/text/format.ts";
import { findPerson, type LocalChat, type LocalPerson } from "../chat.ts";
import { limits } from "../limits.ts";
import { renderNotice, renderPage, renderTranscript } from "../page.ts";
import { toRefusal } from "../refusals.ts";
import type { Chat } from "../render/message.ts";
import { renderToast } from "../render/outcome.ts";
import { pathOf } from "../render/people.ts";
import { languageOf, requireLoopbackHost, requireSameOrigin, setSafetyHeaders } from "./guard.ts";
import { fromCursor, runLive, toCursor } from "./live.ts";
import { createPosts, type LocalEnv } from "./posts.ts";
import { serveAsset } from "./serve-asset.ts";
import { serveStatic } from "./static-files.ts";

export type LocalRoutesOptions = {
  /** Hears of what went wrong on our side; the person reads a sentence. */
  onError?: (error: unknown) => void;
};

/** The local chat's page and everything it calls. */
export function createLocalRoutes(
  chat: LocalChat,
  { onError = () => {} }: LocalRoutesOptions = {},
): Hono<LocalEnv> {
  const app = new Hono<LocalEnv>();
  const desk = createDesk(chat);

  app.use(setSafetyHeaders, requireLoopbackHost, requireSameOrigin);
  app.get("/static/:name", (context) => serveStatic(context.req.param("name")));
  app.get("/assets/:id", (context) => serveAsset(chat, context.req.param("id")));
  app.get("/", (context) => showFirst(context, chat));

  app.use("/as/:person/*", async (context, next) => {
    const person = await findPerson(chat, context.req.param("person"));
    context.set("person", person);
    context.set("view", viewOf(person));
    return next();
  });
  app.use(
    "/as/:person/*",
    bodyLimit({ maxSize: limits.upload + limits.requestOverhead, onError: refuseSize }),
  );
  app.get("/as/:person", (context) => showPage(context, { chat, desk }));
  app.get("/as/:person/earlier", (context) => showEarlier(context, chat));
  app.get("/as/:person/live", (context) => openLive(context, { chat, desk, onError }));
  app.route("/as/:person", createPosts(chat));

  app.notFound(() => {
    throw new NotFound("local.not-found", "No such path on the local chat.");
  });
  app.onError((error, context) => {
    const view =
      context.get("view") ?? readingOf({ language: languageOf(context.req.raw), timeZone: "UTC" });
    const { status, sentence } = toRefusal(error, view.texts);
    if (status === 500) onError(error);
    const isFragment = context.req.header("hx-request") === "true";
    return context.html(
      isFragment ? renderToast(sentence, "bad") : renderNotice(sentence, view),
      status,
    );
  });
  return app;
}

// How far each person's conversation has been looked at since the start: the only thing kept in memory here.
type Desk = {
  onSeen(personId: string, messageId: string): void;
  countUnread(personId: string): Promise<number>;
};

function createDesk(chat: LocalChat): Desk {
  const seen = new Map<string, string>();
  return {
    onSeen: (personId, messageId) => void seen.set(personId, messageId),
    countUnread: (personId) => chat.unread(personId, seen.get(personId) ?? ""),
  };
}

function viewOf(person: LocalPerson): Chat {
  return {
    ...readingOf(person),
    path: pathOf(person.id),
    personName: person.name,
    role: person.role,
  };
}

function refuseSize(): never {
  throw new Refused("local.file-too-big", "The request is larger than an upload may be.");
}

async function showFirst(context: Context<LocalEnv>, chat: LocalChat): Promise<Response> {
  const [first] = await chat.people();
  if (first) return context.redirect(pathOf(first.id));
  const reading = readingOf({ language: languageOf(context.req.raw), timeZone: "UTC" });
  return context.html(renderNotice(reading.texts.local.nobodyYet, reading));
}

async function showPage(
  context: Context<LocalEnv>,
  { chat, desk }: { chat: LocalChat; desk: Desk },
): Promise<Response> {
  const { person, view } = context.var;
  const { messages, hasEarlier } = await readTranscript(chat, person.id);
  desk.onSeen(person.id, messages.at(-1)?.id ?? "");
  const waiting = await Promise.all(
    (await chat.people()).map(async (other) => ({
      person: other,
      unread: other.id === person.id ? 0 : await desk.countUnread(other.id),
    })),
  );
  const cursor = toCursor(messages);
  const now = chat.clock();
  return context.html(
    renderPage({ person, waiting, messages, hasEarlier, cursor, now, chat: view }),
  );
}

async function showEarlier(context: Context<LocalEnv>, chat: LocalChat): Promise<Response> {
  const { person, view } = context.var;
  const before = context.req.query("before") ?? "";
  const { messages, hasEarlier } = await readTranscript(chat, person.id, before);
  return context.html(html`${renderTranscript({ messages, hasEarlier, chat: view })}`);
}

async function readTranscript(chat: LocalChat, personId: string, before?: string) {
  const limit = limits.transcript + 1;
  const read = await chat.transcript(personId, before ? { before, limit } : { limit });
  const hasEarlier = read.length > limits.transcript;
  return { messages: hasEarlier ? read.slice(1) : read, hasEarlier };
}

function openLive(
  context: Context<LocalEnv>,
  { chat, desk, onError }: { chat: LocalChat; desk: Desk; onError: (error: unknown) => void },
): Response {
  const { person, view } = context.var;
  const { req } = context;
  // A browser that reconnects says what it last got; the address still says what it began with.
  const seen = fromCursor(req.header("last-event-id") || (req.query("after") ?? "~0"));
  return streamSSE(context, (stream) =>
    runLive(stream, { chat, person, view, seen, ...desk }).catch(onError),
  );
}
