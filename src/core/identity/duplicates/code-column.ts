// Numbers that name: a phone, a date of birth, a registration. Equal, or off by a slip, or another.
import { type Column, countValues, missing, rarityOf } from "./column.ts";
import { isOneSlip } from "./similarity.ts";

/** One slip, then none. Shorter codes are equal or not: a slip in "44" is another house. */
const steps = [0.5, 1];
const slip = 0.5;
const shortest = 5;

/** A column of codes; "" where a row has none. */
export function codeColumn(name: string, rows: readonly string[]): Column {
  const rarity = rarityOf(countValues(rows.filter((code) => code !== "")));
  return {
    name,
    identifies: true,
    steps: rows.some(isLong) ? steps : [1],
    compare(left, right) {
      const [one = "", other = ""] = [rows[left], rows[right]];
      if (one === "" || other === "") return missing;
      if (one === other) return 1;
      return isLong(one) && isLong(other) && isOneSlip(one, other) ? slip : 0;
    },
    keysOf: (row) => keysOf(rows[row] ?? "", name),
    rarity: (left, right) => {
      const [one = "", other] = [rows[left], rows[right]];
      return one !== "" && one === other ? rarity(one) : 0;
    },
  };
}

const isLong = (code: string) => code.length >= shortest;

/** The code and its halves: one slip leaves one half as it was. */
function keysOf(code: string, name: string): string[] {
  if (code === "") return [];
  if (!isLong(code)) return [`${name}:${code}`];
  const middle = code.length >> 1;
  return [code, `${code.slice(0, middle)}…`, `…${code.slice(middle)}`].map((k) => `${name}:${k}`);
}
