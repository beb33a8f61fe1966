// Where contracts come from: the twelve that ship, and a company's own files, read anew when they change.
import { stat } from "node:fs/promises";
import type {
  ContractFiles,
  FiledContract,
} from "../../core/pipeline/contracts/contracts-in-force.ts";
import type { Clock } from "../../core/ports.ts";
import { type ReadContracts, readContracts, type WrittenContract } from "./read-contracts.ts";
import { shippedContracts } from "./shipped.ts";

export type ContractFilesOptions = {
  /** The company's own folder; it may not be there. */
  own: string;
  shipped?: string;
  clock: Clock;
};

/** How long what was read is good for. */
const freshMs = 2_000;
const nothing: ReadContracts = { contracts: [], problems: [] };

type Filed = Awaited<ReturnType<ContractFiles["all"]>>;

/** Reads the folders when asked, at most every two seconds. */
export function createContractFiles({
  own,
  shipped = shippedContracts,
  clock,
}: ContractFilesOptions): ContractFiles {
  let known: { at: number; read: Promise<Filed> } | undefined;
  let last: Filed | undefined;
  const all = () => {
    const now = clock();
    if (known && now - known.at < freshMs) return known.read;
    const read = readBoth(shipped, own).then((filed) => {
      last = filed;
      return filed;
    });
    known = { at: now, read };
    return read;
  };
  return {
    all,
    async latest() {
      const reading = all();
      // A write waits for no disk: what changed a moment ago counts from the next write on.
      return (last ?? (await reading)).contracts;
    },
  };
}

async function readBoth(shipped: string, own: string): Promise<Filed> {
  const [ours, theirs] = await Promise.all([readContracts(shipped), readOwn(own)]);
  const taken = new Set(ours.contracts.map(({ contract }) => contract.id));
  const isClash = ({ contract }: WrittenContract) => taken.has(contract.id);
  // A file with a mistake anywhere in it is left out whole.
  const broken = new Set(theirs.problems.map(({ file }) => file));
  const theirOwn = theirs.contracts.filter(
    (written) => !isClash(written) && !broken.has(written.place.file),
  );
  return {
    contracts: [...ours.contracts.map(toFiled("shipped")), ...theirOwn.map(toFiled("own"))],
    problems: [...theirs.problems, ...theirs.contracts.filter(isClash).map(toClash)],
  };
}

async function readOwn(folder: string): Promise<ReadContracts> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? readContracts(folder) : nothing;
}

const toFiled =
  (origin: FiledContract["origin"]) =>
  ({ contract, source }: WrittenContract): FiledContract => ({ contract, source, origin });

function toClash({ contract, place }: WrittenContract) {
  const message = `"${contract.id}" has a contract that ships`;
  return { ...place, message, fix: "take it out, and change the shipped one in chat" };
}
