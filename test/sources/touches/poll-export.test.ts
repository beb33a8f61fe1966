import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pollExport } from "../../../src/sources/touches/ga4/poll-export.ts";
import { createCursors } from "../../../src/store/cursors.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords, type Records } from "../../../src/store/records/records.ts";
import { type Intake, openIntake, start } from "../../emulators/sources/intake.ts";

let intake: Intake;
let records: Records;
let folder: string;
beforeEach(async () => {
  intake = await openIntake();
  const { clock } = intake;
  const file = join(intake.folder, "records.db");
  records = await openRecords({ file, clock, newId: createNewId() });
  folder = join(intake.folder, "export");
  await mkdir(folder);
});
afterEach(async () => {
  await records.close();
  await intake.close();
});

const poll = () => {
  const { clock, takeIn } = intake;
  return pollExport({ folder, takeIn, clock, cursors: createCursors(records, clock) });
};
const row = (number: number, name = "page_view") =>
  `${JSON.stringify({
    event_timestamp: `${start - number * 1_000}000`,
    event_name: name,
    event_params: [
      { key: "page_location", value: { string_value: "https://www.example.com/pricing" } },
      { key: "engagement_time_msec", value: { int_value: "42000" } },
    ],
    user_pseudo_id: "12.34",
  })}\n`;
const first = () => join(folder, "events_20260624.json");

describe("pollExport", () => {
  it("reads what was added since the last time, and nothing twice", async () => {
    await writeFile(first(), row(1) + row(2, "user_engagement"));
    expect(await poll()).toBe(2);
    expect(await poll()).toBe(0);
    await appendFile(first(), row(3));
    await writeFile(join(folder, "events_20260625.json"), row(4));
    expect(await poll()).toBe(2);
    const touches = await intake.touches();
    expect(touches.map(({ type }) => type)).toEqual([
      "page.view",
      "page.leave",
      "page.view",
      "page.view",
    ]);
    expect(touches[1]).toMatchObject({
      anonymousId: "ga4:12.34",
      at: start - 2_000,
      props: { page: "pricing", dwellSeconds: 42 },
    });
  });

  it("leaves a line that is still being written for later", async () => {
    const line = row(1);
    await writeFile(first(), line.slice(0, 40));
    expect(await poll()).toBe(0);
    await appendFile(first(), line.slice(40));
    expect(await poll()).toBe(1);
  });

  it("goes on after lines that cannot be read, and counts them", async () => {
    await writeFile(first(), `broken\n${row(1)}${row(2, "session_start")}`);
    await poll();
    expect(intake.counted).toEqual(["ga4 stored 1", "ga4 ignored 1", "ga4 refused 1"]);
  });

  it("reads a file again that was replaced by a shorter one, and stores nothing twice", async () => {
    await writeFile(first(), row(1) + row(2));
    await poll();
    await writeFile(first(), row(1));
    expect(await poll()).toBe(1);
    expect(await intake.touches()).toHaveLength(2);
  });
});
