import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { touchesOf } from "../../../src/core/identity/touches-of.ts";
import { createWorld, type World } from "../../helpers/world.ts";
import { aVisit, linkOf, visits } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const reads = () => ({ read: world.ringside.records.read, events: world.ringside.events });

describe("a visitor", () => {
  it("is linked by an address a contact has, with the reason, and brings what they did before", async () => {
    await visits(world, aVisit({ anonymousId: "v1" }), aVisit({ anonymousId: "v1" }));
    expect(await linkOf(world, "v1")).toBeNull();
    await visits(world, aVisit({ anonymousId: "v1", email: "WANG@acme.example" }));
    const visitor = await world.ringside.records.read.visitors.get("v1");
    expect(visitor).toMatchObject({
      contactId: "con_wang",
      reason: {
        name: { kind: "email", value: "wang@acme.example" },
        source: "web",
        personId: null,
      },
    });
    const touches = await touchesOf(reads(), ["con_wang"]);
    expect(touches.map(({ contactId }) => contactId)).toEqual(Array(3).fill("con_wang"));
  });

  it("is linked by a phone however it is written, and by an id of an imported record", async () => {
    await world.add("contact", "con_lan", { name: "蓝天", phone: "+8613912345678" });
    await visits(world, aVisit({ anonymousId: "v2", phone: "139 1234 5678" }));
    expect(await linkOf(world, "v2")).toBe("con_lan");
    await world.ringside.records.write((unit) =>
      unit.externalIds.put({
        ...{ id: "ext_1", kind: "contact", recordId: "con_wang", source: "import:hubspot" },
        ...{ externalId: "84", createdAt: unit.now },
      }),
    );
    await visits(world, aVisit({ externalIds: { "hubspot.contact": "84" } }));
    expect(await linkOf(world, "hubspot.contact:84")).toBe("con_wang");
  });

  it("stays nobody's until a contact with that address appears", async () => {
    await visits(world, aVisit({ anonymousId: "v3", email: "new@blue.example" }));
    expect(await linkOf(world, "v3")).toBeNull();
    await world.add("contact", "con_new", { name: "New", email: "new@blue.example" });
    await world.ringside.drain();
    expect(await linkOf(world, "v3")).toBe("con_new");
  });

  it("is known on another device by an id that was once seen with an address", async () => {
    await visits(world, aVisit({ anonymousId: "phone", externalIds: { user: "u1" } }));
    await visits(
      world,
      aVisit({ anonymousId: "laptop", externalIds: { user: "u1" }, email: "wang@acme.example" }),
    );
    expect(await linkOf(world, "laptop")).toBe("con_wang");
    expect(await linkOf(world, "phone")).toBe("con_wang");
    await visits(world, aVisit({ anonymousId: "tablet", externalIds: { user: "u1" } }));
    expect(await linkOf(world, "tablet")).toBe("con_wang");
  });

  it("joins what their earlier cookie did", async () => {
    await visits(world, aVisit({ anonymousId: "old" }));
    const aliased = { type: "visitor.aliased", props: { previousId: "old" } };
    await visits(
      world,
      aVisit({ anonymousId: "now" }, aliased),
      aVisit({ anonymousId: "now", email: "wang@acme.example" }),
    );
    expect(await linkOf(world, "old")).toBe("con_wang");
  });

  it("is never identified by a masked value, a company's number for a deal, or a machine", async () => {
    await world.add("contact", "con_mask", { name: "Mask", phone: "9800000000" });
    await visits(
      world,
      aVisit({ anonymousId: "m1", phone: "98XXXXXXXX" }),
      aVisit({ anonymousId: "m2", email: "aXXX@gmail.com" }),
      aVisit({ anonymousId: "m3", email: "wang@acme.example" }, { props: { automated: true } }),
      aVisit({ anonymousId: "m4", externalIds: { "hubspot.deal": "9" } }),
    );
    expect(await world.ringside.records.read.visitors.count({})).toBe(0);
  });

  it("is linked to nobody where two contacts carry the name", async () => {
    await world.add("contact", "con_two", { name: "Wang Two", email: "wang@acme.example" });
    await visits(world, aVisit({ anonymousId: "v4", email: "wang@acme.example" }));
    expect(await linkOf(world, "v4")).toBeNull();
  });

  it("belongs to the account of their address' domain, but not of a mail service's", async () => {
    await world.add("account", "acc_blue", { name: "Blue", domain: "blue.co.uk" });
    await world.add("account", "acc_mail", { name: "Mail", domain: "gmail.com" });
    await visits(
      world,
      aVisit({ anonymousId: "d1", email: "x@sales.blue.co.uk" }),
      aVisit({ anonymousId: "d2", email: "x@gmail.com" }),
    );
    const { visitors } = world.ringside.records.read;
    expect((await visitors.get("d1"))?.accountId).toBe("acc_blue");
    expect((await visitors.get("d2"))?.accountId).toBeNull();
    await visits(world, aVisit({ anonymousId: "d3", email: "y@later.example" }));
    await world.add("account", "acc_later", { name: "Later", domain: "later.example" });
    await world.ringside.drain();
    expect((await visitors.get("d3"))?.accountId).toBe("acc_later");
  });

  it("who is called as somebody else stays where they are", async () => {
    await world.add("contact", "con_ana", { name: "Ana Two", email: "ana@two.example" });
    await visits(world, aVisit({ anonymousId: "shared", email: "wang@acme.example" }));
    await visits(world, aVisit({ anonymousId: "shared", email: "ana@two.example" }));
    const visitor = await world.ringside.records.read.visitors.get("shared");
    expect(visitor).toMatchObject({ contactId: "con_wang", claimId: "con_ana" });
  });

  it("keeps a bounded number of names, however many a kiosk is called by", async () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      aVisit({ anonymousId: "kiosk", email: `guest${index}@hotel.example` }),
    );
    await visits(world, ...many);
    const names = await world.ringside.records.read.customerIdentities.count({});
    expect(names).toBeLessThanOrEqual(50);
  });
});
