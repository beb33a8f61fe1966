import { describe, expect, it } from "vitest";
import { createGroupCommit } from "../../src/store/group-commit.ts";

/** Writes down the groups it commits; a group with "bad" in it fails whole. */
function createDisk() {
  const groups: string[][] = [];
  let before = async () => {};
  return {
    groups,
    /** Runs ahead of each commit. */
    hold(work: () => Promise<void>) {
      before = work;
    },
    async commit(items: string[]): Promise<string[]> {
      await before();
      if (items.includes("bad")) throw new Error("cannot store bad");
      groups.push(items);
      return items.map((item) => `kept ${item}`);
    },
  };
}

describe("group commit", () => {
  it("commits what arrives together at once, and gives each its own answer", async () => {
    const disk = createDisk();
    const keep = createGroupCommit(disk.commit);
    const answers = await Promise.all(["a", "b", "c"].map(keep));
    expect(answers).toEqual(["kept a", "kept b", "kept c"]);
    expect(disk.groups).toEqual([["a", "b", "c"]]);
  });

  it("collects what arrives while a group is being committed, in order", async () => {
    const disk = createDisk();
    const keep = createGroupCommit(disk.commit);
    const later: Promise<string>[] = [];
    disk.hold(async () => {
      disk.hold(async () => {});
      later.push(keep("b"), keep("c"));
    });
    await keep("a");
    await Promise.all(later);
    expect(disk.groups).toEqual([["a"], ["b", "c"]]);
  });

  it("takes no more than its size at once", async () => {
    const disk = createDisk();
    const keep = createGroupCommit(disk.commit, { max: 2 });
    await Promise.all(["a", "b", "c", "d", "e"].map(keep));
    expect(disk.groups).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  it("answers nobody before the commit", async () => {
    const disk = createDisk();
    const keep = createGroupCommit(disk.commit);
    let answered = false;
    disk.hold(async () => expect(answered).toBe(false));
    await keep("a").then(() => {
      answered = true;
    });
    expect(disk.groups).toEqual([["a"]]);
  });

  it("lets one that cannot be stored fail alone", async () => {
    const disk = createDisk();
    const keep = createGroupCommit(disk.commit);
    const results = await Promise.allSettled(["a", "bad", "c"].map(keep));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(disk.groups).toEqual([["a"], ["c"]]);
  });

  it("goes on after a failure", async () => {
    const disk = createDisk();
    const keep = createGroupCommit(disk.commit);
    await expect(keep("bad")).rejects.toThrow("cannot store bad");
    expect(await keep("a")).toBe("kept a");
  });
});
