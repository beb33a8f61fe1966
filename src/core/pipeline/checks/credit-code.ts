// China's unified social credit code: 18 characters, the ninth to seventeenth of them the organisation's own code.
// GB 32100-2015 gives the whole its check character, GB 11714-1997 the organisation's code its own.
import type { CodeCheck, CodeProblem } from "./code-check.ts";

/** Figures and capitals without I, O, S, V and Z (GB 32100-2015, table 1). */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const length = 18;

/** Checks a code as somebody typed it. */
export function checkCreditCode(typed: string): CodeCheck {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-_.]+/g, "");
  return { type: "creditCode", code, country: "CN", problem: findProblem(code) };
}

function findProblem(code: string): CodeProblem | null {
  if (code.length !== length) return { code: "length", length: code.length, wanted: `${length}` };
  const strange = [...code].findIndex((character, index) => !mayStand(character, index));
  if (strange >= 0) {
    return { code: "character", position: strange + 1, character: code[strange] ?? "" };
  }
  const expected = checkCharacter(code);
  const organisation = organisationCharacter(code.slice(8, 16));
  // A slip within the organisation's code spoils both checks; its own says where.
  if (organisation !== code[16]) return { code: "check", position: 17, expected: organisation };
  return expected === code[17] ? null : { code: "check", position: 18, expected };
}

/** The third to eighth are the figures of an administrative division (GB/T 2260). */
function mayStand(character: string, index: number): boolean {
  if (index >= 2 && index <= 7) return /\d/.test(character);
  return alphabet.includes(character);
}

function checkCharacter(code: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(code[index] ?? ""),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
}

function organisationCharacter(code: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(code[index] ?? "", 36),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}
