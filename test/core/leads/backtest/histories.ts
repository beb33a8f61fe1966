// Invented histories whose truth is known: who works a lead matters, or it does not.
import type { Case } from "../../../../src/core/leads/backtest/history.ts";
import type { Account } from "../../../../src/core/model.ts";
import { createRandom } from "../../../../src/sample/random.ts";

const dayMs = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const industries = ["finance", "manufacturing", "medical"];

export type Invented = {
  leads: number;
  reps?: number;
  seed?: number;
  /** How much better, in log-odds, a rep does in their own industry than in others. */
  skill: number;
  /** Whether outcomes carry their date. */
  isDated?: boolean;
};

/** Leads that come in evenly over a year; better in medical, whoever works them. */
export function inventHistory({
  leads,
  reps = 9,
  seed = 1,
  skill,
  isDated = true,
}: Invented): Case[] {
  const random = createRandom(seed, "backtest");
  return Array.from({ length: leads }, (_, index): Case => {
    const at = start + Math.floor((index / leads) * 365) * dayMs;
    const rep = random.whole(0, reps - 1);
    const field = random.whole(0, 2);
    const industry = industries[field] ?? "";
    const isOwn = rep % industries.length === field;
    const odds = -0.4 + (industry === "medical" ? 0.5 : 0) + (isOwn ? skill : -skill / 2);
    const won = random.chance(1 / (1 + Math.exp(-odds)));
    return inventCase({ id: `d${index}`, repId: `rep ${rep}`, at, won, industry, isDated });
  });
}

type Given = {
  id: string;
  repId: string;
  at: number;
  won: boolean;
  industry: string;
  isDated: boolean;
};

function inventCase({ id, repId, at, won, industry, isDated }: Given): Case {
  return {
    ...{ id, repId, at, won, closedAt: isDated ? at + 20 * dayMs : null },
    lead: { ...blankLead, id, title: id, createdAt: at, updatedAt: at },
    account: { ...blankAccount, id: `a ${id}`, name: id, nameKey: id, industry },
    labels: { industry },
    numbers: {},
  };
}

const blankLead = {
  ...{ contactId: null, accountId: null, productId: null, source: null, status: "new" as const },
  ...{ outcome: null, language: null, territory: null, need: null, budget: null, currency: null },
  ...{ budgetStatus: null, ownerId: null, selfSourced: false, closedAt: null },
};

const blankAccount: Omit<Account, "id" | "name" | "nameKey"> = {
  ...{
    domain: null,
    industry: null,
    segment: null,
    employees: null,
    revenue: null,
    currency: null,
  },
  ...{ country: null, territory: null, foundedYear: null, creditCode: null, vatId: null },
  ...{ parentId: null, ownerId: null, createdAt: 0, updatedAt: 0 },
};
