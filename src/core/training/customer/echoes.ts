// A rep who says the customer's own words over again neither insults nor promises by them.
import { contentWords, fold, sharedWords } from "../moves/text.ts";
import { has, type RepSentence, type RepTurn } from "../moves/understand-rep.ts";

/** Words the customer said so lately are still in both their ears. */
const latelyLines = 4;

const lately = (said: readonly string[]) => said.slice(-latelyLines).join("\n");

/** The turn without the rude words that the customer used before. */
export function withoutEchoes(turn: RepTurn, said: readonly string[]): RepTurn {
  if (!has(turn.moves, "rudeness")) return turn;
  const heard = fold(lately(said));
  const isTheirs = ({ label, words }: RepTurn["moves"][number]) =>
    label === "rudeness" && words.every((word) => heard.includes(word));
  return {
    ...turn,
    moves: turn.moves.filter((move) => !isTheirs(move)),
    sentences: turn.sentences.map((sentence) => ({
      ...sentence,
      moves: sentence.moves.filter((move) => !isTheirs(move)),
    })),
  };
}

/** So many of a sentence's words were the customer's. */
const echoWords = 2;

/** Whose the thing is that a promise is about. */
const ours =
  /\b(we|we're|we've|our|ours|us|it|it's|this|i'll|i promise)\b|我们|咱|我(保证|敢)|这(个|套|台)|产品/;

/** Whether a sentence is about what the customer just spoke of, and not about what is offered. */
export function isEcho({ text, content }: RepSentence, said: readonly string[]): boolean {
  if (ours.test(fold(text))) return false;
  return sharedWords(content, contentWords(lately(said))).words.length >= echoWords;
}
