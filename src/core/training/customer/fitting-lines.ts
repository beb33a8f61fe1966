// Which of a scenario's lines fit what the rep really said: a customer repeats nothing that nobody said.
import { contentWords, fold, sharedWords } from "../moves/text.ts";
import { figuresIn } from "./figures.ts";

/** Lines to grant a point with: whatever they repeat was heard, and of those the ones that take up the most of it. */
export function fittingLines(lines: readonly string[], heard: string): readonly string[] {
  const figures = new Set(figuresIn(heard));
  const [content, persons] = [contentWords(heard), personsIn(heard)];
  const fit = lines.filter(
    (line) =>
      figuresIn(line).every((figure) => figures.has(figure)) &&
      [...asked(line), ...quoted(line), ...listed(line)].every((echo) => isHeard(echo, content)) &&
      personsIn(line).every((person) => persons.includes(person)),
  );
  const shared = (line: string) => sharedWords(contentWords(line), content).words.length;
  const most = Math.max(0, ...fit.map(shared));
  return most === 0 ? fit : fit.filter((line) => shared(line) === most);
}

/** Whose number or name it is: "her number" is not asked for of a man. */
function personsIn(text: string): string[] {
  const named = fold(text).match(/\b(his|her)\b(?= (number|name|phone|mobile))|\b(he|she)\b/g);
  return [...(named ?? [])].map((each) => (each.startsWith("s") || each === "her" ? "she" : "he"));
}

/** A sentence that lists what was said, as in "Tube, software level, parts source, in one table". */
function listed(line: string): string[] {
  const sentences = line.match(/[^.!?。！？]+/g) ?? [];
  return sentences.filter((each) => /、[^、,，]{1,8}、|(\b\w+( \w+)?, ){2}/.test(each));
}

const days =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:tomorrow|tonight|noon|morning|afternoon)\b|周[一二三四五六日天末]|[明后]天|[上下]午|今晚|夜里|\d+号/g;
function daysIn(text: string): string[] {
  return [
    ...(fold(text)
      .replace(/星期|礼拜/g, "周")
      .match(days) ?? []),
  ];
}

/** Lines that name no other day than the one that was asked for, if one was. */
export function sameDayLines(lines: readonly string[], asked: string): readonly string[] {
  const wanted = daysIn(asked);
  if (wanted.length === 0) return lines;
  return lines.filter((line) => daysIn(line).every((day) => wanted.includes(day)));
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

/** Of these the ones that take up a word of what was said: most find fault with one certain way to dodge. */
export function dodgedLines(lines: readonly string[], heard: string): readonly string[] {
  const content = contentWords(heard);
  return honestLines(lines, heard).filter(
    (line) => sharedWords(contentWords(line), content).words.length > 0,
  );
}

/** What a line says that the rep said or asked: in quotation marks, or after "you said". */
function quoted(line: string): string[] {
  const marked = line.match(/["“「][^"”」]+["”」]|[^.;?!]+(?=, you (say|said|tell me)\b)/g) ?? [];
  const reported =
    line.match(
      /\byou (just )?(said|say|told me|tell me|asked|call(ed)? it)\b[^.;?!,]+|[你您]们?(刚才)?[说讲提问](?![服得清明])[^,，。？！?]+/gi,
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

/** The lines of an objection that half an answer has touched the least. */
export function unansweredLines(lines: readonly string[], heard: string): readonly string[] {
  const content = contentWords(heard);
  const shareOf = (line: string) => sharedWords(contentWords(line), content).share;
  const least = Math.min(...lines.map(shareOf));
  return lines.filter((line) => shareOf(line) === least);
}
