// The live stream of one open page: what is new is appended, what changed is replaced where it stands.
//
// The stream knows what its page shows: everything up to `lastId`, as of `changedAt`. Both travel as the event id,
// so a page that comes back after a break, or after a restart, gets exactly what it missed and nothing twice.
import { html } from "hono/html";
import type { SSEStreamingApi } from "hono/streaming";
import { Refused } from "../../../core/errors.ts";
import type { LocalMessage } from "../../../core/facts.ts";
import type { LocalChat, LocalPerson } from "../chat.ts";
import type { Seen } from "../client.ts";
import { type Chat, dayOf, renderDay, renderMessage } from "../render/message.ts";
import { renderBadge } from "../render/people.ts";
import type { Html } from "../render/text.ts";

export type LiveOptions = {
  chat: LocalChat;
  person: LocalPerson;
  view: Chat;
  /** What the page shows already. */
  seen: Seen;
  /** Notes how far the person has seen their conversation. */
  onSeen: (personId: string, messageId: string) => void;
  /** How many messages are new for another person. */
  countUnread: (personId: string) => Promise<number>;
};

/** The event id for a page that shows these messages. */
export function toCursor(messages: LocalMessage[]): string {
  const changedAt = Math.max(0, ...messages.map(({ updatedAt }) => updatedAt));
  return `${messages.at(-1)?.id ?? ""}~${changedAt}`;
}

/** What a page has seen. Throws Refused for a cursor that is none of ours. */
export function fromCursor(cursor: string): Seen {
  const [, lastId, changedAt] = /^(.*)~(\d{1,15})$/.exec(cursor) ?? [];
  if (lastId === undefined) throw new Refused("local.bad-request", "The live cursor is broken.");
  return { lastId, changedAt: Number(changedAt) };
}

/** Writes events until the page goes away, or something fails: then the page comes back by itself. */
export async function runLive(stream: SSEStreamingApi, options: LiveOptions): Promise<void> {
  const { chat, person, view, countUnread } = options;
  let fail: (error: unknown) => void = () => {};
  const gone = new Promise<void>((resolve, reject) => {
    stream.onAbort(resolve);
    fail = reject;
  });
  const show = createShow(stream, options);
  const people = await chat.people();

  // One after the other: what comes while catching up is written after it, and then replaces its like.
  let work = catchUp(stream, options, show).catch(fail);
  const stops = people.map((other) =>
    chat.subscribe(other.id, (message) => {
      const task = async () => {
        if (other.id === person.id) return show(message);
        const entry = { person: other, unread: await countUnread(other.id) };
        await write(stream, renderBadge(entry, { texts: view.texts, swap: true }));
      };
      work = work.then(task).catch(fail);
    }),
  );
  try {
    await gone;
  } finally {
    for (const stop of stops) stop();
  }
}

type Show = (message: LocalMessage) => Promise<void>;

async function catchUp(
  stream: SSEStreamingApi,
  { chat, person, seen }: LiveOptions,
  show: Show,
): Promise<void> {
  await stream.write("retry: 1000\n\n");
  for (const message of await chat.changes(person.id, seen)) await show(message);
}

function createShow(
  stream: SSEStreamingApi,
  { person, view, seen, onSeen, chat }: LiveOptions,
): Show {
  let { lastId, changedAt } = seen;
  let lastDay: string | undefined;
  return async (message) => {
    const isNew = message.id > lastId;
    lastDay ??= await dayBefore(chat, { personId: person.id, lastId, view });
    const day = dayOf(message, view);
    const heading = isNew && day !== lastDay && renderDay(message, view);
    const fragment = isNew
      ? html`<div id="messages" hx-swap-oob="beforeend">${heading}${renderMessage(message, view, "new")}</div>`
      : renderMessage(message, view, "changed");
    if (isNew) [lastId, lastDay] = [message.id, day];
    changedAt = Math.max(changedAt, message.updatedAt);
    onSeen(person.id, lastId);
    await write(stream, fragment, `${lastId}~${changedAt}`);
  };
}

async function dayBefore(
  chat: LocalChat,
  { personId, lastId, view }: { personId: string; lastId: string; view: Chat },
): Promise<string> {
  // Ids sort by time: the message itself is the newest one before an id just after its own.
  if (!lastId) return "";
  const [last] = await chat.transcript(personId, { before: `${lastId}~`, limit: 1 });
  return last ? dayOf(last, view) : "";
}

async function write(stream: SSEStreamingApi, fragment: Html, id?: string): Promise<void> {
  const data = String(await fragment);
  await stream.writeSSE(id === undefined ? { data } : { data, id });
}
