// The one JSON object in what a model wrote: after its thinking, out of fences and small talk, whole or so far.
import { parsePartialJson } from "@langchain/core/output_parsers";

/** Letters looked through in all: each brace may begin the answer, and is followed to its end. */
const mostLetters = 1_000_000;

/** The first whole JSON object that `accept` takes, or undefined. */
export function readAnswer<Answer>(
  text: string,
  accept: (value: unknown) => Answer | undefined,
): Answer | undefined {
  const spoken = withoutThinking(text);
  let letters = 0;
  for (let at = spoken.indexOf("{"); at >= 0; at = spoken.indexOf("{", at + 1)) {
    const end = endOfObject(spoken, at);
    letters += (end ?? spoken.length) - at;
    const answer = end === undefined ? undefined : accept(parseJson(spoken.slice(at, end)));
    if (answer !== undefined || letters > mostLetters) return answer;
  }
  return undefined;
}

/** What of the object came so far; its last text may break off. Undefined before it begins. */
export function readPartial(text: string): object | undefined {
  const spoken = withoutThinking(text);
  const at = spoken.indexOf("{");
  if (at < 0) return undefined;
  try {
    const value: unknown = parsePartialJson(spoken.slice(at));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Models that think aloud do so first, between tags, of which some leave out the opening one. */
function withoutThinking(text: string): string {
  const [, after] = /^.*<\/think(?:ing)?>(.*)$/s.exec(text) ?? [];
  if (after !== undefined) return after;
  return /^\s*<think(?:ing)?>/.test(text) ? "" : text;
}

/** The index after the brace that closes the object at `from`; braces inside strings count for nothing. */
function endOfObject(text: string, from: number): number | undefined {
  const marks = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === "{") depth += 1;
    if (mark[0] === "}") depth -= 1;
    if (depth === 0) return marks.lastIndex;
  }
  return undefined;
}

/** Line breaks inside a string are what small models get wrong most. */
function parseJson(text: string): unknown {
  for (const each of [text, text.replace(/\n/g, "\\n"), text.replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(each);
    } catch {
      // the next reading
    }
  }
  return undefined;
}
