// The number of a Chinese business licence before 2015: 15 figures, the last checks the others.
import { digitsOf, mod11And10 } from "../code-check.ts";
import type { Line } from "./checked.ts";

/** Six figures of the authority, eight in its own order, one check (GS 15-2006; ISO 7064, MOD 11,10). */
const pattern = /^\d{15}$/;

/** Whether it looks like one. */
export const isRegistrationNumber = (code: string): boolean => pattern.test(code);

/** What is to be said of one. */
export function checkRegistrationNumber(code: string, at: number): Line[] {
  const expected = String(mod11And10(digitsOf(code.slice(0, -1))));
  const fits = code.at(-1) === expected;
  return [
    fits
      ? { result: "passed", says: "registration_holds", params: {}, at }
      : { result: "failed", says: "code_check", params: { position: 15, expected }, at },
    // Of no use to a register today, whether it adds up or not.
    { result: "not_checked", says: "registration_replaced", params: {}, at },
  ];
}
