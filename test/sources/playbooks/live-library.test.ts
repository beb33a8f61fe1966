import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Library } from "../../../src/core/training/library.ts";
import {
  createLiveLibrary,
  type LiveLibrary,
} from "../../../src/sources/playbooks/live-library.ts";
import { emptyPlaybookFolder, newPlaybookFolder, type PlaybookFolder } from "./playbook-folder.ts";

const entries = "finance/en/entries.yaml";
const one = `- id: our-own
  tactic: silence
  when: they go quiet
  customer: [We will be in touch]
  say: [When do you decide?, Who else reads it?, What would stop you?]
  why: a date ends the waiting
`;

let own: PlaybookFolder;
let live: LiveLibrary;
let served: Library[];
let logged: { fields: Record<string, unknown>; sentence: string }[];
beforeEach(() => {
  [own, served, logged] = [emptyPlaybookFolder(), [], []];
  const log = (fields: Record<string, unknown>, sentence: string) => {
    logged.push({ fields, sentence });
  };
  live = createLiveLibrary({
    ...{ shipped: newPlaybookFolder().path, own: own.path },
    log: { debug: log, info: log, warn: log, error: log },
    onChange: (library) => served.push(library),
  });
});
afterEach(() => live.close());

const ids = () =>
  live.current().playbooks.flatMap((playbook) => playbook.entries.map(({ id }) => id));

describe("the library in service", () => {
  it("asks to come back before it was read", () => {
    expect(() => live.current()).toThrow(expect.objectContaining({ name: "RetryLater" }));
  });

  it("holds the shipped playbooks and the company's own", async () => {
    own.write(entries, one);
    await live.reload();
    expect(ids()).toHaveLength(121);
    expect(ids()).toContain("our-own");
    expect(live.problems()).toEqual([]);
    expect(served).toEqual([live.current()]);
  });

  it("takes up what was changed, added and removed", async () => {
    own.write(entries, one);
    await live.reload();
    own.replace(entries, "our-own", "our-other");
    await live.reload();
    expect(ids()).toContain("our-other");
    expect(ids()).not.toContain("our-own");
    own.remove(entries);
    await live.reload();
    expect(ids()).toHaveLength(120);
  });

  it("keeps the last good library while a file is broken, and says where", async () => {
    own.write(entries, one);
    await live.reload();
    own.replace(entries, "tactic: silence", "tactic: sillence");
    await live.reload();
    expect(ids()).toContain("our-own");
    expect(live.problems()).toMatchObject([{ file: `${own.path}/${entries}`, line: 2 }]);
    expect(logged[0]).toMatchObject({
      fields: { at: `${own.path}/${entries}:2`, fix: expect.stringContaining("use one of") },
      sentence: expect.stringContaining("sillence"),
    });
    own.replace(entries, "sillence", "silence");
    await live.reload();
    expect(live.problems()).toEqual([]);
  });

  it("serves the shipped ones alone when a file is broken from the start", async () => {
    own.write(entries, one.replace("our-own", "entry-4"));
    await live.reload();
    expect(ids()).toHaveLength(120);
    expect(live.problems()).toMatchObject([{ message: expect.stringContaining("entry-4") }]);
    expect(logged.at(-1)?.sentence).toContain("the shipped playbooks serve alone");
  });

  it("refuses 10 MB in one sentence, and goes on", async () => {
    await live.reload();
    own.write(entries, "- a\n".repeat(2.5 * 1024 * 1024));
    await live.reload();
    expect(ids()).toHaveLength(120);
    expect(live.problems()).toMatchObject([
      { line: 1, message: expect.stringContaining("10.0 MB") },
    ]);
  });

  it("notices by itself that a file was written", async () => {
    await live.reload();
    live.watch();
    own.write(entries, one);
    await expect.poll(() => served.length).toBe(2);
    expect(ids()).toContain("our-own");
  });
});
