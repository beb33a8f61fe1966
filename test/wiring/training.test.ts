// From a file to an answer: the library and its index together.
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { openTraining, type Training } from "../../src/wiring/training.ts";
import { newFolder } from "../helpers/records.ts";
import { newPlaybookFolder, type PlaybookFolder } from "../sources/playbooks/playbook-folder.ts";

const entries = "playbooks/finance/en/entries.yaml";
const one = `- id: our-own
  tactic: silence
  when: they go quiet
  customer: [Zebra stripes]
  say: [When do you decide?, Who else reads it?, What would stop you?]
  why: a date ends the waiting
`;

let data: PlaybookFolder;
let training: Training;
beforeEach(() => {
  data = newPlaybookFolder();
  training = openTraining({
    ...{ dataDir: data.path, shipped: newPlaybookFolder().path },
    log: createLog({ level: "silent" }),
  });
  data.remove("finance");
});
afterEach(() => training.close());

const search = () => training.scripts.search("zebra", { language: "en" }, 1);

it("begins to read when somebody asks, who is asked to come back", async () => {
  expect(() => training.library()).toThrow(expect.objectContaining({ name: "RetryLater" }));
  await expect(search()).rejects.toMatchObject({ name: "RetryLater" });
  await expect.poll(() => search().catch(() => "later")).toEqual([]);
});

it("is ready once what there is to read was read, whoever asks first", async () => {
  await training.ready();
  expect(await search()).toEqual([]);
});

it("finds what a company writes, once it is read, and no more once it is gone", async () => {
  await training.reload();
  expect(await search()).toEqual([]);
  data.write(entries, one);
  await training.reload();
  expect(await search()).toMatchObject([
    { entry: { id: "our-own" }, at: { file: `${data.path}/${entries}`, line: 1 } },
  ]);
  data.remove(entries);
  await training.reload();
  expect(await search()).toEqual([]);
});

it("is closed at any time", async () => {
  const closing = openTraining({ dataDir: newFolder(), log: createLog({ level: "silent" }) });
  closing.start();
  closing.close();
  expect(() => closing.library()).toThrow(expect.objectContaining({ name: "RetryLater" }));
});
