// A command with one slip of the keyboard in it is still that command.
import { editDistance } from "../core/edit-distance.ts";

/** Shorter words are too near to other words: "come" is one letter from "home". */
const shortest = 5;

/** The wording a sentence was meant to be, if it is one slip away from exactly that; Latin letters only. */
export function slipOf(sentence: string, wordings: readonly string[]): string | undefined {
  const said = sentence.toLowerCase();
  if (!/^[a-z' ]+$/.test(said)) return undefined;
  return wordings.find((wording) => wording.length >= shortest && isSlip(said, wording));
}

function isSlip(said: string, meant: string): boolean {
  if (Math.abs(said.length - meant.length) > 1) return false;
  return isSwapped(said, meant) || editDistance(said, meant) === 1;
}

/** Two letters in each other's place: the slip of a fast typist. */
function isSwapped(said: string, meant: string): boolean {
  const at = [...said].findIndex((letter, index) => letter !== meant[index]);
  if (at < 0) return false;
  const [first = "", second = ""] = said.slice(at, at + 2);
  return `${said.slice(0, at)}${second}${first}${said.slice(at + 2)}` === meant;
}
