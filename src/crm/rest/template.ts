// Fills the blanks of a call, and finds the places of its answer.

export type Blanks = Record<string, unknown>;

/** `{name}` alone keeps the kind of what it stands for; inside a text it becomes text. */
export function fill(template: unknown, blanks: Blanks): unknown {
  if (typeof template === "string") return fillText(template, blanks);
  if (Array.isArray(template)) return template.map((each) => fill(each, blanks));
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [name, fill(value, blanks)]),
  );
}

function fillText(text: string, blanks: Blanks): unknown {
  const only = /^\{(\w+)\}$/.exec(text)?.[1];
  if (only !== undefined && Object.hasOwn(blanks, only)) return blanks[only];
  return text.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(blanks, name) ? String(blanks[name]) : blank,
  );
}

/** The same for a path, where what is filled in may not change where it leads. */
export function fillPath(path: string, blanks: Blanks): string {
  return path.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(blanks, name) ? encodeURIComponent(String(blanks[name])) : blank,
  );
}

/** What stands at a place of an answer; undefined where there is no such place. */
export function at(answer: unknown, place: string): unknown {
  if (place === "") return answer;
  return place.split(".").reduce<unknown>((value, name) => {
    if (typeof value !== "object" || value === null) return undefined;
    return (value as Record<string, unknown>)[name];
  }, answer);
}

/** A list at a place; one thing is a list of one. */
export function listAt(answer: unknown, place: string): unknown[] {
  const found = at(answer, place);
  if (Array.isArray(found)) return found;
  return found === undefined || found === null ? [] : [found];
}
