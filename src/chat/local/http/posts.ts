// What the page posts: words and files, presses, forms. Each answers with pieces that find their place.
import { type Context, Hono } from "hono";
import { Refused } from "../../../core/errors.ts";
import type { DroppedFile, LocalChat, LocalPerson } from "../chat.ts";
import { mediaTypeOf } from "../media-types.ts";
import type { Chat } from "../render/message.ts";
import { renderOutcome } from "../render/outcome.ts";
import {
  type PostedForm,
  parseAnswers,
  parsePostedForm,
  parsePostedMessage,
  parsePostedPress,
  parsePostedShortcut,
} from "./parse-form.ts";

/** Who a request is made as, and how they read. */
export type LocalEnv = { Variables: { person: LocalPerson; view: Chat } };

export function createPosts(chat: LocalChat): Hono<LocalEnv> {
  const app = new Hono<LocalEnv>();
  app.post("/say", async (context) => {
    await say(chat, context);
    return context.body(null, 204);
  });
  app.post("/opened", async (context) => {
    const { key } = parsePostedPress(await readForm(context));
    await chat.open(context.var.person.id, key);
    return context.body(null, 204);
  });
  app.post("/press", async (context) => {
    const posted = parsePostedPress(await readForm(context));
    const outcome = await chat.tap(context.var.person.id, posted.ref, posted.key);
    return context.html(renderOutcome(outcome, { posted, chat: context.var.view }));
  });
  app.post("/shortcut", async (context) => {
    const posted = parsePostedShortcut(await readForm(context));
    const outcome = await chat.pick(context.var.person.id, posted, posted.key);
    return context.html(renderOutcome(outcome, { posted, chat: context.var.view }));
  });
  app.post("/submit", async (context) => {
    const posted = parsePostedForm(await readForm(context));
    const outcome = await submit(chat, context, posted);
    return context.html(renderOutcome(outcome, { posted, chat: context.var.view }));
  });
  return app;
}

async function readForm(context: Context<LocalEnv>): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refused("local.bad-request", "The request carries no form.");
  }
}

async function say(chat: LocalChat, context: Context<LocalEnv>): Promise<void> {
  const { id } = context.var.person;
  const { key, text, files } = parsePostedMessage(await readForm(context));
  if (files.length === 0) return chat.say(id, text, key);
  for (const [index, file] of files.entries()) {
    // The words go with the first file; each file is an event of its own.
    const words = index === 0 ? text : "";
    await chat.drop(id, await toDropped(file), words, index === 0 ? key : `${key}-${index}`);
  }
}

// Answers that are wrong in themselves never reach the host; files are kept only with right answers beside them.
async function submit(chat: LocalChat, context: Context<LocalEnv>, posted: PostedForm) {
  const { person, view } = context.var;
  const { values, errors } = parseAnswers(posted, view.texts);
  if (Object.keys(errors).length > 0) return { errors };
  for (const [name, file] of posted.files) {
    values[name] = (await chat.attach(person.id, await toDropped(file))).id;
  }
  return chat.submit(person.id, posted.ref, values, posted.key);
}

async function toDropped(file: File): Promise<DroppedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isNamed = file.type !== "" && file.type !== "application/octet-stream";
  return { name: file.name, mediaType: isNamed ? file.type : mediaTypeOf(file.name), bytes };
}
