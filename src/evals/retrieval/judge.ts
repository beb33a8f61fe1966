// Which entries answer a query: as somebody judged it, or, where nobody has, those of the tactic it was written for.
import type { Library, Playbook } from "../../core/training/library.ts";
import type { Grades } from "./metrics.ts";
import { type Query, refused } from "./queries.ts";

/** A query with the grade of every entry that answers it, by document id. */
export type JudgedQuery = Query & { grades: Grades };

/** Refuses labels that name no entry of the library: they would count every answer as wrong. */
export function judge(library: Library, query: Query): JudgedQuery {
  const playbooks = library.playbooks.filter(({ language }) => language === query.language);
  const known = playbooks.map(({ vertical }) => vertical);
  if (query.vertical && !known.includes(query.vertical)) {
    const reason = `"${query.id}" is of the vertical "${query.vertical}", and the library has ${known.join(", ") || "none"} in ${query.language}`;
    throw refused(query.id, reason);
  }
  const grades = query.relevant
    ? byLabels(playbooks, query, query.relevant)
    : byTactic(playbooks, query);
  return { ...query, grades };
}

function byLabels(
  playbooks: Playbook[],
  query: Query,
  relevant: NonNullable<Query["relevant"]>,
): Grades {
  const byName = namesOf(playbooks);
  const grades = Object.entries(relevant).map(([name, grade]): [string, number] => {
    const id = byName.get(name);
    if (!id)
      throw refused(query.id, `no entry of the library is "${name}", which "${query.id}" names`);
    return [id, grade];
  });
  return new Map(grades);
}

/** Entries by "vertical/id", and by id alone where only one vertical has it. */
function namesOf(playbooks: Playbook[]): Map<string, string> {
  const names = new Map<string, string>();
  const repeated = new Set<string>();
  for (const playbook of playbooks) {
    for (const { id } of playbook.entries) {
      names.set(`${playbook.vertical}/${id}`, documentId(playbook, id));
      if (names.has(id)) repeated.add(id);
      names.set(id, documentId(playbook, id));
    }
  }
  for (const id of repeated) names.delete(id);
  return names;
}

function byTactic(playbooks: Playbook[], { tactic, vertical }: Query): Grades {
  const asked = playbooks.filter((playbook) => !vertical || playbook.vertical === vertical);
  const found = asked.flatMap((playbook) =>
    playbook.entries
      .filter((entry) => entry.tactic === tactic)
      .map(({ id }): [string, number] => [documentId(playbook, id), 1]),
  );
  return new Map(found);
}

/** As the index names an entry. */
const documentId = ({ vertical, language }: Playbook, id: string) =>
  `${language}/${vertical}/${id}`;
