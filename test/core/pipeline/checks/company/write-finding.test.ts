import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "../../../../../src/core/pipeline/checks/company/checked.ts";
import type { Register } from "../../../../../src/core/pipeline/checks/company/ports.ts";
import { pictureOf } from "../../../../helpers/pictures.ts";
import { createWorld, type World } from "../../../../helpers/world.ts";

const code = "91350100M000100Y43";
let held: Partial<Entry>;
const register: Register = {
  ...{ label: "Register", host: "register.example", isWhole: true },
  covers: ({ type }) => type === "creditCode",
  find: async () => ({
    ...{ register: "Register", name: "Acme Medical Ltd", otherNames: [], country: "CN" },
    ...{ creditCode: code, address: null, foundedYear: 1999, isActive: true, url: null, ...held },
  }),
};
const licences = { endpoint: "vision.example", read: async () => ({ failure: "unread" as const }) };

let world: World;
let said = 0;
beforeEach(async () => {
  held = {};
  world = await createWorld([], { registers: [register], licences });
  const own = { ownerId: "per_ana", creditCode: code, foundedYear: 1980, country: "CN" };
  await world.add("account", "acc_own", { name: "Acme Medical", ...own });
  await world.add("account", "acc_lei", { name: "Acme Medical", ownerId: "per_lei" });
});
afterEach(() => world.close());

async function says(personId: string, text: string): Promise<string> {
  said += 1;
  await world.ringside.localChat.say(personId, text, `say-${said}`);
  await world.ringside.drain();
  return lastOf(personId);
}
async function lastOf(personId: string): Promise<string> {
  const messages = await world.ringside.localChat.transcript(personId, { limit: 50 });
  return JSON.stringify(messages.at(-1)?.body);
}
async function press(personId: string, action: string) {
  const [, ref = ""] =
    new RegExp(`"id":"${action}"[^}]*?"ref":"([^"]+)"`).exec(await lastOf(personId)) ?? [];
  said += 1;
  return world.ringside.localChat.tap(personId, ref, `tap-${said}`);
}
const values = () =>
  world.ringside.records.read.fieldValues.find({ recordId: "acc_own", source: "check:register" });

describe("a finding", () => {
  it("verifies what was there already, and overwrites nothing beside it", async () => {
    expect(await says("per_ana", `check ${code}`)).toContain("verified by Register");
    await press("per_ana", "company.fill");
    expect(await values()).toMatchObject([
      { field: "creditCode", status: "verified", value: code },
    ]);
    const account = await world.ringside.records.read.accounts.get("acc_own");
    expect(account?.foundedYear).toBe(1980);
  });

  it("shows that the names differ, and then verifies nothing", async () => {
    held = { name: "Zenith Trading Ltd" };
    const card = await says("per_ana", `check ${code} for Acme Medical`);
    expect(card).toContain("The names differ: Acme Medical here, Zenith Trading Ltd in Register");
    expect(card).toContain("has this already");
    expect(card).not.toContain("company.fill");
    await says("per_lei", `核验 ${code} 给 Acme Medical`);
    expect(await lastOf("per_lei")).toContain(
      "名称不一致：这里是 Acme Medical，Register 是 Zenith Trading Ltd",
    );
    await press("per_lei", "company.fill");
    const { read } = world.ringside.records;
    const [value] = await read.fieldValues.find({ recordId: "acc_lei", field: "creditCode" });
    expect(value).toMatchObject({ status: "stated", source: "chat" });
  });

  it("is offered for one's own customers alone", async () => {
    await says("per_bob", `check ${code}`);
    expect(await lastOf("per_bob")).not.toContain("company.fill");
    await says("per_ana", `check ${code}`);
    const change = { kind: "account", id: "acc_own", set: { ownerId: "per_lei" } } as const;
    const by = { by: { kind: "ringside" }, via: "chat", source: "test" } as const;
    await world.ringside.records.write((unit) =>
      world.ringside.gate.apply(unit, { ...by, changes: [change] }),
    );
    const { toast } = await press("per_ana", "company.fill");
    expect(toast).toBe("This customer is gone.");
    expect(await values()).toEqual([]);
  });
});

describe("a picture", () => {
  it("of more than 20 MB is refused and deleted", async () => {
    const { localChat, assets, records } = world.ringside;
    const file = { name: "big.png", mediaType: "image/png", bytes: pictureOf(20 * 1024 * 1024) };
    await localChat.drop("per_ana", file, "", "drop-1");
    await world.ringside.drain();
    expect(await lastOf("per_ana")).toContain("licence.read");
    await press("per_ana", "licence.delete");
    await world.ringside.drain();
    expect(await lastOf("per_ana")).toContain("The picture is deleted");
    const bytes = pictureOf(20 * 1024 * 1024 + 1);
    const big = await assets.save({
      name: "big.png",
      mediaType: "image/png",
      bytes,
      personId: null,
    });
    const { takePicture } = await import(
      "../../../../../src/core/pipeline/checks/licence/take-picture.ts"
    );
    const ana = await records.read.people.get("per_ana");
    if (!ana) throw new Error("nobody");
    const services = { ...world.ringside, licences, company: { registers: [] } } as never;
    const effect = await takePicture(services, ana, { assetId: big.id, name: "big.png" });
    await records.write(async (unit) => effect?.(unit));
    await world.ringside.drain();
    expect(await lastOf("per_ana")).toContain("the limit is 20 MB");
    expect(await records.read.assets.count({})).toBe(0);
  });
});
