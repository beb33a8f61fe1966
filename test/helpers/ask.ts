// The sample team with questions to it: one set of databases for all questions of a file.
import { join } from "node:path";
import { createGate } from "../../src/core/gate/gate.ts";
import { createSample, type Sample } from "../../src/sample/create-sample.ts";
import { loadSample } from "../../src/sample/load-sample.ts";
import { createAskData } from "../../src/store/ask/data.ts";
import { openEventLog } from "../../src/store/event-log/event-log.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { testNow } from "./people.ts";
import { newDataFolder } from "./records.ts";

export type AskWorld = {
  sample: Sample;
  records: Records;
  askData: ReturnType<typeof createAskData>;
  close(): Promise<void>;
};

/** Loads it. */
export async function openAskWorld(options: { timeoutMs?: number } = {}): Promise<AskWorld> {
  const dataDir = await newDataFolder();
  const file = join(dataDir, "records.db");
  const records = await openRecords({ file, clock: () => testNow, newId: createNewId() });
  const events = await openEventLog(join(dataDir, "events.db"));
  const sample = createSample({ now: testNow });
  await loadSample(sample, { store: records, gate: createGate({}), events });
  return {
    ...{ sample, records, askData: createAskData({ dataDir, sql: records.sql, ...options }) },
    async close() {
      await events.close();
      await records.close();
    },
  };
}
