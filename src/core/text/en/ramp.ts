// Newcomers' first three months, in English.
export const ramp = {
  title: "Newcomers: the first three months",
  none: "Nobody under you was hired in the last half year, or no date of hire is known.",
  name: (p: { name: string; days: number }) => `${p.name}, day ${p.days}`,
  won: (p: { won: number }) => (p.won === 1 ? "1 deal won." : `${p.won} deals won.`),
  firstWin: (p: { days: number }) => `First win on day ${p.days}.`,
  noWin: "No first win yet.",
  earlier: (p: {
    mean: string;
    low: string;
    high: string;
    n: number;
    days: number;
    hadWon: number;
  }) =>
    `Earlier colleagues at day ${p.days}: ${p.mean} won on average (90 %: ${p.low}–${p.high}, n = ${p.n}); ${p.hadWon} of ${p.n} had won once.`,
  few: (p: { n: number; least: number }) =>
    `Not enough to compare with: ${p.n} ${p.n === 1 ? "earlier colleague was" : "earlier colleagues were"} as far, at least ${p.least} are needed.`,
  noSkills: "Skills: nothing shared, or their own 30 days are not over.",
  caveat:
    "Three months are little evidence: customers and luck weigh as much as the person. Nothing here is exported for pay or dismissal.",
  how: "Counted: wins up to day 90, those who left included. Skills only as far as shared; each look stands in their own log.",
};
