// A folder of contracts: each file one contract or a list of them. Whatever is wrong has its place.
import { checkContract } from "../../core/pipeline/contracts/check-contract.ts";
import type { Contract } from "../../core/pipeline/contracts/contract.ts";
import { contractSchema } from "../../core/pipeline/contracts/schema.ts";
import type { Path, Place, Problem } from "../../core/training/library.ts";
import { byPlace } from "../yaml/by-place.ts";
import { findYamlFiles } from "../yaml/find-files.ts";
import { readYaml, type YamlFile } from "../yaml/read-yaml.ts";
import { sayIssue } from "../yaml/say-issue.ts";

/** A contract, where it is written, and how. */
export type WrittenContract = { contract: Contract; source: unknown; place: Place };

/** What a folder holds, in order of the files, and everything wrong with it. */
export type ReadContracts = { contracts: WrittenContract[]; problems: Problem[] };

/** Reads and checks contracts; never throws for what it finds in the files. */
export async function readContracts(path: string): Promise<ReadContracts> {
  const files = await findYamlFiles(path, "a contract file");
  if (!Array.isArray(files)) return { contracts: [], problems: [files] };
  const read = await Promise.all(files.map(readYaml));
  const problems: Problem[] = read.filter((each) => "fix" in each);
  const contracts: WrittenContract[] = [];
  for (const written of read.filter((each) => "placeOf" in each).flatMap(split)) {
    const parsed = parse(written);
    problems.push(...parsed.problems);
    contracts.push(...parsed.contracts);
  }
  if (contracts.length === 0 && problems.length === 0) {
    const start = { file: path, line: 1, column: 1 };
    const fix = "add one like playbooks/contracts";
    problems.push({ ...start, message: "no contract is written here", fix });
  }
  problems.push(...findRepeated(contracts));
  return { contracts, problems: problems.sort(byPlace) };
}

type Written = { yaml: YamlFile; path: Path; value: unknown };

function split(yaml: YamlFile): Written[] {
  const { value } = yaml;
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [{ yaml, path: [], value }];
  return value.map((each: unknown, index) => ({ yaml, path: [index], value: each }));
}

function parse({ yaml, path, value }: Written): ReadContracts {
  const read = contractSchema.safeParse(value);
  if (read.success) {
    const contract = read.data;
    const problems = checkContract(contract).map(({ path: at, message, fix }) => ({
      ...yaml.placeOf([...path, ...at]),
      ...{ message: `${message} (contract ${contract.id})`, fix },
    }));
    return { contracts: [{ contract, source: value, place: yaml.placeOf(path) }], problems };
  }
  const issues = read.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const problems = issues
    .flatMap((issue) => sayIssue(issue, yaml.value))
    .map(({ path: at, part, message, fix }) => ({ ...yaml.placeOf(at, part), message, fix }));
  return { contracts: [], problems };
}

function findRepeated(contracts: readonly WrittenContract[]): Problem[] {
  const first = new Map<string, Place>();
  return contracts.flatMap(({ contract: { id }, place }) => {
    const before = first.get(id);
    if (!before) {
      first.set(id, place);
      return [];
    }
    const message = `"${id}" also has a contract at ${before.file}:${before.line}`;
    return [{ ...place, message, fix: "keep one of the two" }];
  });
}
