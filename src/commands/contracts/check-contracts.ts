// What a folder of contracts holds and what is wrong with it.
import type { Problem } from "../../core/training/library.ts";
import { readContracts } from "../../sources/contracts/read-contracts.ts";
import { shippedContracts } from "../../sources/contracts/shipped.ts";
import { countProblems, sayProblem } from "../say-problems.ts";

type ContractsReport = {
  ok: boolean;
  contracts: { id: string; owner: string; file: string; line: number }[];
  problems: Problem[];
};

/** Reads and checks contracts. */
export async function checkContracts(path: string = shippedContracts): Promise<ContractsReport> {
  const { contracts, problems } = await readContracts(path);
  return {
    ok: problems.length === 0,
    contracts: contracts.map(({ contract: { id, owner }, place: { file, line } }) => ({
      ...{ id, owner, file, line },
    })),
    problems,
  };
}

/** A report as lines for a terminal. */
export function toLines({ contracts, problems }: ContractsReport): string[] {
  return [
    ...problems.map(sayProblem),
    ...contracts.map(({ id, owner }) => `${id}: ${owner}`),
    countProblems(problems),
  ];
}
