import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Touch } from "../../../src/core/model.ts";
import { type OpenEventLog, openEventLog } from "../../../src/store/event-log/event-log.ts";
import { newDataFolder } from "../../helpers/records.ts";

const dayMs = 86_400_000;
let log: OpenEventLog;
beforeEach(async () => {
  log = await openEventLog(join(await newDataFolder(), "events.db"));
});
afterEach(() => log.close());

const touch = (id: string, set: Partial<Touch>): Touch => ({
  ...{ id, contactId: null, anonymousId: null, accountId: null, type: "page.view" },
  ...{ at: dayMs, receivedAt: dayMs, props: {}, source: "web" },
  ...set,
});
const nobody = { contactIds: [], visitorIds: [], accountIds: [] };
const ours = { contactIds: ["con_1"], visitorIds: ["v1"], accountIds: ["acc_1"] };
const by = { origin: 0, bucketMs: dayMs, limit: 100 };

describe("touches in groups and pages", () => {
  it("count each touch once, whichever ways it is theirs", async () => {
    await log.append([
      touch("a", { contactId: "con_1", anonymousId: "v1", accountId: "acc_1" }),
      touch("b", { anonymousId: "v1", at: dayMs + 5 }),
      touch("c", { contactId: "con_gone", accountId: "acc_1", at: 3 * dayMs }),
      touch("d", { contactId: "con_other", anonymousId: "v1" }),
      touch("e", { contactId: "con_1", props: { automated: true } }),
    ]);
    const { groups, total } = await log.groupsOf(ours, by);
    expect(total).toBe(3);
    expect(
      groups.map(({ contactId, anonymousId, bucket }) => [contactId, anonymousId, bucket]),
    ).toEqual([
      ["con_gone", null, 3],
      [null, "v1", 1],
      ["con_1", null, 1],
    ]);
    const page = await log.pageOf(ours, { from: 0, to: 9 * dayMs, limit: 10 });
    expect(page.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });

  it("tell the total of all where only the latest groups are asked for", async () => {
    const days = Array.from({ length: 20 }, (_, day) =>
      touch(`t${day}`, { contactId: "con_1", at: day * dayMs }),
    );
    await log.append(days);
    const { groups, total } = await log.groupsOf(ours, { ...by, limit: 3 });
    expect(groups.map(({ bucket }) => bucket)).toEqual([19, 18, 17]);
    expect(total).toBe(20);
    expect(await log.groupsOf(nobody, by)).toEqual({ groups: [], total: 0 });
  });

  it("come a page at a time, of the types asked for", async () => {
    const types = ["email.open", "page.view"];
    await log.append(
      Array.from({ length: 6 }, (_, at) =>
        touch(`t${at}`, { contactId: "con_1", at, type: types[at % 2] ?? "" }),
      ),
    );
    const page = { from: 1, to: 5, limit: 2, types: ["page.view"] };
    const ids = async (offset: number) =>
      (await log.pageOf(ours, { ...page, offset })).map(({ id }) => id);
    expect([await ids(0), await ids(2)]).toEqual([["t5", "t3"], ["t1"]]);
  });
});
