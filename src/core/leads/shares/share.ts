// What the leads somebody got in a month were expected to bring, against the team's middle. Pure.

/** A lead somebody got. */
export type Got = {
  repId: string;
  at: number;
  /** The team's chance to win such a lead, whoever works it. */
  chance: number;
  /** What it would bring, in the currency the shares are told in; null: in another. */
  amount: number | null;
};

export type Share = { leads: number; wins: number; value: number };

/** Share of the team's median below which somebody got too little. Ours: a quarter less can be chance. */
export const fairnessFloor = 0.75;
/** Around the middle: within this of it. */
const middle = 0.25;

export type Standing = "above" | "about" | "below";

/** What each of these reps got; who got nothing is there with nothing. */
export function sharesOf(repIds: readonly string[], got: readonly Got[]): Map<string, Share> {
  const shares = new Map(
    repIds.map((id): [string, Share] => [id, { leads: 0, wins: 0, value: 0 }]),
  );
  for (const { repId, chance, amount } of got) {
    const share = shares.get(repId);
    if (!share) continue;
    share.leads += 1;
    share.wins += chance;
    share.value += chance * (amount ?? 0);
  }
  return shares;
}

/** Where a value stands beside the median. */
export function standingOf(value: number, median: number): Standing {
  if (value < fairnessFloor * median) return "below";
  return value > (1 + middle) * median ? "above" : "about";
}
