// The contracts of this installation, read without writing: files, and what managers published.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config.ts";
import { Refused } from "../../core/errors.ts";
import {
  contractsInForce,
  type KnownContract,
} from "../../core/pipeline/contracts/contracts-in-force.ts";
import type { Reader } from "../../core/ports.ts";
import { createContractFiles } from "../../sources/contracts/contract-files.ts";
import { createNewId } from "../../store/new-id.ts";
import { openRecords } from "../../store/records/records.ts";
import { sayProblem } from "../say-problems.ts";

/** The contracts in force. Throws Refused where the company's own files have mistakes: they would be missing. */
export async function contractsHere({ dataDir }: Config): Promise<KnownContract[]> {
  const files = createContractFiles({
    ...{ own: join(dataDir, "playbooks", "contracts"), clock: Date.now },
  });
  const { contracts, problems } = await files.all();
  const [problem] = problems;
  if (problem) throw new Refused("bad_contracts", sayProblem(problem));
  const known = await readHere({ dataDir }, (read) => contractsInForce(read, contracts));
  return known ?? contracts.map((filed) => ({ ...filed, version: undefined }));
}

/** Reads the records as they are; nothing where there are none yet. */
export async function readHere<Result>(
  { dataDir }: Pick<Config, "dataDir">,
  work: (read: Reader) => Promise<Result>,
): Promise<Result | undefined> {
  const file = join(dataDir, "records.db");
  if (!existsSync(file)) return undefined;
  const records = await openRecords({
    file,
    clock: Date.now,
    newId: createNewId(),
    readOnly: true,
  });
  try {
    return await work(records.read);
  } catch (error) {
    throw toOlder(error, dataDir);
  } finally {
    await records.close();
  }
}

/** Prisma's words for a table or a column that is not there. */
const missing = new Set(["P2021", "P2022"]);

function toOlder(error: unknown, dataDir: string): unknown {
  if (!missing.has(String((error as { code?: unknown }).code))) return error;
  const message = `${dataDir} was written by an older Ringside. Start this one once, then try again.`;
  return new Refused("data_older", message);
}
