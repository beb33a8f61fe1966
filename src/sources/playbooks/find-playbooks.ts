// Which playbooks a folder holds, and what lies there that nobody reads. It may be the folder of all verticals, of one
// vertical, or of one vertical in one language.
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Language, languages } from "../../core/model.ts";
import type { PlaybookFile, Problem } from "../../core/training/library.ts";
import { playbookFiles } from "../../core/training/playbook.ts";

/** The folder of one vertical in one language, which of the five files are there, and the names of those of facts. */
export type FoundPlaybook = {
  vertical: string;
  language: Language;
  folder: string;
  files: PlaybookFile[];
  facts: string[];
};

/** What was found, and what is wrong with where things lie. */
export type Found = { playbooks: FoundPlaybook[]; problems: Problem[] };

/** The five names. */
export const fileNames = Object.keys(playbookFiles) as PlaybookFile[];
/** The folder of what the customers of single scenarios know beside what their scenario says. */
export const factsFolder = "facts";
/** Beside the verticals lie behaviour rules and data contracts, which their own readers check. */
const besideVerticals = ["rules", "contracts", "crm", "alerts"];

/** Looks through a folder; one that cannot be read is a problem. */
export async function findPlaybooks(folder: string): Promise<Found> {
  const listed = await list(folder);
  if ("message" in listed) return { playbooks: [], problems: [listed] };
  const name = basename(resolve(folder));
  if (isLanguage(name)) {
    return findLanguage(folder, { vertical: basename(dirname(resolve(folder))), language: name });
  }
  if (listed.folders.some(isLanguage)) return findVertical(folder, name);
  const verticals = listed.folders.filter((each) => !besideVerticals.includes(each));
  const found = verticals.map((vertical) => findVertical(join(folder, vertical), vertical));
  return gather([
    { playbooks: [], problems: listed.files.map((file) => unknownFile(join(folder, file))) },
    ...(await Promise.all(found)),
  ]);
}

async function findVertical(folder: string, vertical: string): Promise<Found> {
  const listed = await list(folder);
  if ("message" in listed) return { playbooks: [], problems: [listed] };
  const problems = listed.files.map((file) => unknownFile(join(folder, file)));
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(vertical)) {
    const fix = "name the folder of a vertical in small letters, digits and hyphens";
    problems.push({ ...startOf(folder), message: `"${vertical}" is no name of a vertical`, fix });
  }
  const foreign = listed.folders.filter((name) => !isLanguage(name));
  problems.push(...foreign.map((name) => unknownLanguage(join(folder, name), name)));
  const known = listed.folders.filter(isLanguage);
  if (known.length === 0 && foreign.length === 0) {
    const fix = `add ${join(folder, "en")} or ${join(folder, "zh")}`;
    problems.push({ ...startOf(folder), message: "this vertical has no language", fix });
  }
  const found = known.map((language) =>
    findLanguage(join(folder, language), { vertical, language }),
  );
  return gather([{ playbooks: [], problems }, ...(await Promise.all(found))]);
}

async function findLanguage(
  folder: string,
  { vertical, language }: { vertical: string; language: Language },
): Promise<Found> {
  const listed = await list(folder);
  if ("message" in listed) return { playbooks: [], problems: [listed] };
  const files = fileNames.filter((name) => listed.files.includes(name));
  const unknown = [
    ...listed.files.filter((name) => !files.some((known) => known === name)),
    ...listed.folders.filter((name) => name !== factsFolder),
  ].map((name) => unknownFile(join(folder, name), files));
  const { facts, problems } = listed.folders.includes(factsFolder)
    ? await findFacts(join(folder, factsFolder))
    : { facts: [], problems: [] };
  return {
    playbooks: [{ vertical, language, folder, files, facts }],
    problems: [...unknown, ...problems],
  };
}

async function findFacts(folder: string): Promise<{ facts: string[]; problems: Problem[] }> {
  const listed = await list(folder);
  if ("message" in listed) return { facts: [], problems: [listed] };
  const facts = listed.files.filter((name) => name.endsWith(".yaml"));
  const strange = [...listed.files.filter((name) => !facts.includes(name)), ...listed.folders];
  const fix = "call it by the id of a scenario, with .yaml behind it, or take it out";
  const problems = strange.map((name) => ({
    ...startOf(join(folder, name)),
    message: "nobody reads this file",
    fix,
  }));
  return { facts, problems };
}

type Listed = { files: string[]; folders: string[] };

/** Names beginning with a dot belong to editors and systems; a README is for people. */
async function list(folder: string): Promise<Listed | Problem> {
  try {
    const names = (await readdir(folder)).filter((name) => !/^\.|^README\.md$/.test(name)).sort();
    const isFolder = await Promise.all(
      names.map((name) =>
        stat(join(folder, name)).then(
          (found) => found.isDirectory(),
          () => false,
        ),
      ),
    );
    return {
      files: names.filter((_, index) => !isFolder[index]),
      folders: names.filter((_, index) => isFolder[index]),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    const why =
      code === "ENOENT" ? "this folder does not exist" : `this cannot be read (${message})`;
    return { ...startOf(folder), message: why, fix: "give the folder that holds the playbooks" };
  }
}

const isLanguage = (name: string): name is Language => languages.some((each) => each === name);
const startOf = (file: string) => ({ file, line: 1, column: 1 });

function unknownFile(file: string, known: readonly string[] = []): Problem {
  const stem = basename(file)
    .toLowerCase()
    .replace(/\.[^.]*$/, "");
  const meant = fileNames.find((name) => name === `${stem}.yaml` || name === `${stem}s.yaml`);
  const fix =
    meant && !known.includes(meant)
      ? `call it ${meant}`
      : `take it out; a playbook is vertical/language/ with ${fileNames.join(", ")}`;
  return { ...startOf(file), message: "nobody reads this file", fix };
}

function unknownLanguage(folder: string, name: string): Problem {
  const message = `"${name}" is no language Ringside speaks`;
  return { ...startOf(folder), message, fix: `call the folder ${languages.join(" or ")}` };
}

function gather(parts: readonly Found[]): Found {
  return {
    playbooks: parts.flatMap(({ playbooks }) => playbooks),
    problems: parts.flatMap(({ problems }) => problems),
  };
}
