// A team with a history, as assignment gathers it: what one decision looks at.
import type {
  ClosedDeal,
  LeadFacts,
  RepFacts,
  TeamFacts,
} from "../../src/core/leads/gathering/facts.ts";
import type { Account, Touch } from "../../src/core/model.ts";
import { aLead, aPerson, testNow } from "../../test/helpers/people.ts";

const industries = ["finance", "manufacturing", "medical"];
const kinds = ["page.view:pricing", "page.view:product", "email.open", "file.download:whitepaper"];
const skills = ["objection_handling", "price_negotiation", "competitor_comparison"] as const;
const dealsEach = 20;

/** A lead of one industry after another, and reps with twenty closed deals, conversations and shared skills each. */
export function createTeam({ leads, reps }: { leads: number; reps: number }): {
  leads: LeadFacts[];
  team: TeamFacts;
} {
  const draw = createDraw();
  return {
    leads: Array.from({ length: leads }, (_, index) => toLead(index, draw)),
    team: {
      reps: Array.from({ length: reps }, (_, index) => toRep(index, draw)),
      licensed: new Set(),
      tallies: new Map(),
      calls: { byVertical: new Map(), known: new Map() },
    },
  };
}

type Draw = (below: number) => number;

/** The same numbers in every run (a linear congruence; Press et al., Numerical Recipes, section 7.1). */
function createDraw(): Draw {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function toLead(index: number, draw: Draw): LeadFacts {
  const account = toAccount(`lead ${index}`, draw);
  return {
    lead: aLead(`led_${index}`, { budget: draw(2) * 50_000 || null }),
    ...{ account, contact: null, declinedBy: new Set<string>() },
    touches: Array.from({ length: 12 }, (_, at) => toTouch(at, draw)),
    ...{ usage: "regular" as const, service: "calm" as const },
  };
}

function toTouch(index: number, draw: Draw): Touch {
  const [type = "", part] = (kinds[draw(kinds.length)] ?? "").split(":");
  return {
    ...{ id: `tch_${index}`, contactId: "con_1", anonymousId: null, accountId: null, type },
    ...{ at: testNow - index, receivedAt: testNow, source: "bench" },
    props: part ? { [type === "page.view" ? "page" : "kind"]: part } : {},
  };
}

function toRep(index: number, draw: Draw): RepFacts {
  const sent = 20 + draw(40);
  return {
    person: aPerson(`per_${index}`, { capacity: 40, industries: [industries[draw(3)] ?? ""] }),
    ...{ open: draw(30), offered: draw(9), absence: null },
    deals: Array.from({ length: dealsEach }, (_, at) => toDeal(`${index}_${at}`, draw)),
    talk: { sent, answered: draw(sent), tones: 10, toneSum: draw(10) },
    skills: skills.map((skill) => ({ skill, passed: 6, checks: 9, hits: 6, of: 9 })),
  };
}

function toDeal(id: string, draw: Draw): ClosedDeal {
  const touches = kinds.map((kind) => [kind, 1 + draw(9)] as const);
  return {
    ...{ dealId: `dea_${id}`, won: draw(2) === 1, closedAt: testNow, touches: new Map(touches) },
    ...{ account: toAccount(id, draw), firstContactHours: draw(72), askedForPrices: draw(2) === 1 },
    ...{
      usage: "regular" as const,
      service: "calm" as const,
      competitor: draw(3) ? null : "Rival",
    },
  };
}

function toAccount(name: string, draw: Draw): Account {
  return {
    ...{ id: `acc_${name}`, name, nameKey: name, domain: null, segment: null, country: "UK" },
    ...{ industry: industries[draw(3)] ?? null, employees: 10 + draw(5_000), territory: "UK" },
    ...{ revenue: 1e5 * (1 + draw(500)), currency: "GBP", foundedYear: null, creditCode: null },
    ...{ vatId: null, parentId: null, ownerId: null, createdAt: 0, updatedAt: 0 },
  };
}
