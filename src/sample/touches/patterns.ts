// Which moves which customers make. Interest decides how often a move is a warm one, so wins and losses look
// different, and look different in each industry; the style colours both.
import type { Random } from "../random.ts";
import type { Industry, Style } from "../traits.ts";
import type { Move } from "./moves.ts";

type Pattern = Partial<Record<Move, number>>;

const warmPatterns: Record<Industry, Pattern> = {
  finance: { pricing: 3, quote: 2.5, click: 2, docs: 1, form: 1 },
  manufacturing: { video: 3, brochure: 2.5, product: 2, meeting: 1, quote: 1 },
  medical: { docs: 3, whitepaper: 2.5, cases: 2, meeting: 1, feature: 1 },
};

const coolPatterns: Record<Industry, Pattern> = {
  finance: { open: 3, product: 2.5, docs: 1.5, cases: 1 },
  manufacturing: { open: 3, pricing: 2.5, cases: 1.5, docs: 1 },
  medical: { open: 3, pricing: 2, product: 2, brochure: 1.5 },
};

const stylePatterns: Record<Style, Pattern> = {
  reader: { whitepaper: 2, docs: 2, cases: 1 },
  watcher: { video: 4, product: 1 },
  talker: { meeting: 3, click: 2, form: 1 },
};

const styleShare = 0.35;

/** Draws one move of a customer; without a known industry only the style speaks. */
export function drawMove(
  customer: { industry: Industry | null; style: Style },
  warm: boolean,
  random: Random,
): Move {
  const styled = random.chance(styleShare);
  if (styled || customer.industry === null) return drawFrom(stylePatterns[customer.style], random);
  const patterns = warm ? warmPatterns : coolPatterns;
  return drawFrom(patterns[customer.industry], random);
}

function drawFrom(pattern: Pattern, random: Random): Move {
  const moves = Object.keys(pattern) as Move[];
  return random.pickWeighted(moves, (move) => pattern[move] ?? 0);
}
