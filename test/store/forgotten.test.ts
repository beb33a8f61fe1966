import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  forgottenName,
  gatherForgotten,
  markDue,
  noteForgotten,
  readDue,
  settleDue,
} from "../../src/store/forgotten.ts";
import { testNow } from "../helpers/people.ts";
import { newFolder } from "../helpers/records.ts";

const ana = { kind: "person", id: "per_ana", at: testNow } as const;
const ines = { kind: "contact", id: "con_ines", at: testNow } as const;
const visitorIds = ["email:ines@buyer.example", "cookie-7"];

describe("the list of who was forgotten", () => {
  it("holds ids and hashes, never an address", async () => {
    const folder = newFolder();
    await noteForgotten(folder, { ...ines, visitorIds });
    const text = readFileSync(join(folder, forgottenName), "utf8");
    expect(text).toContain("con_ines");
    expect(text).not.toMatch(/buyer|cookie/);
  });

  it("knows a visitor by its hash, once data was restored and until it has forgotten", async () => {
    const folder = newFolder();
    await noteForgotten(folder, ana);
    await noteForgotten(folder, { ...ines, visitorIds });
    expect(readDue(folder)).toBeUndefined();
    markDue(folder);
    const due = readDue(folder);
    expect(due?.entries).toMatchObject([ana, ines]);
    expect(due?.ownerOf("email:ines@buyer.example")).toBe("con_ines");
    expect(due?.ownerOf("email:wang@buyer.example")).toBeUndefined();
    settleDue(folder);
    expect(readDue(folder)).toBeUndefined();
  });

  it("is brought together from several folders, each entry once", async () => {
    const [one, other, to] = [newFolder(), newFolder(), newFolder()];
    await noteForgotten(one, ana);
    await noteForgotten(other, ana);
    await noteForgotten(other, ines);
    expect(await gatherForgotten([one, other, join(to, "missing")], to)).toBe(2);
    expect(await gatherForgotten([one, other], to)).toBe(2);
  });

  it("goes on after a line that a crash cut short", async () => {
    const folder = newFolder();
    await noteForgotten(folder, ana);
    appendFileSync(join(folder, forgottenName), '{"kind":"contact","id":"con_');
    await noteForgotten(folder, ines);
    expect(await gatherForgotten([], folder)).toBe(2);
  });

  it("refuses to be lost: what cannot be noted is not forgotten silently", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, forgottenName));
    await expect(noteForgotten(folder, ana)).rejects.toThrow();
    rmSync(join(folder, forgottenName), { recursive: true });
  });
});
