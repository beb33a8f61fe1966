// What a check of a company's code finds, and the sums that such checks are made of.

/** What is wrong: how many characters, one that cannot stand where it stands, or figures that do not add up. */
export type CodeProblem =
  | { code: "length"; length: number; wanted: string }
  | { code: "character"; position: number; character: string }
  | { code: "check"; position: number; expected: string | null }
  | { code: "format"; wanted: string };

/** A code, read. `problem` is null where it holds. Positions count from 1. */
export type CodeCheck = {
  type: "creditCode" | "vatId";
  /** As it is written in registers: no spaces, capitals. */
  code: string;
  country: string;
  problem: CodeProblem | null;
};

/** The figures of a text, whatever stands between them. */
export const digitsOf = (text: string): number[] => [...text].map(Number);

/** Each figure times its weight, added up. */
export function weigh(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
}

/** The check figure of Luhn (US patent 2950048, ISO/IEC 7812-1) of everything before it. */
export function luhn(digits: readonly number[]): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** The check figure of ISO/IEC 7064, MOD 11,10. */
export function mod11And10(digits: readonly number[]): number {
  const product = digits.reduce((before, digit) => {
    const sum = (digit + before) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - product) % 10;
}
