// A debrief told in one go, typed or spoken: which of it is the objection, which the words that were said, and what turned it.
import type { Answers } from "./stored.ts";

const objects =
  /\b(?:they|he|she|the (?:customer|buyer|client)|procurement)\b.{0,20}\b(?:said|asked|worried|feared|objected|thought|told|complained|kept)\b|\bobjection\b|\bworr(?:y|ied)\b|(?:客户|对方|他们|他|她|采购)[^。，,]{0,6}(?:说|嫌|担心|怕|觉得|问|顾虑)|异议|顾虑/i;
const saysSelf =
  /\b(?:I|we)\b.{0,12}\b(?:said|told|answered|asked|replied|offered|wrote|explained)\b|\bmy words\b|(?:我|我们|咱)[^。，,]{0,6}(?:说|回|答|问|讲|告诉|跟)/i;
const quoted = /[“"「『]([^”"」』]{4,})[”"」』]/g;

/** Every sentence has one place; quoted words are what was said. */
export function readTold(told: string): Pick<Answers, "turned" | "objection" | "words"> {
  const said: Record<"turned" | "objection" | "words", string[]> = {
    ...{ turned: [], objection: [], words: [] },
  };
  for (const sentence of sentencesOf(told)) {
    const quotes = [...sentence.matchAll(quoted)].map(([, words = ""]) => words.trim());
    if (saysSelf.test(sentence)) said.words.push(...(quotes.length > 0 ? quotes : [sentence]));
    else if (objects.test(sentence)) said.objection.push(quotes[0] ?? sentence);
    else said.turned.push(sentence);
  }
  return {
    turned: said.turned.join(" "),
    objection: said.objection.join(" "),
    words: said.words.join("\n"),
  };
}

/** Ends of sentences; those within quotation marks end none. */
function sentencesOf(told: string): string[] {
  const found =
    told.match(
      /(?:[“"「『][^”"」』]*[”"」』]|[^.!?。！？；;\n“"「『]|\.(?=\d))+[.!?。！？；;]*/g,
    ) ?? [];
  return found.map((each) => each.trim()).filter((each) => /\p{L}/u.test(each));
}
