import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalRoutes } from "../../../../src/chat/local/http/routes.ts";
import { assignmentCard, at } from "../sample-cards.ts";
import { openWorld, type World } from "../world.ts";

let world: World;
let app: ReturnType<typeof createLocalRoutes>;
beforeEach(async () => {
  world = await openWorld();
  app = createLocalRoutes(world.chat);
});
afterEach(() => world.close());

type Event = { data: string; id: string | undefined };

/** An open page: what it showed at first, and the events after that. */
async function openPage(headers: Record<string, string> = {}, path?: string) {
  const host = { host: "localhost" };
  const html = await (await app.request("/as/per_ana", { headers: host })).text();
  const address = path ?? /sse-connect="([^"]+)"/.exec(html)?.[1] ?? "";
  const stream = await app.request(address, { headers: { ...host, ...headers } });
  const events = readEvents(stream);
  return {
    ...{ address, stream },
    next: async () => (await events.next()).value as Event,
    close: () => events.return(undefined),
  };
}

async function* readEvents({ body }: Response): AsyncGenerator<Event> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const read = await reader?.read();
      if (!read?.value) return;
      const blocks = (rest + read.value).split("\n\n");
      rest = blocks.pop() ?? "";
      yield* blocks.map(toEvent).filter(({ data }) => data !== "");
    }
  } finally {
    await reader?.cancel();
  }
}

function toEvent(block: string): Event {
  const of = (name: string) =>
    block
      .split("\n")
      .flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []));
  return { data: of("data").join("\n"), id: of("id")[0] };
}

const card = (key: string) => ({ ...assignmentCard("en"), key, title: `Card ${key}` });
const isAppended = (event: Event) => event.data.includes('id="messages" hx-swap-oob="beforeend"');
const ana = { connection: "local", externalId: "per_ana" };

describe("the live stream", () => {
  it("appends what is new and replaces what changed", async () => {
    const page = await openPage();
    expect(page.stream.headers.get("content-type")).toBe("text/event-stream");
    const ref = await world.chat.adapter.send(ana, card("a"), "out_1");
    const first = await page.next();
    expect(isAppended(first)).toBe(true);
    expect(first.data).toContain('class="day"');
    world.setTime(at + 60_000);
    await world.chat.adapter.update(ref, { ...card("a"), title: "Changed" });
    const second = await page.next();
    expect(isAppended(second)).toBe(false);
    expect(second.data).toMatch(new RegExp(`id="${ref.id}" [^>]*hx-swap-oob="true"`));
    expect(second.data).toContain("updated 10:31");
    await world.chat.say("per_ana", "thanks");
    const third = await page.next();
    expect(third.data).toContain("thanks");
    expect(third.data).not.toContain('class="day"');
    await page.close();
  });

  it("begins a new day with its heading", async () => {
    await world.chat.say("per_ana", "today");
    const page = await openPage();
    world.setTime(at + 86_400_000);
    await world.chat.say("per_ana", "tomorrow");
    expect((await page.next()).data).toContain("Monday 23 November");
    await page.close();
  });

  it("goes on after a break with what was missed, and nothing twice", async () => {
    const page = await openPage();
    const seen = await world.chat.adapter.send(ana, card("seen"), "out_1");
    const { id = "" } = await page.next();
    await page.close();
    world.setTime(at + 60_000);
    await world.chat.adapter.send(ana, card("missed"), "out_2");
    await world.chat.adapter.update(seen, card("changed"));
    const again = await openPage({ "last-event-id": id }, page.address);
    const [changed, missed] = [await again.next(), await again.next()];
    expect(isAppended(changed)).toBe(false);
    expect(changed.data).toContain("Card changed");
    expect(isAppended(missed)).toBe(true);
    expect(missed.data).toContain("Card missed");
    await world.chat.say("per_ana", "and now");
    expect((await again.next()).data).toContain("and now");
    await again.close();
  });

  it("goes on from the address alone, as a page does whose stream was refused", async () => {
    await world.post("per_ana", card("shown"));
    const page = await openPage();
    await page.close();
    await world.post("per_ana", card("later"));
    const again = await openPage({}, page.address);
    const later = await again.next();
    expect(isAppended(later)).toBe(true);
    expect(later.data).toContain("Card later");
    await again.close();
  });

  it("counts what is new for the others", async () => {
    const page = await openPage();
    await world.post("per_li", card("a"));
    await world.post("per_li", card("b"));
    await page.next();
    const { data, id } = await page.next();
    expect(data).toMatch(/id="unread-per_li" hx-swap-oob="true"><span aria-hidden="true">2</);
    expect(id).toBeUndefined();
    await page.close();
  });

  it("stops listening when the page goes away", async () => {
    const page = await openPage();
    await world.post("per_ana", card("a"));
    await page.next();
    await page.close();
    await world.post("per_ana", card("b"));
    const html = await (
      await app.request("/as/per_ana", { headers: { host: "localhost" } })
    ).text();
    expect(html).toContain("Card b");
  });
});
