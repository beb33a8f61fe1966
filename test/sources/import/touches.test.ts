import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorld, type World } from "./importing.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe("touches", () => {
  it("go to the log, with their contact or as a visitor's, once", async () => {
    await world.load(world.file("contacts.csv", "Name,Email,Job Title\nAnn,ann@a.example,CFO\n"));
    const path = world.file(
      "events.csv",
      "event,timestamp,email,visitor_id,seconds,page\n" +
        "page,2024-03-05T10:00:00Z,ANN@a.example,,130,/pricing\n" +
        "page,2024-03-05 10:01,new@a.example,,0012,\n" +
        "pdf,2024-03-05 10:02,,v1,true,\n" +
        "pdf,2024-03-05 10:02,,v1,true,\n" +
        "pdf,yesterday,,v1,,\n" +
        "pdf,2024-03-05 10:03,xXXXXX@gmail.com,,,\n",
    );
    const report = await world.load(path);
    expect(report.counts).toEqual({ touches: 4 });
    expect(report.rejections.map(({ line, code }) => [line, code])).toEqual([
      [6, "lacks_essentials"],
      [7, "lacks_essentials"],
    ]);
    const [ann] = await world.records.read.contacts.find({});
    const log = (await world.events.after(0, 10)).map(({ touch }) => touch);
    expect(log).toMatchObject([
      {
        contactId: ann?.id,
        anonymousId: null,
        type: "page",
        props: { seconds: 130, page: "/pricing" },
      },
      { contactId: null, anonymousId: "new@a.example", props: { seconds: "0012" } },
      { anonymousId: "v1", props: { seconds: true } },
      { anonymousId: "v1" },
    ]);
    expect(log[0]?.at).toBe(Date.UTC(2024, 2, 5, 10));
    expect(log[0]?.receivedAt).toBe(log[0]?.at);
    await world.load(path);
    expect(await world.events.after(0, 10)).toHaveLength(4);
  });

  it("are one when a source replays them, by their id", async () => {
    const touch = (id: string) => JSON.stringify({ id, anonymousId: "v1", type: "pdf", at: 1e12 });
    const lines = ["a", "b", "c", "a", "d", "b"].map(touch);
    const report = await world.load(world.file("events.jsonl", lines.join("\n")), {
      kind: "touches",
    });
    expect(report.counts).toEqual({ touches: 4 });
    expect(await world.events.after(0, 10)).toHaveLength(4);
  });

  it("keep their properties as JSON had them", async () => {
    const line = JSON.stringify({
      ...{ event: "video", timestamp: "2024-03-05", anonymousId: "v1" },
      properties: { share: 0.8, tags: ["a", "b"] },
    });
    await world.load(world.file("events.jsonl", `${line}\n`));
    const [first] = await world.events.after(0, 10);
    expect(first?.touch.props).toEqual({ share: 0.8, tags: ["a", "b"] });
  });
});
