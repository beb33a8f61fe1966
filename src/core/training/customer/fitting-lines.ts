// Which of a scenario's lines fit what the rep really said: a customer repeats nothing that nobody said.
import { contentWords, fold, sharedWords } from "../moves/text.ts";

const figures =
  /\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half)\b|(?:[一二两三四五六七八九十百千]{2,}|[二两三四五六七八九十百千])(?=[个年月天周台件万块点页条次家遍成类人号])/g;

/** Lines to grant a point with: whatever they repeat was heard, and of those the ones that take up the most of it. */
export function fittingLines(lines: readonly string[], heard: string): readonly string[] {
  const folded = fold(heard);
  const content = contentWords(heard);
  const fit = lines.filter(
    (line) =>
      figuresOf(line).every((figure) => folded.includes(figure)) &&
      [...asked(line), ...quoted(line)].every((echo) => isHeard(echo, content)),
  );
  const shared = (line: string) => sharedWords(contentWords(line), content).words.length;
  const most = Math.max(0, ...fit.map(shared));
  return most === 0 ? fit : fit.filter((line) => shared(line) === most);
}

function figuresOf(line: string): string[] {
  return fold(line).match(figures) ?? [];
}

/** What a line asks back, as in "Outside their price, is it?". */
function asked(line: string): string[] {
  return line.match(/[^.!?。！？]+[?？]/g) ?? [];
}

/** From this share of its words on, something was said. */
const heardShare = 0.4;

function isHeard(words: string, heard: ReadonlySet<string>): boolean {
  return sharedWords(contentWords(words), heard).share >= heardShare;
}

/** Lines that hold no words against the rep which they did not say. */
export function honestLines(lines: readonly string[], heard: string): readonly string[] {
  const content = contentWords(heard);
  return lines.filter((line) => quoted(line).every((quote) => isHeard(quote, content)));
}

/** What a line says that the rep said or asked: in quotation marks, or after "you said". */
function quoted(line: string): string[] {
  const marked = line.match(/["“「][^"”」]+["”」]/g) ?? [];
  const reported =
    line.match(
      /\byou (just )?(said|say|told me|tell me|asked|call(ed)? it)\b[^.;?!,]+|[你您](刚才)?[说讲提问](?![服得清明])[^,，。？！?]+/gi,
    ) ?? [];
  return [...marked, ...reported.map((each) => each.replace(/^(you (just )?\w+|.{2,4}?)/i, ""))];
}

/** Lines that do not say over again what was said a moment ago. */
export function freshLines(lines: readonly string[], said: readonly string[]): readonly string[] {
  const before = contentWords(said.join("\n"));
  const fresh = lines.filter((line) => sharedWords(contentWords(line), before).share < sameShare);
  return fresh.length > 0 ? fresh : lines;
}

/** From this share of its words on, a line says the same. */
const sameShare = 0.45;

/** The lines of an objection nearest to what was asked about it. */
export function nearestLines(lines: readonly string[], heard: string): readonly string[] {
  return byShare(lines, heard, Math.max);
}

/** The lines of an objection that half an answer has touched the least. */
export function unansweredLines(lines: readonly string[], heard: string): readonly string[] {
  return byShare(lines, heard, Math.min);
}

function byShare(
  lines: readonly string[],
  heard: string,
  pick: (...shares: number[]) => number,
): readonly string[] {
  const content = contentWords(heard);
  const shareOf = (line: string) => sharedWords(contentWords(line), content).share;
  const wanted = pick(...lines.map(shareOf));
  return lines.filter((line) => shareOf(line) === wanted);
}
