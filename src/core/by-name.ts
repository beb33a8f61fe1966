// Tables that are looked up by words from outside.

/** A table in which only what was written is found: "constructor" and "__proto__" are no entries of it. */
export function byName<Value>(table: Record<string, Value>): Record<string, Value> {
  return Object.assign(Object.create(null), table);
}
