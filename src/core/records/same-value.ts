// When a field has changed, and when it only looks so.

/** Whether two values of a field say the same: missing is null, and lists compare by content. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
