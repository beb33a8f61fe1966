// Legal entity identifiers: 18 characters and two check figures (ISO 17442; ISO/IEC 7064, MOD 97-10).
import type { Line } from "./checked.ts";

/** Whether it looks like one. */
export const isLei = (code: string): boolean => /^[0-9A-Z]{18}\d{2}$/.test(code);

/** What is to be said of one. */
export function checkLei(code: string, at: number): Line[] {
  const figures = [...code].map((one) => Number.parseInt(one, 36)).join("");
  return BigInt(figures) % 97n === 1n
    ? [{ result: "passed", says: "lei_holds", params: {}, at }]
    : [{ result: "failed", says: "code_check_unknown", params: {}, at }];
}
