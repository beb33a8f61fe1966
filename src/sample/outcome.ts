// The generating model: how a deal of the sample ends. Deals are drawn from it; nothing else decides an outcome.
//
//   log-odds of winning = intercept
//     + the rep's strength in the customer's industry, at its size, with its style (tables/rep-table.ts)
//     + 0.9  x interest      of the customer in this deal, standard normal, half of it the account's own
//     + 0.4  x contentment   standard normal, once the account has bought before
//     - 0.3  x ln(hours by the clock until the first contact / 4)
//     + what is known of the budget: confirmed 0.5, estimated 0, none -0.3, frozen -1
//
// then one toss of a coin with that chance. What each assignment factor can find of it:
//   won-deal match, profile similarity   strengths by industry and size
//   behaviour                            interest and style, which shape the touches (touches/) up to the end; those never see the outcome
//   industry match                       declared industries, which mostly follow the strengths
//   product usage, service feedback      contentment, which shapes usage, tickets and scores after a win
//   communication                        interest, which shapes how often and how kindly customers write back (touches/replies.ts)
//   budget signal                        the status of the budget
//   speed                                the first-contact delay, log-normal in working hours around each rep's own median
// Not modelled, so no signal to find: load, and skills (nobody of the sample has practised).
import type { Customer } from "./customers.ts";
import type { Rep } from "./people.ts";

const budgetEffects = { confirmed: 0.5, estimated: 0, none: -0.3, frozen: -1 } as const;
export type BudgetStatus = keyof typeof budgetEffects;

/** The coefficients; the intercept makes about 45 % of the deals end well. */
const coefficients = { intercept: -0.8, interest: 0.9, contentment: 0.4, lnDelay: -0.3 };
const referenceHours = 4;

/** What the outcome of a deal depends on. */
export type Chances = {
  rep: Rep;
  customer: Customer;
  interest: number;
  budgetStatus: BudgetStatus;
  firstContactHours: number;
  /** The account had already bought when this deal was opened. */
  boughtBefore: boolean;
};

/** The chance that a deal is won, between 0 and 1. */
export function chanceOfWinning(chances: Chances): number {
  const { customer, interest, budgetStatus, firstContactHours, boughtBefore } = chances;
  const { strengths } = chances.rep;
  const logOdds =
    coefficients.intercept +
    strengths.industry[customer.industry] +
    strengths.size[customer.size] +
    strengths.style[customer.style] +
    coefficients.interest * interest +
    (boughtBefore ? coefficients.contentment * customer.contentment : 0) +
    coefficients.lnDelay * Math.log(Math.max(firstContactHours, 0.1) / referenceHours) +
    budgetEffects[budgetStatus];
  return logistic(logOdds);
}

/** From log-odds to a chance. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
