// A folder of playbooks as a library, and everything that is wrong with it.
import { findPlaybook, type Library, type Problem } from "../../core/training/library.ts";
import { byPlace } from "../yaml/by-place.ts";
import { findPlaybooks } from "./find-playbooks.ts";
import { readPlaybook } from "./read-playbook.ts";

/**
 * Reads every playbook of a folder: all verticals, one vertical, or one language of one. Never throws for what it finds
 * there: the library holds what conforms, and with problems it is for showing them, not for serving.
 * With `onTopOf` the folder is a company's own: it may hold any part of a playbook that `onTopOf` has, may name that
 * one's personas and scenarios, and must not repeat its ids; the library returned holds the company's own alone.
 */
export async function readPlaybooks(
  folder: string,
  { onTopOf }: { onTopOf?: Library } = {},
): Promise<{ library: Library; problems: Problem[] }> {
  const found = await findPlaybooks(folder);
  const read = await Promise.all(
    found.playbooks.map((each) =>
      readPlaybook(each, {
        isOwn: onTopOf !== undefined,
        shipped: onTopOf && findPlaybook(onTopOf, each),
      }),
    ),
  );
  const problems = [...found.problems, ...read.flatMap((each) => each.problems)];
  if (problems.length === 0 && read.length === 0 && !onTopOf) {
    const message = "this folder holds no playbook";
    problems.push({ file: folder, line: 1, column: 1, message, fix: "give one like playbooks/" });
  }
  return {
    library: { playbooks: read.map(({ playbook }) => playbook) },
    problems: problems.sort(byPlace),
  };
}
