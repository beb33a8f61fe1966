import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf, type OpenApp, openApp, start } from "../../emulators/web/open-app.ts";

let opened: OpenApp;
let key: string;
beforeEach(async () => {
  opened = await openApp({ rate: { perMinute: 1e9, burst: 1e9 } });
  key = await opened.key();
  const contact = {
    name: "Ada",
    title: null,
    phone: null,
    language: null,
    createdAt: 0,
    updatedAt: 0,
  };
  await opened.store.write((unit) =>
    unit.putRecords("contact", [
      { id: "con_1", accountId: null, email: "ada@acme.example", ...contact },
    ]),
  );
});
afterEach(() => opened.close());

const send = (touches: unknown[], more = {}) =>
  opened.send("POST", "/api/v1/touches", { key, body: { touches }, more });
const stored = async () => (await opened.events.after(0, 100)).map(({ touch }) => touch);
const ada = { contactId: "con_1" };

describe("touches that are sent", () => {
  it("are in the log when they are acknowledged, as who and when they were", async () => {
    const response = await send([
      {
        id: "m-1",
        type: "meeting.held",
        at: "2026-11-22T09:30:00+01:00",
        who: ada,
        props: { minutes: 30 },
      },
      { id: "m-2", type: "page.view", who: { email: "Bo@acme.example", anonymousId: "cookie-1" } },
      { id: "m-3", type: "call.made", at: "2027-01-01T00:00:00Z", who: { phone: "+49 30 1" } },
    ]);
    expect(await response.json()).toEqual({ stored: 3, duplicates: 0 });
    const [meeting, view, call] = await stored();
    expect(meeting).toMatchObject({
      contactId: "con_1",
      at: start - 1_800_000,
      source: "api:test 1",
    });
    expect(view).toMatchObject({ anonymousId: "cookie-1", at: start });
    expect(view?.props.who).toEqual({ email: "bo@acme.example", anonymousId: "cookie-1" });
    // A clock that is ahead is not believed.
    expect(call).toMatchObject({ at: start, props: { claimedAt: Date.UTC(2027, 0, 1) } });
  });

  it("are there once however often they are sent: by their id, or by Idempotency-Key and place", async () => {
    const touch = { type: "page.view", who: ada };
    await send([{ id: "m-1", ...touch }]);
    expect(await (await send([{ id: "m-1", ...touch }])).json()).toEqual({
      stored: 0,
      duplicates: 1,
    });
    const more = { "idempotency-key": "b-1" };
    await send([touch, touch], more);
    // As after a crash between the log and the answer.
    await opened.store.transaction(
      async ({ prisma }) => void (await prisma.apiAnswer.deleteMany()),
    );
    expect(await (await send([touch, touch], more)).json()).toEqual({ stored: 0, duplicates: 2 });
    expect(await stored()).toHaveLength(3);
  });

  it.each([
    ["nobody", { type: "page.view", who: {} }, 422, "nobodys_touch"],
    ["a type that is none", { type: "Viewed", who: ada }, 422, "invalid"],
    [
      "a time without a zone",
      { type: "page.view", at: "2026-11-22T09:30:00", who: ada },
      422,
      "invalid",
    ],
    [
      "a contact there is not",
      { type: "page.view", who: { contactId: "con_9" } },
      404,
      "no_such_customer",
    ],
    [
      "an account there is not",
      { type: "page.view", who: ada, accountId: "acc_9" },
      404,
      "no_such_customer",
    ],
  ])("with %s among them are refused together", async (_, wrong, status, code) => {
    const response = await send([{ type: "page.view", who: ada }, wrong]);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(await stored()).toEqual([]);
  });

  it("cannot call a machine's doing a person's, nor say who they were in their properties", async () => {
    await send([
      { type: "page.view", who: ada, props: { automated: true, who: { email: "x@y.example" } } },
    ]);
    const [touch] = await stored();
    expect(touch?.props.automated).toBeUndefined();
    expect(touch?.props.who).toEqual({});
  });
});

describe("a customer's touches", () => {
  const list = async (query: string) => {
    const response = await opened.get(`/api/v1/touches?${query}`, key);
    return (await response.json()) as { data: Record<string, unknown>[]; next: string | null };
  };

  it("come the latest first, each once, whatever arrives between two pages", async () => {
    const at = (minute: number) => new Date(start - minute * 60_000).toISOString();
    const touch = (id: string, minute: number) => ({
      id,
      type: "page.view",
      at: at(minute),
      who: ada,
    });
    // Seven of one moment: no page ends between two moments.
    await send([
      ...Array.from({ length: 7 }, (_, index) => touch(`same-${index}`, 5)),
      touch("last", 9),
    ]);
    const seen: unknown[] = [];
    let next: string | null = "";
    for (let page = 0; next !== null; page += 1) {
      const answer: Awaited<ReturnType<typeof list>> = await list(
        `contactId=con_1&limit=3${next ? `&cursor=${next}` : ""}`,
      );
      seen.push(...answer.data.map(({ id }) => id));
      next = answer.next;
      await send([touch(`new-${page}`, page)]);
    }
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
    expect((await list("contactId=con_1&type=meeting.held")).data).toEqual([]);
  });

  it("show what a card shows of them: no names, no texts", async () => {
    const props = { page: "pricing", email: "ada@acme.example", note: "said yes", token: "abc" };
    await send([{ type: "page.view", who: { ...ada, email: "ada@acme.example" }, props }]);
    const { data } = await list("contactId=con_1");
    expect(data[0]).toMatchObject({ contactId: "con_1", type: "page.view" });
    expect(Object.keys(data[0]?.props as object)).not.toContain("note");
    expect(JSON.stringify(data)).not.toMatch(/said yes|abc|"who"/);
  });

  it.each([
    ["", 400, "whose_touches"],
    ["contactId=con_1&accountId=acc_1", 400, "whose_touches"],
    ["contactId=con_9", 404, "no_such_customer"],
    ["contactId=con_1&cursor=abc", 400, "bad_cursor"],
  ])("are not given for ?%s", async (query, status, code) => {
    const response = await opened.get(`/api/v1/touches?${query}`, key);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });
});
