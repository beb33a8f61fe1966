// Amounts, such as a price: within a tenth, within a half, or another.
import { type Column, missing } from "./column.ts";

/** A column of amounts; undefined where a row has none. */
export function numberColumn(name: string, rows: readonly (number | undefined)[]): Column {
  return {
    name,
    identifies: false,
    steps: [0.5, 0.9, 0.99],
    compare(left, right) {
      const [one, other] = [rows[left], rows[right]];
      if (one === undefined || other === undefined) return missing;
      const most = Math.max(Math.abs(one), Math.abs(other));
      return most === 0 ? 1 : Math.max(0, 1 - Math.abs(one - other) / most);
    },
    // Amounts coincide: nothing is looked up by them.
    keysOf: () => [],
    rarity: () => 0,
  };
}
