// How alike two short texts are.

/**
 * Jaro–Winkler in [0, 1]: characters in common near the same place, more for a common beginning
 * (Winkler 1990, prefix weight 0.1 on at most four characters).
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const jaro = jaroOf(left, right);
  let prefix = 0;
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(left: string, right: string): number {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Uint8Array(right.length);
  const common: string[] = [];
  for (let at = 0; at < left.length; at += 1) {
    const found = findNear(left.charCodeAt(at), { at, reach, right, taken });
    if (found < 0) continue;
    taken[found] = 1;
    common.push(left[at] ?? "");
  }
  const matches = common.length;
  if (matches === 0) return 0;
  let [next, moved] = [0, 0];
  for (let at = 0; at < right.length; at += 1) {
    if (!taken[at]) continue;
    if (right[at] !== common[next]) moved += 1;
    next += 1;
  }
  return (matches / left.length + matches / right.length + (matches - moved / 2) / matches) / 3;
}

type Search = { at: number; reach: number; right: string; taken: Uint8Array };

function findNear(code: number, { at, reach, right, taken }: Search): number {
  const end = Math.min(at + reach + 1, right.length);
  for (let other = Math.max(0, at - reach); other < end; other += 1) {
    if (!taken[other] && right.charCodeAt(other) === code) return other;
  }
  return -1;
}

/** Whether one letter inserted, dropped, replaced or swapped with its neighbour makes one text the other. */
export function isOneSlip(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const [one, other] = [left.slice(same), right.slice(same)];
  return (
    one.slice(1) === other.slice(1) ||
    one.slice(1) === other ||
    one === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  );
}
