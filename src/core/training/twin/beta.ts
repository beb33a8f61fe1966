// Quantiles of a beta distribution: how far a share may plausibly lie from its estimate.

type Shape = { alpha: number; beta: number };

/** The x below which a share of `probability` of Beta(alpha, beta) lies; found by halving, to 1e-6. */
export function betaQuantile({ alpha, beta }: Shape, probability: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (betaShareBelow(middle, { alpha, beta }) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function I_x(alpha, beta) (Press et al., Numerical Recipes, section 6.4). */
export function betaShareBelow(x: number, { alpha, beta }: Shape): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(alpha + beta) -
      logGamma(alpha) -
      logGamma(beta) +
      alpha * Math.log(x) +
      beta * Math.log(1 - x),
  );
  // The fraction converges fast on one side of the mean only; the other follows by symmetry.
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(x, { alpha, beta })) / alpha
    : 1 - (front * fraction(1 - x, { alpha: beta, beta: alpha })) / beta;
}

const tiny = 1e-300;
const maxSteps = 300;

/** The continued fraction of the incomplete beta function by Lentz's method. */
function fraction(x: number, { alpha, beta }: Shape): number {
  const sum = alpha + beta;
  let c = 1;
  let d = 1 / orTiny(1 - (sum * x) / (alpha + 1));
  let result = d;
  for (let m = 1; m <= maxSteps; m += 1) {
    const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
    const odd = (-(alpha + m) * (sum + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / orTiny(1 + term * d);
      c = orTiny(1 + term / c);
      step = c * d;
      result *= step;
    }
    if (Math.abs(step - 1) < 1e-10) break;
  }
  return result;
}

const orTiny = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/** Lanczos' approximation with g = 7 (coefficients by Godfrey, 2001); good to 15 digits for x > 0.5. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const [first = 1, ...rest] = lanczos;
  const sum = rest.reduce((total, each, index) => total + each / (x + index), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
