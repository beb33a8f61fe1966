// Which of a scenario's lines fit what the rep really said: a customer repeats no figure that nobody named.
import { contentWords, fold, sharedWords } from "../moves/text.ts";

const figures =
  /\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half)\b|(?:[一二两三四五六七八九十百千]{2,}|[二两三四五六七八九十百千])(?=[个年月天周台件万块点页条次家遍成类人])/g;

/** Lines whose every figure was heard; those that take up the most of what was heard come alone. */
export function fittingLines(lines: readonly string[], heard: string): readonly string[] {
  const folded = fold(heard);
  const heardOnly = lines.filter((line) =>
    figuresOf(line).every((figure) => folded.includes(figure)),
  );
  const content = contentWords(heard);
  const shared = (line: string) => sharedWords(contentWords(line), content).words.length;
  const most = Math.max(0, ...heardOnly.map(shared));
  return most === 0 ? heardOnly : heardOnly.filter((line) => shared(line) === most);
}

function figuresOf(line: string): string[] {
  return fold(line).match(figures) ?? [];
}

/** Lines that do not say over again what was said a moment ago. */
export function freshLines(lines: readonly string[], said: readonly string[]): readonly string[] {
  const before = contentWords(said.join("\n"));
  const fresh = lines.filter((line) => sharedWords(contentWords(line), before).share < sameShare);
  return fresh.length > 0 ? fresh : lines;
}

/** From this share of its words on, a line says the same. */
const sameShare = 0.45;
