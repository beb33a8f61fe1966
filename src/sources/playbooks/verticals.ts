// Which verticals there is a playbook for, by the folders that hold them.
import type { Language } from "../../core/model.ts";
import { findPlaybooks } from "./find-playbooks.ts";

/** Names of the verticals with a playbook in a language, from all folders together; a missing folder holds none. */
export function createVerticals(folders: string[]): (language: Language) => Promise<string[]> {
  return async (language) => {
    const found = await Promise.all(folders.map(findPlaybooks));
    const there = found
      .flatMap(({ playbooks }) => playbooks)
      .filter((playbook) => playbook.language === language && playbook.files.length > 0);
    return [...new Set(there.map(({ vertical }) => vertical))].sort();
  };
}
